import type { Category } from './category.ts';

export const home: Category = {
  name: 'home',
  keywords: {
    home: 3,
    house: 4,
    apartment: 4,
    room: 3,
    rooms: 3,
    kitchen: 4,
    garden: 5,
    declutter: 5,
    clean: 4,
    cleaning: 4,
    organize: 4,
    organise: 4,
    tidy: 5,
    renovate: 5,
    renovation: 5,
    paint: 2,
    furniture: 4,
    move: 1,
    moving: 3,
    garage: 4,
    basement: 4,
    attic: 4,
    closet: 4,
    wardrobe: 4,
    repair: 3,
    cook: 3,
    cooking: 3,
    plants: 3,
    puppy: 4,
    dog: 3,
    baby: 2,
    nursery: 4,
    balcony: 4,
    laundry: 4,
  },
  sessionsPerWeek: 3,
  sessionMinutes: 40,
  approach:
    'It takes one small area at a time, finishes it before the next, and leaves routines that keep it that way.',
  phases: [
    {
      share: 3,
      activities: [
        ['Clear one drawer, shelf or corner completely', 'Everything out, wipe, and only what you use goes back.'],
        [
          'Walk through and list what bothers you',
          'Room by room, without fixing anything yet. Mark the three that would help most.',
          'once',
        ],
        ['Photograph how it looks now', 'One picture of each area. You will want them at the end.', 'once'],
        [
          'Set up three boxes: keep, give, bin',
          'Anything you hold for more than half a minute goes in "keep" for now.',
        ],
      ],
      steps: [
        ['A list and a first corner', '1 list with 3 priorities and 1 corner finished', 'once'],
        ['The easy things are gone', '10 things given away or binned'],
        ['A rhythm that fits', '{tasks} tasks and {minutes} minutes done this week'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          'Finish the next area on your list: {subject}',
          'Choose one you can complete today. A finished shelf is worth more than a half-cleared room.',
        ],
        ['Repair one thing that has been waiting', 'Look up the fix, put the tools out, and do only this one.'],
        [
          'Measure and list what is needed for the next step',
          'Sizes, materials, prices. Photograph the place with the tape in the picture.',
        ],
        ['Take away what is leaving', 'The bag in the hallway does not count as gone.'],
        [
          'Give every frequent thing a fixed place',
          'Close to where it is used, with a label if others live there too.',
        ],
      ],
      steps: [
        ['One area done', '1 whole area finished, with a picture'],
        ['Waiting repairs shrink', '2 repairs done or arranged with a date'],
        ['Less to look after', '20 things gone since the start'],
        ['Everything has its place', '10 frequent things with a fixed place'],
      ],
    },
    {
      share: 3,
      activities: [
        ['Work on the largest open piece: {subject}', 'Divide it first, and decide which part ends today.'],
        [
          'Set up a ten-minute evening routine',
          'Three steps at most, always in the same order. Write them where everybody sees them.',
          'once',
        ],
        ['Improve the light, the order or the comfort of one spot', 'One change that you will notice every day.'],
        [
          'Ask for help with one thing you keep putting off',
          'A friend with a drill, a professional with a quote, a child with a box.',
        ],
      ],
      steps: [
        ['The large piece moves', '1 part of the largest piece finished'],
        ['A routine that holds', '5 evenings with the ten-minute routine', 'once'],
        ['Nicer to be in', '1 spot improved, with a picture'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Finish the last details', 'Screws, labels, cables, the one box left: write them down and strike them out.'],
        ['Photograph the same places again', 'From the same spot as at the start, and put the pictures side by side.'],
        ['Agree on who keeps what in order', 'Short and concrete: place, person, day.', 'once'],
      ],
      steps: [
        ['Only details left', '5 details struck off the list'],
        ['Before and after', '3 pairs of pictures', 'once'],
      ],
    },
  ],
  beforeEvent: [
    ['Prepare the rooms that will be used', 'Only what people see and need. Everything else can wait behind a door.'],
    ['List what has to be ready on the day', 'With the time and the person; keep it to one page.'],
  ],
  proof: '100 % of the list from week 1 struck off, with pictures of before and after',
};
