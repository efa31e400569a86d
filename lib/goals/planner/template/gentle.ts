import type { Category } from './category.ts';

/** Moving with care, for goals of fitness that something about the person's health stands behind. Chosen by care.ts. */
export const gentle: Category = {
  name: 'fitness',
  keywords: {},
  sessionsPerWeek: 4,
  sessionMinutes: 20,
  approach:
    'It starts with very little, stays easy on purpose, and grows only as far as it feels good and those who treat you agree.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Move gently for as long as it feels good',
          'Around the room, to the door or around the block, with any aid you use. Stop when it hurts or you feel unwell.',
        ],
        [
          'Note how you feel today from one to ten',
          'Pain, breath and energy, one number each. Show them at your next visit.',
        ],
        ['Breathe slowly with long exhales', 'In for four, out for six, lying or sitting.'],
        ['Clear the ways you walk at home', 'Loose rugs, cables, poor light: remove one thing you could trip over.'],
        ['Loosen your hands, feet and neck while sitting', 'Slow circles, ten times each way, without pain.'],
        ['Put together your questions for the next visit', 'Three at most, the most important one first.'],
      ],
      steps: [
        ['You know what is safe', '1 talk with your doctor or therapist, and 3 things noted', 'once'],
        ['A gentle beginning', '{tasks} tasks done, all of them without strain'],
        ['Small and regular', '{minutes} easy minutes this week'],
        ['You know your good hours', '3 good hours of the week noted'],
        ['A safe place to move', '1 thing at home made safer'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Move at an easy pace with pauses',
          'As agreed with those who treat you. You should be able to talk the whole time; sit down whenever you like.',
        ],
        ['Do the exercises you were given', 'Slowly and in full. Without any yet, move each joint softly instead.'],
        [
          'Stand up and sit down slowly a few times',
          'A firm chair, hands on the rests if you like. Stop well before tired.',
        ],
        ['Walk to a place you like and rest there', 'A bench, a window, a garden: the way back counts as well.'],
        ['Prepare a good and simple meal', 'Something fresh and enough to drink. Make two portions.'],
        ['Note what did you good this week', 'And what was too much. Both are information, neither is a fault.'],
        ['Call somebody and tell them how it goes', 'Company makes it easier, also over the phone.'],
        ['Rest on purpose with music', 'Lying or sitting. Rest is a part of getting well.'],
      ],
      steps: [
        ['Easy minutes add up', '{minutes} easy minutes this week'],
        ['Your exercises have their place', '3 days with the exercises you were given'],
        ['Rest counted as progress', '2 rests taken on purpose'],
        ['You know what does you good', '3 things written down that did you good'],
        ['Pauses in the right place', '{tasks} tasks done with a pause in each'],
        ['A good day noticed', '1 good day described in 3 lines'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Move the way that felt best so far',
          'The same again, or a minute more if yesterday was good and today is too.',
        ],
        [
          'Compare your numbers with the beginning',
          'Pain, breath and energy from one to ten. Ups and downs are normal.',
        ],
        ['Plan for a hard day', 'One sentence: if today is hard, I will do this small thing and rest.'],
        ['Ask at your next visit what may come next', 'Take your notes along, and write the answer down.'],
        ['Do one everyday thing you had put off', 'A drawer, a letter, a plant: calmly, sitting where possible.'],
        ['Spend a while outside', 'Fresh air and light, standing or sitting, dressed warmly.'],
      ],
      steps: [
        ['A rhythm that suits you', '{tasks} tasks done without strain'],
        ['A plan for hard days', '1 sentence for a hard day written down'],
        ['Numbers side by side', '3 numbers compared with week 1'],
        ['The next step is agreed', '1 answer from your doctor or therapist noted'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Keep the gentle minutes that suit you', 'The version you could keep for a year, good days and hard ones.'],
        ['Write down what you can do now', 'Five lines, also the small things.'],
        ['Choose what you will keep', 'One or two things are enough.'],
        ['Thank somebody who helped', 'Two lines or a call.'],
        ['Enjoy one thing that you can do again', 'Without hurry, and just because it is pleasant.'],
        ['Put your next visits in the calendar', 'With the question you want to ask at each.'],
      ],
      steps: [
        ['What you can do now', '5 lines about what you can do'],
        ['Something that stays', '1 thing chosen to keep'],
        ['Ready for the next step', '{tasks} tasks done, 1 question ready for the next visit'],
      ],
    },
  ],
  beforeEvent: [],
  proof: '{tasks} gentle tasks done, and 1 talk with your doctor or therapist about what may come next',
};
