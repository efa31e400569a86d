import type { Category } from './category.ts';

export const fitness: Category = {
  name: 'fitness',
  keywords: {
    run: 3,
    'run a': -3,
    'run an': -3,
    mile: 3,
    miles: 3,
    km: 3,
    race: 2,
    running: 3,
    runner: 3,
    jog: 3,
    jogging: 3,
    marathon: 4,
    triathlon: 4,
    'half-marathon': 4,
    '5k': 3,
    '10k': 3,
    lbs: 4,
    pounds: 2,
    kg: 3,
    kilos: 3,
    weight: 3,
    lose: 1,
    fit: 3,
    fitness: 4,
    stamina: 4,
    endurance: 4,
    workout: 4,
    'work out': 3,
    'working out': 3,
    'move more': 4,
    exercise: 3,
    gym: 4,
    muscle: 4,
    strength: 3,
    stronger: 3,
    swim: 4,
    swimming: 4,
    cycle: 3,
    cycling: 4,
    bike: 3,
    hike: 3,
    hiking: 3,
    climb: 3,
    pushup: 4,
    pushups: 4,
    'push-ups': 4,
    pullup: 4,
    pullups: 4,
    squat: 4,
    plank: 4,
    body: 1,
    shape: 2,
    healthy: 1,
    walk: 2,
    walking: 2,
    steps: 2,
    flexibility: 3,
    lift: 2,
  },
  sessionsPerWeek: 4,
  sessionMinutes: 40,
  approach:
    'It starts with sessions you can finish without strain, adds a little each week with lighter weeks in between, and ends with a test of what you can do.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Walk briskly, with easy jogs when you feel ready',
          'Keep a pace at which you could still talk in full sentences. Stop early if anything hurts.',
        ],
        [
          'Train the whole body with five basic moves',
          'Squat, push-up (against a wall is fine), row, hip bridge and plank: two rounds, with a pause after each move.',
        ],
        [
          'Stretch hips, calves and shoulders',
          'Hold each stretch for half a minute and breathe out slowly. Nothing should pull sharply.',
        ],
        [
          'Plan the dinners of the next days',
          'Choose meals with vegetables and protein on half the plate, and write the shopping list.',
        ],
        [
          'Measure where you start',
          'Note weight, resting pulse and how far you get in ten minutes. You compare against these numbers later.',
          'once',
        ],
        [
          'Loosen every joint from the neck to the ankles',
          'Slow circles, ten times each way. It takes ten minutes and needs no equipment.',
        ],
        [
          'Climb stairs for five minutes at your own pace',
          'Up briskly, down slowly. Count the floors and note the number.',
        ],
      ],
      steps: [
        ['A starting point that is written down', '3 starting numbers noted and {tasks} tasks done', 'once'],
        ['Training has its fixed place in the week', '{tasks} tasks done on the days they were planned for'],
        ['The basic moves feel familiar', '2 full rounds of the 5 basic moves without a break inside a round'],
        ['A second look at the start', '10 minutes of walking or jogging, with the distance noted'],
        ['Meals that help', '3 dinners planned and cooked'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Alternate one faster minute with two easy ones',
          'Warm up for five minutes first. The faster minutes are brisk, not all-out.',
        ],
        [
          'Lift or carry something heavier than last time',
          'Squat, press and row with weights or a filled backpack: three rounds, leaving two repetitions in reserve.',
        ],
        ['Move at an easy pace for longer than last week', 'Walk, run, swim or cycle. Slow down rather than stop.'],
        [
          'Cook a simple meal with vegetables and protein',
          'Make enough for two portions, so one busy evening is covered.',
        ],
        [
          'Train your core and your balance',
          'Plank, side plank and standing on one leg: three rounds of half a minute each.',
        ],
        [
          'Repeat a short hill or a flight of stairs',
          'Up with effort, down at ease: four times at first, one more each week.',
        ],
        [
          'Swim, cycle or dance instead of your usual session',
          'The same minutes at the same effort, but other muscles.',
        ],
        [
          'Go to bed half an hour earlier and note your pulse',
          'The resting pulse of the morning shows how well you recover.',
        ],
      ],
      steps: [
        ['Longer without stopping', '1 session of steady movement a few minutes longer than last week'],
        ['Stronger than at the start', '3 rounds of the strength moves at a higher weight or with more repetitions'],
        ['Faster minutes in your legs', '6 faster minutes within one session'],
        ['A full training week', '{tasks} tasks and {minutes} minutes done this week'],
        ['More than one way to train', '1 session of a kind that is new to you'],
        ['Recovery counts', '3 resting pulses noted in the morning'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Go the longest distance of the week',
          'Easy from start to end; drink before and after. This session matters most this week.',
        ],
        [
          'Hold a comfortably hard pace',
          'Ten easy minutes, then the middle part at a pace where only short sentences work, then ease off.',
        ],
        [
          'Repeat the strength round with more repetitions',
          'Three rounds of squat, press, row and plank. Keep the form clean, and rest when it slips.',
        ],
        ['Loosen up with slow mobility work', 'Ankles, hips and upper back, slowly and without pain.'],
        [
          'Practise the part that limits you most',
          'Ten minutes for breath, grip, hips or balance: choose one and stay with it.',
        ],
        ['Walk an easy hour with a small backpack', 'A few kilos, flat ground, talking pace.'],
      ],
      steps: [
        ['The longest session so far', '1 session that is your longest since the start'],
        ['A pace you can hold', '10 minutes at a comfortably hard pace in one go'],
        ['Numbers that moved', '3 numbers from week 1 measured again, at least 1 of them better'],
        ['The weak link gets stronger', '3 sets for the part that limits you most'],
      ],
    },
    {
      share: 2,
      activities: [
        [
          'Rehearse your final test at an easy effort',
          'The same route or exercises as on the day, at about three quarters of the effort.',
        ],
        [
          'Keep the muscles awake with a short strength round',
          'One or two rounds of the known moves, well short of tired.',
        ],
        [
          'Measure again and compare with week one',
          'Weight, resting pulse and your ten-minute distance, under the same conditions as at the start.',
        ],
        ['Walk somewhere you like', 'No pace and no watch: this one is for recovery.'],
        ['Note what you will keep after the plan', 'Two sessions a week with day and hour are enough.'],
      ],
      steps: [
        ['Ready for the final test', '1 rehearsal done at an easy effort'],
        ['Fresh legs and a clear picture', '3 numbers measured and compared with week 1'],
        ['It goes on afterwards', '2 sessions a week put in the calendar for the time after'],
      ],
    },
  ],
  beforeEvent: [
    [
      'Prepare clothes, food and the way there',
      'Lay out everything for the day and try on what you will wear. Nothing new on the day itself.',
    ],
    [
      'Move easily for a short while and stop fresh',
      'A gentle session with three brisk half-minutes. Rest counts as training now.',
    ],
  ],
  proof: '1 final test done and compared with the numbers from week 1',
};
