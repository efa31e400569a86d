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
        ['Look for three examples of how others did it', 'One line each: what you would take over and what not.'],
        ['Write down what could go wrong and what then', 'Three lines. Most of it gets smaller on paper.'],
        ['Collect what you need for the first part', 'Tools, papers, numbers, names: everything on one table.'],
        ['Time one small step from start to end', 'Now you know how much fits into a week.'],
      ],
      steps: [
        ['A picture of the end', '5 lines that say what "done" means', 'once'],
        ['A list and a beginning', '10 steps listed and the first 2 done', 'once'],
        ['Time set aside and used', '{tasks} tasks and {minutes} minutes done this week'],
        ['Others have done it', '3 examples noted, 1 idea taken over'],
        ['Everything at hand', '1 place with all you need for the first part'],
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
        ['Halve the part you keep putting off', 'And halve it again, until the first piece takes ten minutes.'],
        ['Check the list and strike out what is not needed', 'Three lines less is also progress.'],
        ['Tell somebody what will be finished by Sunday', 'One sentence. Tell them on Sunday how it went.'],
      ],
      steps: [
        ['The first part stands', '1 part finished'],
        ['The way is clear', '1 obstacle removed and 2 steps prepared'],
        ['A steady week', '{tasks} tasks and {minutes} minutes done'],
        ['Halfway there', '50 % of the list struck off', 'once'],
        ['The avoided part has begun', '1 part begun that you had put off'],
        ['A shorter list', '3 lines struck out, done or not needed'],
        ['Said and done', '1 promise for the week kept'],
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
        ['Finish two things that are nearly done', 'The last tenth takes longest, so give it a time of its own.'],
        ['Compare the plan with the calendar', 'What is left, how many hours are there, and what can be smaller?'],
      ],
      steps: [
        ['The large parts stand', '2 larger parts finished'],
        ['Seen by somebody else', '1 answer received and 1 improvement made'],
        ['Closer than it feels', '75 % of the list struck off', 'once'],
        ['Nearly done is done', '2 things finished that were nearly done'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Complete what is still open: {subject}', 'Smallest things first, nothing new.'],
        ['Test the result as if you saw it for the first time', 'Go through it once and note at most three things.'],
        ['Decide how it goes on from here', 'What stays, who looks after it, and what comes next.'],
        ['Thank whoever helped and tell them the result', 'Two lines and, where there is one, a picture.'],
        ['Note what you would do the same way again', 'Three lines for the next goal.'],
      ],
      steps: [
        ['Only small things left', '3 open points or fewer'],
        ['Tested once from start to end', '1 full test with at most 3 notes'],
        ['Ready to hand over', '1 sentence on who looks after it and what comes next'],
      ],
    },
  ],
  beforeEvent: [
    ['Prepare everything for the day', 'A list on one page: what, when, who. Pack or lay out what you can.'],
    ['Walk through the day once in your mind', 'From getting up to coming home. Note the one thing that was missing.'],
  ],
  proof: '100 % of the five lines from week 1 are true',
};
