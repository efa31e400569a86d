import type { Category } from './category.ts';

export const career: Category = {
  name: 'career',
  keywords: {
    job: 5,
    career: 5,
    interview: 5,
    resume: 4,
    cv: 4,
    promotion: 5,
    promoted: 5,
    raise: 1,
    'a raise': 4,
    'pay raise': 4,
    salary: 4,
    portfolio: 3,
    network: 3,
    networking: 4,
    linkedin: 4,
    freelance: 4,
    client: 3,
    clients: 3,
    business: 3,
    startup: 4,
    launch: 2,
    hire: 3,
    hired: 4,
    manager: 3,
    leadership: 4,
    presentation: 3,
    speaking: 3,
    company: 2,
    profession: 3,
    work: 1,
    employer: 4,
    apply: 3,
    application: 2,
    internship: 4,
    customers: 3,
  },
  sessionsPerWeek: 4,
  sessionMinutes: 40,
  approach:
    'It makes clear what you want and can show, then goes out to people, then practises the deciding conversations.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Describe in ten lines what you want next: {subject}',
          'Role, people, money, place: what must be, what may be, and what you no longer want.',
        ],
        [
          'Collect five results from your work with numbers',
          'What was it before, what did you do, what was it after? Five short paragraphs.',
          'once',
        ],
        [
          'Read ten openings or offers and mark what repeats',
          'The words that come back are the ones your own papers should use, where they are true.',
        ],
        ['Update one section of your profile', 'Only one at a time: headline, summary or latest role.'],
        [
          'List twenty people who know your field',
          'Former colleagues count most. Note where you met and what you could offer them.',
          'once',
        ],
        ['Research one employer or client in depth', 'What they do, what they need, who decides: half a page.'],
        ['Write your introduction in three sentences', 'What you do, for whom, with what result. Say it aloud twice.'],
        [
          'Compare your skills with what is asked for',
          'Two columns: have, missing. Mark the one gap that matters most.',
        ],
      ],
      steps: [
        ['A clear aim', '1 page that says what you want, read aloud once', 'once'],
        ['Results with numbers', '5 results written down, each with a number'],
        ['A list of people', '20 names with the last contact noted', 'once'],
        ['You know where you are wanted', '10 openings or offers read, 3 words that repeat noted'],
        ['A profile that fits', '1 section of your profile updated'],
        ['An introduction that sits', '3 sentences said aloud without notes'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Write to two people and ask one good question',
          'Short, friendly, and about their work rather than your need.',
        ],
        [
          'Tailor your papers to one concrete opening',
          'Take its three main requirements and put a result of yours next to each.',
        ],
        [
          'Build one piece that shows what you can do',
          'A case, a sample, a small talk: something that another person can look at in five minutes.',
        ],
        [
          'Send one application, offer or proposal',
          'Finished beats perfect. Note the date on which you will follow up.',
        ],
        [
          'Learn one skill that the openings keep asking for',
          'Choose the smallest useful part, and try it on something real.',
        ],
        [
          'Contact one person you have not spoken to for a year',
          'Remember something good, ask how it is going, and leave it at that.',
        ],
        ['Improve the paper that went out last', 'What was asked for, and where can it be found at a glance?'],
        ['Follow one company or field and note its news', 'Three lines: each is a reason to write to somebody.'],
      ],
      steps: [
        ['Conversations begin', '2 messages sent and 1 conversation arranged', 'once'],
        ['Something to show', '1 sample finished that takes 5 minutes to look at'],
        ['Out of the door', '2 applications, offers or proposals sent'],
        ['A steady week', '{tasks} tasks and {minutes} minutes done this week'],
        ['An old contact is warm again', '2 people written to after a long time'],
        ['A gap gets smaller', '1 skill tried out on something real'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Practise your answers to the five likeliest questions',
          'Aloud, two minutes each. Record one and listen to it once.',
        ],
        ['Follow up on everything that is open', 'One kind sentence and one piece of news are enough.'],
        ['Prepare a short story of a problem you solved', 'Situation, what you did, the result with its number.'],
        [
          'Ask somebody for honest feedback',
          'Show them your papers or a practice answer, and ask for one thing to change.',
        ],
        ['Research what is usually paid or agreed', 'Three sources, one range, and where you see yourself in it.'],
        ['Answer the question you are most afraid of', 'In writing first, then aloud, in under a minute.'],
      ],
      steps: [
        ['Answers that flow', '5 answers practised aloud in 2 minutes each'],
        ['Nothing left lying', '100 % of the open contacts answered or followed up'],
        ['An outside view', '1 round of feedback received and 1 thing changed'],
        ['A number you can stand behind', '3 sources for what is usually paid or agreed'],
      ],
    },
    {
      share: 2,
      activities: [
        [
          'Rehearse the deciding conversation',
          'With a friend or a mirror: opening, your main point, the number or the request, the close.',
        ],
        [
          'Write down your request and your limits',
          'What you ask for, what you would accept, and where you would say no.',
        ],
        ['Thank the people who helped', 'Two or three lines each, with what became of it.'],
        [
          'Decide the next step and put a date on it',
          'Look at what answered and what did not, and put the effort where it worked.',
        ],
        ['Update your papers with what the weeks brought', 'New results, new words, new people.'],
      ],
      steps: [
        ['Ready for the deciding conversation', '1 full rehearsal done'],
        ['A clear request', '1 page with your request and 2 limits', 'once'],
        ['Thanks and next steps', '2 people thanked and 1 next step with a date'],
      ],
    },
  ],
  beforeEvent: [
    [
      'Prepare the day: papers, route, clothes, questions',
      'Three questions of your own, printed papers, and twenty minutes of reserve on the way.',
    ],
    ['Rehearse your first two minutes aloud', 'A calm beginning carries the rest. Three times is enough.'],
  ],
  proof: '1 deciding step taken (a talk held, an offer made or an answer received), noted with its date',
};
