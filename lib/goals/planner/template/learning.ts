import type { Category } from './category.ts';

export const learning: Category = {
  name: 'learning',
  keywords: {
    learn: 4,
    learning: 3,
    study: 4,
    course: 3,
    curriculum: 4,
    exam: 4,
    certificate: 3,
    certification: 3,
    language: 4,
    spanish: 4,
    french: 4,
    german: 4,
    italian: 4,
    japanese: 4,
    chinese: 4,
    english: 3,
    python: 3,
    javascript: 3,
    ml: 3,
    ai: 2,
    math: 3,
    maths: 3,
    machine: 2,
    programming: 3,
    code: 2,
    coding: 3,
    history: 2,
    physics: 3,
    statistics: 3,
    read: 2,
    reading: 2,
    books: 2,
    class: 2,
    degree: 3,
    thesis: 3,
    vocabulary: 4,
    grammar: 4,
    chess: 3,
    master: 2,
    understand: 2,
    algorithm: 3,
    data: 1,
    university: 3,
    school: 2,
    structured: 1,
  },
  sessionsPerWeek: 4,
  sessionMinutes: 45,
  approach:
    'It builds the basics first, moves to exercises and something of your own, comes back to old material on purpose, and ends by showing what you can do.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Study the next section: {subject}',
          'Read or watch it once, then write five lines from memory before you look again.',
        ],
        [
          'Choose your main source and list its chapters',
          'One book or course is enough. Split its chapters over the weeks of this plan.',
          'once',
        ],
        [
          'Make cards for the terms you met',
          'Ten to fifteen cards, a question on the front and your own words on the back.',
        ],
        [
          'Solve the easiest exercises of the section',
          'Work without looking at the solutions, then compare and note one thing that was new.',
        ],
        [
          'Recall the last section without notes',
          'Take an empty page and write or say everything you remember. Then fill in the gaps in another colour.',
        ],
      ],
      steps: [
        [
          'A source chosen and a first section behind you',
          '1 list of chapters with dates and 1 section finished',
          'once',
        ],
        ['The basic terms are yours', '15 terms explained from memory', 'once'],
        ['Studying has its fixed place', '{tasks} tasks and {minutes} minutes done this week'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Practise with exercises: {subject}',
          'Begin with one you know, then two that are a little too hard. Keep the mistakes: they are the material of the review.',
        ],
        [
          'Study one new section and summarise it in ten lines',
          'Write the summary without the book open, as if for a friend.',
        ],
        ['Repeat your cards and drop the easy ones', 'Short and brisk. What was wrong comes back tomorrow.'],
        [
          'Build something small with what you know',
          'A page, a conversation, a worked example, a little program: small enough to finish today.',
        ],
        [
          'Explain one idea aloud in five minutes',
          'To somebody or to your phone. Where you get stuck is what you study next.',
        ],
      ],
      steps: [
        ['Exercises without help', '5 exercises solved without looking at the solution'],
        ['A first thing of your own', '1 small piece finished that uses what you learned', 'once'],
        ['Old material still there', '20 cards answered, at least 16 of them right'],
        ['An idea you can explain', '1 idea explained aloud in 5 minutes'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Work on your project: {subject}',
          'Decide before you start what will be finished at the end of this session.',
        ],
        ['Repair your three weakest spots', 'Look through your mistakes, choose three, and redo an exercise for each.'],
        [
          'Test yourself under real conditions',
          'A timer, no notes, and a mark at the end. Note what you would do differently.',
        ],
        [
          'Compare your work with a good example',
          'Find one by somebody experienced, and write down two things to take from it.',
        ],
      ],
      steps: [
        ['A project that stands', '1 project with its first working part', 'once'],
        ['Weak spots repaired', '3 weak spots practised again, at least 2 of them now right'],
        ['A test under real conditions', '1 timed test with a result of 70 % or more'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Finish and polish what you will show: {subject}', 'Cut what is unfinished rather than adding something new.'],
        ['Take a full practice test', 'All topics, with a timer. Go through each mistake afterwards.'],
        ['Write a one-page summary of everything', 'One page forces you to choose. Use it as the last thing you read.'],
        ['Show your result to somebody and ask two questions', 'What was clear, and what was not?'],
      ],
      steps: [
        ['Everything once more', '1 full practice test and 1 page of summary'],
        ['Ready to show', '1 result finished and shown to 1 person'],
      ],
    },
  ],
  beforeEvent: [
    ['Skim your one-page summary and your old mistakes', 'Nothing new now. Stop when you notice that you know it.'],
    [
      'Prepare the day: place, time, things to bring',
      'Put everything by the door, and plan to arrive with twenty minutes to spare.',
    ],
  ],
  proof: '1 result shown or 1 final test passed that covers all {weeks} weeks',
};
