import type { Category } from './category.ts';

export const creative: Category = {
  name: 'creative',
  keywords: {
    write: 4,
    writing: 4,
    novel: 5,
    book: 2,
    story: 4,
    stories: 4,
    poem: 4,
    blog: 4,
    draw: 5,
    drawing: 5,
    paint: 4,
    painting: 5,
    sketch: 5,
    music: 4,
    song: 4,
    songs: 4,
    guitar: 5,
    piano: 5,
    violin: 5,
    sing: 4,
    singing: 4,
    album: 4,
    photo: 3,
    photography: 5,
    film: 4,
    video: 3,
    podcast: 5,
    design: 3,
    knit: 4,
    knitting: 4,
    craft: 3,
    pottery: 5,
    dance: 3,
    comic: 4,
    instrument: 4,
    compose: 4,
    words: 2,
    podcasts: 4,
  },
  sessionsPerWeek: 4,
  sessionMinutes: 40,
  approach: 'It makes beginning easy, produces a lot before judging any of it, then chooses, finishes and shows.',
  phases: [
    {
      share: 3,
      activities: [
        ['Make something small in one sitting', 'A page, a sketch, eight bars. It may be bad; it must be finished.'],
        [
          'Collect ten examples you admire',
          'Note for each, in a few words, what exactly you would like to be able to do.',
          'once',
        ],
        [
          'Practise one basic skill slowly',
          'Choose one thing (a chord change, a line, an opening sentence) and repeat it with attention.',
        ],
        [
          'Prepare your place and tools',
          'Everything within reach, so that beginning takes less than a minute.',
          'once',
        ],
        [
          'Copy a short piece to learn how it is made',
          'For yourself only. Notice where your hand or your ear wants to do it differently.',
        ],
      ],
      steps: [
        ['Beginning is easy', '3 small pieces finished, good or not'],
        ['You know what you admire', '10 examples collected with a note each', 'once'],
        ['A skill takes hold', '1 basic skill practised in {tasks} tasks', 'once'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Work on the main piece: {subject}',
          'Start where it is easiest today. Note in one line where to go on next time.',
        ],
        ['Try three different versions of one idea', 'Quick and rough. Choose only after the third.'],
        ['Practise the passage that resists', 'Half speed, small steps, and stop while it still goes well.'],
        [
          'Play without an aim',
          'Other materials, another genre, another place. What surprises you goes in the notebook.',
        ],
        [
          'Study one good example for half a session',
          'How does it begin, turn and end? Take one thing from it into your own work.',
        ],
      ],
      steps: [
        ['The main piece has begun', '1 first part that stands', 'once'],
        ['More than one way', '3 versions of 1 idea'],
        ['A week of making', '{tasks} tasks and {minutes} minutes of work'],
        ['Half of it exists', '50 % of the main piece in a rough form', 'once'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Revise the main piece: {subject}',
          'First the large (order, shape), then the small. Cut one thing you like but do not need.',
        ],
        ['Show a part to somebody you trust', 'Ask: where did you lose interest, and where did you want more?'],
        [
          'Repeat the difficult passage until it is calm',
          'Three times in a row without a mistake at a slow pace, then a little faster.',
        ],
        ['Rest from it and note fresh ideas', 'A walk or an exhibition, with a notebook in your pocket.'],
      ],
      steps: [
        ['A whole draft', '1 complete version from beginning to end', 'once'],
        ['Seen by other eyes', "1 person's answers noted, 2 changes made"],
        ['Clearly better', '3 passages revised'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Finish the piece: {subject}', 'Only what is needed for "done": no new ideas now.'],
        [
          'Prepare how you will show it',
          'A place, a date, a few people; or a file with the right name in the right format.',
        ],
        ['Go through it once from beginning to end', 'Without stopping to fix. Mark at most three places.'],
        ['Choose what comes next', 'One sentence for the next piece, while the hands are warm.'],
      ],
      steps: [
        ['Nothing left but the polish', '3 last places marked and fixed'],
        ['Ready to be shown', '1 date and 1 place to show it'],
      ],
    },
  ],
  beforeEvent: [
    ['Rehearse the whole thing once, as on the day', 'Same order, same place if you can, no stopping.'],
    ['Prepare what you need to bring and who to tell', 'A short list, packed the evening before.'],
  ],
  proof: '1 finished piece, shown to at least 1 person',
};
