import type { Category } from './category.ts';

export const wellbeing: Category = {
  name: 'wellbeing',
  keywords: {
    meditate: 5,
    meditation: 5,
    mindful: 5,
    mindfulness: 5,
    sleep: 5,
    stress: 5,
    anxiety: 5,
    calm: 4,
    relax: 4,
    happy: 3,
    happier: 4,
    gratitude: 5,
    journal: 4,
    journaling: 5,
    habit: 3,
    habits: 3,
    yoga: 4,
    breathe: 4,
    breathing: 4,
    balance: 2,
    energy: 3,
    smoking: 5,
    smoke: 4,
    alcohol: 4,
    drinking: 3,
    screen: 4,
    phone: 3,
    friends: 3,
    family: 2,
    relationship: 4,
    confidence: 4,
    mental: 5,
    health: 2,
    wellbeing: 5,
    burnout: 5,
    rest: 2,
    quit: 2,
    water: 2,
    sugar: 3,
    social: 2,
    patience: 3,
  },
  sessionsPerWeek: 5,
  sessionMinutes: 20,
  approach:
    'It begins so small that it is hard to miss, watches what helps, and turns that into habits with a fixed place in the day.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Practise in a quiet spot: {subject}',
          'Sit down, set a timer, begin. A wandering mind is part of it: notice, and come back.',
        ],
        [
          'Write three lines about how today went',
          'What gave energy, what took it, and one thing you are thankful for.',
        ],
        [
          'Note your starting point on a scale of ten',
          'Sleep, calm and energy, one number each. You will compare in a few weeks.',
          'once',
        ],
        [
          'Tie the habit to something you already do',
          'After coffee, before brushing teeth: choose the moment and put a visible reminder there.',
          'once',
        ],
        ['Walk outside without your phone', 'Look for five things you had not noticed before.'],
      ],
      steps: [
        ['A starting point', '3 numbers from 1 to 10 noted', 'once'],
        ['The habit has its moment', '{tasks} tasks done, most of them at the same time of day', 'once'],
        ['Begun small, kept up', '{minutes} minutes for yourself this week'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Extend your practice a little: {subject}',
          'One or two minutes more than last week. If it feels like a duty, go back a step.',
        ],
        ['Breathe slowly with long exhales', 'In for four, out for six, lying or sitting. Stop if you feel dizzy.'],
        [
          'Remove one thing that gets in the way',
          'The charger out of the bedroom, the sweets out of sight: change the place rather than the will.',
        ],
        [
          'Talk with somebody who does you good',
          'A call or a walk. Tell them what you are working on, and ask how they are.',
        ],
        ['Write down what helped this week', 'And what made it hard. Both are information, neither is a fault.'],
      ],
      steps: [
        ['Longer and easier', '1 session that lasted 2 minutes longer than before'],
        ['One obstacle less', '1 change made at home', 'once'],
        ['You know what helps', '3 things written down that helped'],
        ['Not alone with it', '1 good conversation'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Keep your practice on an ordinary day: {subject}',
          'The short version counts in full. Decide now what it is.',
        ],
        [
          'Plan for the situation that usually trips you up',
          'If this happens, I will do that: one sentence, said aloud twice.',
        ],
        ['Compare your numbers with the beginning', 'Sleep, calm and energy from one to ten. Small differences count.'],
        ['Do one thing only because it is pleasant', 'Without usefulness. Put it in the calendar like an appointment.'],
      ],
      steps: [
        ['It survives ordinary days', '{tasks} tasks done, 1 of them on a hard day'],
        ['A plan for hard moments', '2 if-then sentences written down'],
        ['A difference you can see', '3 numbers compared with week 1, at least 1 of them better'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Hold your routine as it will stay: {subject}', 'The version you would keep for a year.'],
        ['Write a letter to yourself about what changed', 'What do you want to remember when it gets harder?', 'once'],
        ['Choose the two habits that stay', 'Let the others go with a good conscience.', 'once'],
      ],
      steps: [
        ['Only what works', '2 habits chosen to stay', 'once'],
        ['It belongs to you', '{tasks} tasks done without a reminder'],
      ],
    },
  ],
  beforeEvent: [
    ['Prepare a calm evening before the day', 'Things packed, screen off, to bed at the usual time.'],
    ['Practise your shortest calming exercise', 'Three slow breaths with a long exhale: you can do it anywhere.'],
  ],
  proof: '3 numbers (sleep, calm, energy) compared with week 1, and 2 habits kept for 7 days',
};
