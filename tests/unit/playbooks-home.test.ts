import { describe, expect, test } from 'vitest';
import { planGoal } from '../../bench/plans.ts';
import { choosePlaybook } from '../../lib/goals/playbooks/choose.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';

const playbookOf = (title: string, description = '') => choosePlaybook(playbooks(), { title, description })?.id;

function planOf(title: string, description = '', more: { dailyMinutes?: number; restDays?: number[] } = {}) {
  const { made } = planGoal({ title, description, ...more });
  if (!('plan' in made)) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  const at = (start: string) => tasks.findIndex(({ title: each }) => each.startsWith(start));
  return { plan: made.plan, tasks, at, titles: tasks.map((task) => task.title), notes: made.plan.notes.join('\n') };
}

describe('garden', () => {
  test.each([
    'Start a vegetable garden',
    'Grow tomatoes on my balcony',
    'Gemüsegarten anlegen',
    'Ein Hochbeet bauen',
    'Créer un potager',
    'Montar un huerto urbano',
    'Fazer uma horta na varanda',
    'Fare un orto sul balcone',
    'Een moestuin beginnen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('garden'));

  test.each([
    'Build a garden shed',
    'Eat more vegetables',
    'Start a YouTube channel about gardening',
    'Build a deck in the garden',
    'Organise a garden party',
    'Kindergartenplatz finden',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('garden'));

  test('sows by the season: hardy kinds before the last frost, tomatoes after it, however light the weeks before are', () => {
    const { tasks, at } = planOf('Start a vegetable garden');
    expect(tasks[at('Sow the first rows')]?.date).toMatch(/^2027-(03-2|03-3|04-0)/);
    const planted = tasks[at('Plant 3 tomatoes')]?.date ?? '';
    expect(planted >= '2027-05-15').toBe(true);
    expect(at('Test the soil')).toBeLessThan(at('Make the bed'));
    expect(at('Make the bed')).toBeLessThan(at('Sow the first rows'));
  });

  test('knows the other half of the year, milder places and balconies', () => {
    const south = planOf('Grow tomatoes and herbs on my balcony in Sydney');
    expect(south.titles.slice(0, 12).join()).toContain('Plant 2 bush tomatoes');
    expect(south.titles.join()).not.toMatch(/freezing|m²/);
    const mild = planOf('Montar un huerto urbano en el balcón', 'vivo en Sevilla, 8 macetas');
    expect(mild.titles.join()).toContain('Get 8 pots');
    expect((mild.tasks[mild.at('Plant 2 bush')]?.date ?? '') < '2027-04-15').toBe(true);
  });

  test('promises no harvest that the season does not give', () => {
    const { plan, titles, notes } = planOf('Plant a garden in 8 weeks');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('nothing sensible is sown before about');
    expect(titles.at(-1)).toContain('sowing dates');
  });
});

describe('photos', () => {
  test.each([
    'Sort through 20 years of photos',
    'Organize my photo library',
    'Clean up my camera roll',
    '20.000 Fotos endlich sortieren',
    'Alte Dias digitalisieren',
    'Trier mes photos de famille',
    'Organizar las fotos de la familia',
    'Organizar as fotos antigas',
    'Riordinare le foto di famiglia',
    "Mijn foto's ordenen",
  ])('%s', (title) => expect(playbookOf(title)).toBe('photos'));

  test.each(['Take better photos', 'Find a wedding photographer', 'Declutter the garage', 'Clean up my inbox'])(
    'not %s',
    (title) => expect(playbookOf(title)).not.toBe('photos'),
  );

  test('copies before it deletes, and goes through every photo once', () => {
    const { titles, at } = planOf(
      'Sort through 20 years of photos',
      '30,000 photos on three hard drives, plus shoeboxes of prints',
    );
    expect(titles.filter((title) => title.startsWith('Copy source')).length).toBe(3);
    expect(at('Make the second copy')).toBeLessThan(at('Sort photos'));
    const parts = titles.flatMap(
      (title) => /^Sort photos ([\d,]+) to ([\d,]+) of 21,000/.exec(title)?.slice(1, 3) ?? [],
    );
    const numbers = parts.map((part) => Number(part.replace(',', '')));
    expect(numbers[0]).toBe(1);
    expect(numbers.at(-1)).toBe(21000);
    for (let index = 1; index < numbers.length - 1; index += 2)
      expect(numbers[index + 1]).toBe((numbers[index] ?? 0) + 1);
    expect(at('Scan prints')).toBeGreaterThan(at('Go through prints'));
  });

  test('says how many hours are missing, and what is sorted by then', () => {
    const { plan, notes } = planOf('Sort 50,000 photos in two months', '20 minutes a day');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('50,000 photos take about 27 hours');
  });
});
