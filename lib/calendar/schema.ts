import { z } from 'zod';
import { Task } from '../tasks/schema.ts';
import { Series } from '../tasks/series.ts';
import { Day } from '../time.ts';

export const CalendarLink = z
  .object({
    url: z.url().meta({
      example: 'https://flux.example.com/tasks.ics?token=ulNy0tDeMZ0b8Wh9NHgVvkdRAhuYDi0jCezjKNfCC2k',
      description: 'Keep it secret: whoever has it reads your tasks. It is shown this once.',
    }),
  })
  .meta({ id: 'CalendarLink' });
export type CalendarLink = z.infer<typeof CalendarLink>;

export const FeedQuery = z.object({
  token: z.string().max(200).meta({ example: 'ulNy0tDeMZ0b8Wh9NHgVvkdRAhuYDi0jCezjKNfCC2k' }),
});

/** Content of the calendar feed: tasks from the day `from` on, and series that have occurrences since then. */
export const Feed = z.object({ from: Day, tasks: z.array(Task), series: z.array(Series) });
export type Feed = z.infer<typeof Feed>;
