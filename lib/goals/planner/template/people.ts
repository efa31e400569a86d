import type { Category } from './category.ts';

/** Being close to people: friends, family, a partner. Chosen by tailor.ts. */
export const people: Category = {
  name: 'wellbeing',
  keywords: {},
  sessionsPerWeek: 4,
  sessionMinutes: 25,
  approach:
    'It starts with small signs of life, gives the meetings a fixed place in the week, and turns the good ones into something that repeats.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Write or call one person',
          'Two friendly lines or five minutes: ask how they are, and mention something you remember.',
        ],
        [
          'List the people you would like to see more of',
          'Ten names at most. Mark the three you would begin with.',
          'once',
        ],
        ['Ask one open question and just listen', 'No advice for ten minutes. Note one thing you did not know.'],
        ['Look for one place where people meet', 'A course, a club, a choir, a playground: note day and time.'],
        ['Do one small favour without being asked', 'A message, a cup of tea, a lift.'],
        [
          'Put the dates that matter in your calendar',
          'Birthdays, exams, visits: each with a reminder two days before.',
        ],
        ['Put the phone away for one shared meal', 'Yours first; say so only if asked.'],
      ],
      steps: [
        ['You know who matters', '3 people marked on a list', 'once'],
        ['A first sign of life', '2 people written to or called'],
        ['A conversation that went deeper', '1 thing learned that you did not know'],
        ['A place to go', '1 place with its day and time noted'],
        ['Small kindnesses', '{tasks} tasks done, 1 of them a favour'],
      ],
    },
    {
      share: 4,
      activities: [
        ['Invite somebody to something small', 'A coffee, a walk, a game. Offer a day and a time.'],
        ['Write or call one person from your list', 'The one you have not heard from for longest.'],
        ['Go where people meet and stay half an hour', 'Say one sentence to one person; that is enough.'],
        ['Tell somebody what you like about them', 'One concrete thing, in your own words.'],
        ['Plan one hour together that both enjoy', 'Ask first what they would like.'],
        ['Follow up on what somebody told you', 'The exam, the doctor, the journey: ask how it went.'],
        ['Cook or bake something to share', 'Simple is best; the company counts.'],
        ['Write down what was good about a meeting', 'And what you would like to do again.'],
      ],
      steps: [
        ['An invitation sent', '1 invitation with a day and a time'],
        ['Time together', '1 hour spent together'],
        ['A new face', '1 conversation with somebody you hardly know'],
        ['You remembered', '2 people asked how something went'],
        ['Said aloud', '1 person told what you like about them'],
        ['A steady week', '{tasks} tasks and {minutes} minutes for people'],
      ],
    },
    {
      share: 3,
      activities: [
        ['Spend an hour together without a screen', 'A walk, a board game, the dishes.'],
        [
          'Suggest something that repeats',
          'The first Sunday, every Tuesday evening: a date is easier kept than a wish.',
        ],
        ['Say what you need in one kind sentence', 'Begin with "I would like", not with "you never".'],
        ['Make up after a small quarrel', 'Say your part of it first. Without one, thank somebody instead.'],
        ['Bring two people together who would get on', 'One message to both is enough.'],
        ['Write a real letter or card', 'Half a page by hand.'],
      ],
      steps: [
        ['Something that repeats', '1 meeting agreed that repeats'],
        ['An hour that counted', '1 hour together without a screen'],
        ['Said kindly', '1 wish of your own said in a kind sentence'],
        ['Closer than before', '2 people you know better than in week 1'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Keep the meeting that repeats', 'Prepare it the day before, and arrive on time.'],
        ['Thank somebody for the past weeks', 'Say for what exactly.'],
        ['Look at your list of people again', 'Who is closer now, and who comes next?'],
        ['Agree on the next date before you part', 'In both calendars.'],
        ['Choose the two habits with people that stay', 'The weekly call, the Sunday walk.'],
        ['Plan a small celebration together', 'Who, where, when: three lines.'],
      ],
      steps: [
        ['It has its place', '2 meetings in the calendar for the weeks to come'],
        ['Thanks given', '2 people thanked'],
        ['Two habits that stay', '{tasks} tasks done, 2 habits chosen'],
      ],
    },
  ],
  beforeEvent: [
    ['Prepare one question for each person', 'Something you truly want to know.'],
    ['Plan how you get there and back', 'Early enough that you arrive calm.'],
  ],
  proof: '3 people met or called, and 2 dates in the calendar for the time after',
};
