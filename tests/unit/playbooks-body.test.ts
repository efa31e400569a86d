import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import type { Language } from '../../lib/language/languages.ts';

/** The plan of a goal, and all that the person reads of it: tasks with what helps, milestones, notes. */
function planOf(title: string, description: string, language: Language) {
  const { made } = planGoal({ title, description, language });
  if ('infeasible' in made) throw new Error(made.message);
  const { plan } = made;
  const tasks = plan.weeks.flatMap((week) => week.tasks);
  const milestones = plan.weeks.map(({ milestone }) => `${milestone.title}. ${milestone.success_criterion}`);
  const lines = [...tasks.map((task) => `${task.title}. ${task.description}`), ...milestones, ...plan.notes];
  return { playbook: plan.playbook, titles: tasks.map(({ title: task }) => task).join('\n'), text: lines.join('\n') };
}

type Row = [language: Language, title: string, description: string, playbook: string, told: RegExp[]];

describe('what a person tells of body and day changes the plan', () => {
  test.each<Row>([
    [
      'en',
      'Get my HbA1c below 48',
      "It's 53, type 2, on metformin",
      'blood-values',
      [/lower than 53, on the way to below 48/],
    ],
    [
      'en',
      'Play pickleball without my elbow hurting',
      'I have tennis elbow since September',
      'return-to-sport',
      [/Train elbow: /],
    ],
    [
      'en',
      'Go to bed before midnight',
      'It is my only time alone. Alarm is at 6:45.',
      'sleep',
      [/time alone elsewhere/, /6:45/],
    ],
    ['es', 'Dormir mejor', 'Mi bebé de 9 meses se despierta cuatro veces', 'sleep', [/Divide the nights/]],
    ['en', 'Get through the day without a nap', 'I nap 2 hours most afternoons', 'sleep', [/Shorten the nap/]],
    [
      'en',
      'Recover from burnout',
      "I've been signed off and am due back part-time",
      'stress',
      [/energy budget/, /return in writing/],
    ],
    [
      'en',
      'Stop comparing myself to people on Instagram',
      'I follow about 900 accounts',
      'screens',
      [/first hundred of 900 accounts/],
    ],
    [
      'nl',
      'Gezonder eten op kantoor',
      'Er is een magnetron. Ik ben lactose-intolerant.',
      'eating',
      [/two lunch boxes/, /microwave there/],
    ],
    ['en', 'Play in the over-40s five-a-side league', 'I pulled my hamstring last time', 'sport', [/muscle guard/]],
    [
      'en',
      'Bench press my bodyweight',
      'I weigh 82 kg and bench 62 kg for 5 reps',
      'strength',
      [/Lift 82 kg in the bench/, /62 kg/],
    ],
    [
      'en',
      'Lower my blood pressure',
      'It was 148 over 92. I have a cuff at home. I put salt on everything.',
      'blood-values',
      [/148 over 92/, /Try your monitor/, /salt cellar/],
    ],
    [
      'es',
      'Bajar el azúcar en sangre',
      'La glucosa en ayunas 118. Desayuno bollería.',
      'blood-values',
      [/118/, /sweet breakfast/],
    ],
    [
      'en',
      'Sleep through the night',
      'I wake drenched at 3am, menopause. I drink wine most evenings.',
      'sleep',
      [/hot nights/, /evening glass/],
    ],
    [
      'fr',
      'Mieux dormir',
      'Je bois un café après le dîner. Mon mari ronfle.',
      'sleep',
      [/last coffee to two/, /earplugs/],
    ],
    [
      'en',
      'Stop biting my nails',
      'Mostly in meetings and watching telly. I tried bitter polish.',
      'breaking-habit',
      [/a meeting: the hand/, /manicure in place of the bitter polish/],
    ],
    [
      'en',
      'Eat enough protein',
      "I'm 70 kg and vegetarian. The dietitian said 90 g a day; I'm at about 50.",
      'eating',
      [/90 g of protein/, /the 50 g/, /lentils, beans, tofu/],
    ],
    [
      'en',
      'Eat more vegetables',
      'I only like peas and carrots; the rest is takeaway.',
      'eating',
      [/three lists/, /vegetable you already like/],
    ],
    [
      'en',
      'Go vegan on a student budget',
      "A hob and no oven. I'm allergic to nuts.",
      'eating',
      [/allergy list/, /one pot or a pan/],
    ],
    [
      'en',
      'Eat breakfast',
      "I leave at 6:40. I don't like anything sweet in the morning, only coffee.",
      'eating',
      [/eggs, bread, cheese/],
    ],
    [
      'de',
      'Mit dem Rauchen aufhören',
      'Die erste gleich nach dem Aufstehen. Beim Bier wieder angefangen. Meine Frau raucht auch.',
      'quit-smoking',
      [/strong start/, /drink that brought you back/, /Agree at home/],
    ],
    [
      'en',
      'Cycle to work',
      'It is 11 km with a nasty hill. An old mountain bike in the shed. No shower at work.',
      'cycling',
      [/old bike to a shop/, /without a shower/, /Ride the hill/],
    ],
    [
      'nl',
      'Minder stress',
      'Ik werk 50 uur en heb twee kinderen. Mijn schouders zitten vast.',
      'stress',
      [/without the children/, /hours of last week/, /shoulders/],
    ],
    ['en', 'Row 2 km in under 8 minutes', 'There is a rower in our garage', 'endurance', [/under 8:00/, /for 500 m/]],
    [
      'en',
      'Get fit for skiing',
      'There is a stepper and two dumbbells at home.',
      'fitness',
      [/machine and weights/, /for the slope/],
    ],
    [
      'en',
      'Climb the stairs to my flat without stopping',
      'I live on the 4th floor, mild COPD and an inhaler',
      'stairs',
      [/lung exercise classes/, /4 flights in one go/],
    ],
    [
      'en',
      'Fix my posture',
      'I work at the kitchen table on a laptop',
      'mobility',
      [/laptop on books at the kitchen table/],
    ],
  ])('%s %s | %s', (language, title, description, playbook, told) => {
    const plan = planOf(title, description, language);
    expect(plan.playbook).toBe(playbook);
    for (const words of told) expect(plan.text).toMatch(words);
  });
});

describe('kinds of goals that have a field of their own', () => {
  test.each<Row>([
    [
      'en',
      "Improve my balance so I don't fall again",
      "I'm 76, fell in the bathroom, live alone, use a stick",
      'balance',
      [/grab rail/, /The stick stays/, /alarm button/],
    ],
    ['it', 'Non cadere più', 'Sono caduta in bagno, uso il bastone', 'balance', [/grab rail/]],
    [
      'en',
      'Cope better with panic attacks',
      'They come on the tube. I am on a waiting list for CBT.',
      'anxious-moments',
      [/ladder for the tube/, /keep the place/],
    ],
    [
      'en',
      'Feel less anxious on Sunday nights',
      'I dread Monday because of the team meeting',
      'anxious-moments',
      [/the Monday meeting/],
    ],
    [
      'en',
      'Take a proper lunch break',
      'I eat at my desk answering emails. There is a canal path.',
      'sitting',
      [/mail closed/, /the way by the green/],
    ],
    ['de', 'Weniger sitzen', 'Ich sitze 11 Stunden am Tag im Homeoffice', 'sitting', [/11 hours/]],
    [
      'en',
      'Sort out my IBS',
      'Dairy seems bad. I am vegetarian. Somebody said FODMAPs.',
      'digestion',
      [/coeliac test/, /lactose-free/, /dietitian/],
    ],
    [
      'de',
      'Weniger Migräne',
      'Etwa 6 Anfälle im Monat. Ich trinke drei Kaffee und esse mittags oft nichts. Triptan nehme ich schon.',
      'headache',
      [/At most 3 attacks/, /ten or more days/, /meal you leave out/],
    ],
    [
      'en',
      'Stop drinking Coke Zero',
      'About 8 cans a day. My dentist says my enamel is going.',
      'soft-drinks',
      [/8 cans/, /fluoride/],
    ],
    [
      'it',
      'Smettere di bere Coca-Cola',
      'Ne bevo un litro e mezzo al giorno. Ho la gastrite.',
      'soft-drinks',
      [/158 g of sugar/, /stomach/],
    ],
    [
      'en',
      'Get my vitamin D and iron up',
      'Ferritin 9. The tablets upset my stomach. I am vegetarian.',
      'deficiency',
      [/ferritin of 9/, /upset your stomach/, /lentil/],
    ],
    ['en', 'Plank for 5 minutes', 'Currently 1:20', 'hold', [/80 seconds/, /300 seconds/]],
    [
      'en',
      'Cold showers',
      'I want to get up to 3 minutes. I have asthma.',
      'cold-water',
      [/your doctor's yes comes first/, /whistles/],
    ],
    [
      'en',
      'Stop grinding my teeth at night',
      'I stopped wearing my splint because it made me gag',
      'jaw',
      [/does not make you gag/],
    ],
    [
      'pt',
      'Voltar a jogar futebol depois da cirurgia ao joelho',
      'Fui operado ao LCA. Faço fisioterapia.',
      'return-to-sport',
      [/nine months/, /your physio/],
    ],
    [
      'en',
      'Play 18 holes without a buggy',
      'I have a new hip. Our course is hilly.',
      'return-to-sport',
      [/hilly holes last/, /new joint/],
    ],
  ])('%s %s | %s', (language, title, description, playbook, told) => {
    const plan = planOf(title, description, language);
    expect(plan.playbook).toBe(playbook);
    for (const words of told) expect(plan.text).toMatch(words);
  });
});

describe('health comes before the aim', () => {
  test('after a birth nobody runs before the pelvic floor is looked at, whatever was run before', () => {
    for (const [title, description] of [
      ['Get back into running after a baby', 'She is 5 months old. I used to run 10k in 52 minutes. I leak a bit.'],
      ['Nach der Geburt wieder laufen', 'Ich bin früher 10 km gelaufen'],
    ] as const) {
      const { titles, text } = planOf(title, description, title.startsWith('Get') ? 'en' : 'de');
      expect(text).toMatch(/pelvic floor physiotherapist/);
      expect(titles.indexOf('Book a pelvic floor')).toBeLessThan(titles.search(/^Run /m));
      expect(titles).not.toMatch(/^Run 10 km, the long one/m);
    }
  });

  test('after covid nobody runs before walking is easy, whatever was run before', () => {
    const { titles, text } = planOf('Run 3 times a week again after covid', 'Used to run 30 km a week', 'en');
    expect(text).toMatch(/heart and lungs before the first run/);
    expect(titles.search(/^Walk briskly/m)).toBeLessThan(titles.search(/^Run /m));
  });

  test('the long run begins at half of what a week holds', () => {
    const { titles } = planOf('Run a marathon for my 50th', "I've done three 10ks and run 20 km a week", 'en');
    expect(Number(titles.match(/^Run (\S+) km, the long one/m)?.[1])).toBeLessThan(10.5);
  });

  test('with glaucoma or high pressure no pose has the head below the heart', () => {
    expect(planOf('Do yoga every morning', 'I have high blood pressure and glaucoma', 'en').text).toMatch(
      /head below the heart/,
    );
  });
});
