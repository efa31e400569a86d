import { z } from 'zod';
import { defineIntent } from './intent.ts';
import { sayList, shortTitle } from './speech.ts';

const askQuery = 'What should I look for in your notes?';
/** Few enough to listen to. */
const toldMax = 3;

export const searchNotes = defineIntent({
  name: 'search_notes',
  description: "Search the person's own notes and documents for words.",
  input: z.object({
    query: z
      .string(askQuery)
      .trim()
      .min(1, askQuery)
      .max(500, askQuery)
      .meta({ description: 'The words to look for.', example: 'passport number' }),
  }),
  changesData: false,
  reads: ['notes'],
  run({ notes }, { query }) {
    const data = { notes };
    const [best] = notes;
    if (!best)
      return {
        status: 'ok',
        speech: `I found nothing about ${shortTitle(query)} in your notes.`,
        data,
        means: { sentence: 'notes_none', title: query },
      };
    const titles = sayList(notes.slice(0, toldMax).map(({ title }) => shortTitle(title)));
    const quote = best.snippet.replaceAll('**', '').replace(/\s+/g, ' ').trim();
    return {
      status: 'ok',
      speech: `${notes.length === 1 ? `In your note ${titles}` : `I found ${titles}. In the first`} it says: ${quote}`,
      data,
    };
  },
});
