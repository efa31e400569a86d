import type { Category } from './category.ts';

export const other: Category = {
  name: 'other',
  keywords: {},
  sessionsPerWeek: 4,
  sessionMinutes: 30,
  approach:
    'It makes the goal concrete, takes the first small steps soon, then works through the larger parts and leaves time to finish.',
  phases: [
    {
      share: 3,
      activities: [
        ['Take the smallest useful step: {subject}', 'Something that is finished when the time is up, however small.'],
        [
          'Describe what "done" looks like in five lines',
          'What will be there that is not there now, and how will somebody else notice?',
          'once',
        ],
        [
          'List everything that might have to be done',
          'Ten minutes without sorting, then mark the three that matter most.',
          'once',
        ],
        ['Ask somebody who has done it before', 'One question: what would you do first, and what would you leave out?'],
      ],
      steps: [
        ['A picture of the end', '5 lines that say what "done" means', 'once'],
        ['A list and a beginning', '10 steps listed and the first 2 done', 'once'],
        ['Time set aside and used', '{tasks} tasks and {minutes} minutes done this week'],
      ],
    },
    {
      share: 4,
      activities: [
        ['Work on the next part: {subject}', 'Decide in one sentence what will be finished today, then begin.'],
        [
          'Prepare the step after next',
          'What will be needed: a tool, a fact, an appointment, a person? Arrange it now.',
        ],
        ['Remove one obstacle', 'The thing that made you stop last time. Solve it, shrink it or go around it.'],
        ['Try a second way for the hardest part', 'Small and quick, just to compare.'],
        ['Learn one thing that makes the rest easier', 'Half an hour of reading or asking, then use it at once.'],
      ],
      steps: [
        ['The first part stands', '1 part finished'],
        ['The way is clear', '1 obstacle removed and 2 steps prepared'],
        ['A steady week', '{tasks} tasks and {minutes} minutes done'],
        ['Halfway there', '50 % of the list struck off', 'once'],
      ],
    },
    {
      share: 3,
      activities: [
        ['Finish one larger part: {subject}', 'Choose the one that others depend on.'],
        [
          'Check what you have against your five lines',
          'What is missing, and what is no longer needed? Strike it out.',
        ],
        ['Show what you have and ask for one improvement', 'To somebody who will be honest and kind.'],
        ['Improve the part you like least', 'Often half an hour is enough to change that.'],
      ],
      steps: [
        ['The large parts stand', '2 larger parts finished'],
        ['Seen by somebody else', '1 answer received and 1 improvement made'],
        ['Closer than it feels', '75 % of the list struck off', 'once'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Complete what is still open: {subject}', 'Smallest things first, nothing new.'],
        ['Test the result as if you saw it for the first time', 'Go through it once and note at most three things.'],
        ['Decide how it goes on from here', 'What stays, who looks after it, and what comes next.'],
      ],
      steps: [
        ['Only small things left', '3 open points or fewer'],
        ['Tested once from start to end', '1 full test with at most 3 notes'],
      ],
    },
  ],
  beforeEvent: [
    ['Prepare everything for the day', 'A list on one page: what, when, who. Pack or lay out what you can.'],
    ['Walk through the day once in your mind', 'From getting up to coming home. Note the one thing that was missing.'],
  ],
  proof: '100 % of the five lines from week 1 are true',
};
