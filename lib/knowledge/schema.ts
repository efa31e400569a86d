import { z } from 'zod';
import { visibleText } from '../text.ts';

/** A web page that a text is from; other schemes could run code where somebody clicks on them. */
const SourceUrl = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain })
  .max(2000)
  .meta({ example: 'https://example.com/spaced-repetition' });

export const DocumentInput = z
  .strictObject({
    title: visibleText(200).meta({ example: 'How I learned to swim at forty' }),
    text: z.string().trim().min(1).max(500_000).meta({
      description: 'Plain text or Markdown.',
      example: '# The first month\n\nI went twice a week, always in the morning, and counted lengths.',
    }),
    source_url: SourceUrl.nullish(),
  })
  .meta({ id: 'DocumentInput' });
export type DocumentInput = z.infer<typeof DocumentInput>;

export const IngestedDocument = z
  .object({ id: z.guid(), chunks: z.int().meta({ example: 3, description: 'In how many pieces it can be found.' }) })
  .meta({ id: 'IngestedDocument' });
export type IngestedDocument = z.infer<typeof IngestedDocument>;

export const SearchQuery = z.object({
  q: z
    .string()
    .max(500)
    .refine((text) => !text.includes('\u0000'), 'holds a NUL character')
    .meta({
      example: 'what to do after missing a day',
      description: 'Words, best as a question; "quoted phrases" must occur, and -words must not.',
    }),
  top_k: z.coerce.number().int().min(1).max(20).default(5).meta({ description: 'How many documents at most.' }),
});

export const SearchResult = z
  .object({
    document_id: z.guid(),
    title: z.string().meta({ example: 'What to do after a missed day' }),
    snippet: z.string().meta({
      example: 'So have a rule ready before it is needed: never **miss** twice. The **day** after a **miss**, do …',
      description: 'Plain text, not HTML: show it as text. The words found stand between **.',
    }),
    score: z.number().meta({ example: 0.42, description: 'The share of the query that the text covers, 0 to 1.' }),
    source_url: z.string().nullable(),
  })
  .meta({ id: 'SearchResult' });

export const SearchAnswer = z
  .object({ query: z.string(), results: z.array(SearchResult) })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof SearchAnswer>;
