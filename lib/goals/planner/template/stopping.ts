import type { Category } from './category.ts';

/** Leaving something off: smoking, sugar, the phone. Chosen by tailor.ts. */
export const stopping: Category = {
  name: 'wellbeing',
  keywords: {},
  sessionsPerWeek: 5,
  sessionMinutes: 15,
  approach:
    'It first finds out when the wish comes, puts something good in its place, and lets the time without grow. A day that goes wrong is a note on the page, not a new beginning.',
  phases: [
    {
      share: 3,
      activities: [
        ['Notice what comes before it: {subject}', 'Time, place, mood, company: one line each time the wish comes.'],
        ['Write down why you want this', 'Three reasons of your own. Put them where the wish usually comes.', 'once'],
        [
          'Set the day from which you do without: {subject}',
          'A day in the next two weeks, or today. Tell one person.',
          'once',
        ],
        ['Count yesterday on a calendar', 'A cross for a day without it, or the number of times. Without judgement.'],
        ['Take away one thing that reminds you of it', 'Out of the house, off the phone, or to the back of the shelf.'],
        ['Choose what you do instead', 'A glass of water, ten steps, a call: something that takes two minutes.'],
        [
          'Wait ten minutes when the wish comes',
          'Set a timer and do something with your hands. Note whether it got less.',
        ],
        ['Look up one kind of help there is', 'A helpline, a course, a pharmacist, an app. Write down the number.'],
      ],
      steps: [
        ['You know your reasons', '3 reasons written down', 'once'],
        ['You know your moments', '5 moments noted, with what came before them'],
        ['One thing less in the way', '1 reminder taken away'],
        ['Something to do instead', '3 times something else done instead'],
        ['Ten minutes that you can wait', '3 wishes waited out for 10 minutes'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Get through one hard moment without it: {subject}',
          'Breathe, drink a glass of water, change the room. It passes.',
        ],
        ['Lengthen the time between: {subject}', 'A little longer than last week: an hour, half a day, a whole one.'],
        ['Mark the days on a calendar', 'Hang it where you see it. Count the crosses.'],
        ['Spend the time won on something you like', 'Decide beforehand what it is.'],
        ['Tell somebody how it goes', 'One honest sentence is enough. Ask them to ask you again.'],
        ['Change the place where it used to happen', 'Another chair, another way home, another room for the phone.'],
        ['Move for a while when the wish comes', 'Around the block or up the stairs; most wishes last a few minutes.'],
        ['Write down what helped in a hard moment', 'So that you have it at hand next time.'],
      ],
      steps: [
        ['A hard moment passed', '1 hard moment got through and noted'],
        ['Longer than before', '1 stretch without it that is longer than last week'],
        ['Two days in a row', '2 days in a row kept, counted on a calendar', 'once'],
        ['Not alone with it', '1 person told how it goes'],
        ['Time for something better', '{minutes} minutes spent on something you like'],
        ['You know what helps', '3 things written down that helped'],
      ],
    },
    {
      share: 3,
      activities: [
        ['Keep one whole day without it: {subject}', 'Plan the hardest hour of the day beforehand.'],
        [
          'Plan for the situation that usually trips you up',
          'If this happens, I will do that: one sentence, said aloud twice.',
        ],
        ['Add up what you have gained', 'Money, hours, sleep, breath: write the number down.'],
        ['Rehearse how you say no', 'Aloud and kindly, in one short sentence.'],
        ['Reward yourself for the days so far', 'Something small that has nothing to do with it.'],
        ['Look at a day that went wrong, kindly', 'What came before it? One thing you would do differently.'],
      ],
      steps: [
        ['Whole days', '3 days in a row kept, counted on a calendar'],
        ['A plan for hard moments', '2 if-then sentences written down'],
        ['It is worth it', '1 number that shows what you have gained'],
        ['Kind to yourself', '1 hard day looked at and 1 lesson noted'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Live one ordinary day without it: {subject}', 'As you would in a year. Mark it on the calendar.'],
        ['Write a letter to yourself for a hard day', 'Why you did it, and what helped.', 'once'],
        ['Decide what you do after a slip', 'One sentence: a slip is a moment; the next hour counts again.', 'once'],
        ['Count your days in a row', 'The longest row so far, and the one you are in.'],
        ['Celebrate with somebody who knows about it', 'A walk, a meal, a call.'],
        ['Check the places where it could come back', 'Drawer, phone, evening, holiday: change one of them.'],
        ['Think of what you do with the time now', 'Choose one thing that stays.'],
        ['Read your three reasons again', 'Add one that you did not know at the start.'],
      ],
      steps: [
        ['Ordinary days', '5 days in a row kept, counted on a calendar'],
        ['Prepared for a slip', '1 sentence for the hour after a slip', 'once'],
        ['A row you can count', '{tasks} tasks done and every day of the week counted'],
      ],
    },
  ],
  beforeEvent: [
    ['Plan the hardest hour of the day', 'Where you will be, with whom, and what you do instead.'],
    ['Rehearse how you say no, in one sentence', 'Aloud and kindly.'],
  ],
  proof: '7 days in a row kept, counted on a calendar',
};
