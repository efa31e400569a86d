import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { measureSearch } from '../../harness/search.ts';
import { questions } from '../../harness/search-questions.ts';
import { loadCorpus } from '../../lib/knowledge/corpus.ts';
import type { SearchAnswer } from '../../lib/knowledge/schema.ts';
import { retrieveReferences } from '../../lib/knowledge/search.ts';
import { type Person, startTestStack, type TestStack, times } from '../support/stack.ts';

type Found = z.input<typeof SearchAnswer>;
type Ingested = { id: string; chunks: number };

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
  await loadCorpus();
});
afterAll(() => stack.stop());

const search = async (person: Person, q: string, topK = 5) =>
  (await person.get<Found>(`/api/v1/rag/search?${new URLSearchParams({ q, top_k: String(topK) })}`)).body;
const titles = ({ results }: Found) => results.map(({ title }) => title);

const swimming = {
  title: 'How I learned to swim at forty',
  text: '# Beginning\n\nI was afraid of deep water, so Miriam held me by the elbows.\n\n## The crawl\n\nBreathe to the left on every third stroke.',
  source_url: 'https://example.com/swimming',
};

describe('the shipped texts', () => {
  test(`answer ${questions.length} questions: at least nine in ten find their text among the first three`, async () => {
    const { recallAt3, mrr, missed } = await measureSearch();
    expect(questions.length).toBeGreaterThanOrEqual(30);
    expect(recallAt3, JSON.stringify(missed)).toBeGreaterThanOrEqual(0.9);
    expect(mrr).toBeGreaterThanOrEqual(0.8);
  });

  test('are loaded once: again they are left as they are, and a changed one keeps its id', async () => {
    const { documents, changed } = await loadCorpus();
    expect({ documents, changed }).toEqual({ documents: 18, changed: 0 });
    const ids = await stack.supabase.query('select id from public.documents where user_id is null order by id');
    await stack.supabase.query(
      "update public.documents set text = 'Old.' where id in (select id from public.documents where user_id is null limit 1)",
    );
    await stack.supabase.query("insert into public.documents (user_id, title, text) values (null, 'Withdrawn', 'x')");
    expect((await loadCorpus()).changed).toBe(2);
    expect(await stack.supabase.query('select id from public.documents where user_id is null order by id')).toEqual(
      ids,
    );
  });

  test('cannot be changed, removed or added to by a person', async () => {
    const person = await stack.signUp();
    const [shared] = (await search(person, 'how to wake up earlier')).results;
    expect((await person.delete(`/api/v1/rag/documents/${shared?.document_id}`)).status).toBe(404);
    const { url, publishableKey } = stack.supabase;
    const write = (path: string, method: string, body: unknown) =>
      fetch(`${url}/rest/v1/${path}`, {
        method,
        headers: {
          apikey: publishableKey,
          Authorization: `Bearer ${person.token}`,
          'Content-Type': 'application/json',
          Prefer: 'return=representation',
        },
        body: JSON.stringify(body),
      });
    expect((await write('documents', 'POST', { title: 'Mine', text: 'x', user_id: null })).status).toBe(403);
    expect((await write(`documents?id=eq.${shared?.document_id}`, 'PATCH', { title: 'Mine' })).status).toBe(403);
    expect((await write('rpc/load_shared_documents', 'POST', { p_documents: [] })).status).toBe(403);
    const chunk = { document_id: shared?.document_id, position: 99, title: 'Mine', text: 'x' };
    expect((await write('document_chunks', 'POST', chunk)).status).toBe(403);
  });
});

describe("a person's own text", () => {
  test('is found with the shared ones, with where it is from and its words marked', async () => {
    const person = await stack.signUp();
    const { status, body } = await person.post<Ingested>('/api/v1/rag/ingest', swimming);
    expect(status).toBe(200);
    expect(body).toEqual({ id: expect.any(String), chunks: 2 });
    const found = await search(person, 'How do I breathe when swimming the crawl?');
    expect(found.query).toBe('How do I breathe when swimming the crawl?');
    expect(found.results[0]).toEqual({
      document_id: body.id,
      title: swimming.title,
      snippet: '**Breathe** to the left on every third stroke',
      score: expect.any(Number),
      source_url: swimming.source_url,
    });
  });

  const nfc = 'Brötchen backen'.normalize('NFC');
  test.each([
    ['composed letters by decomposed ones', `Sonntags ${nfc} wir.`, nfc.normalize('NFD')],
    ['decomposed letters by composed ones', `Sonntags ${nfc.normalize('NFD')} wir.`, nfc],
    ['Chinese inside a sentence', '我每天早上写漢字，然后去跑步，一个小时。', '漢字'],
    ['another word of that sentence', '我每天早上写漢字，然后去跑步，一个小时。', '跑步'],
    ['one character', '我每天早上写漢字，然后去跑步。', '步'],
    ['a word at the end of a run', '我每天早上写漢字', '漢字'],
    ['Japanese', '毎朝公園でゆっくり走ることにしています。', '公園'],
    ['half-width katakana by full width', 'ｶﾞｰﾃﾞﾝを走る', 'ガーデン'],
    ['Korean before its particle', '나는 매일 달리기를 합니다.', '달리기'],
    ['Thai inside a sentence', 'ฉันชอบวิ่งตอนเช้าทุกวัน', 'วิ่ง'],
    ['a soft hyphen in the text', 'Donau\u00addampf\u00adschiff fährt', 'Donaudampfschiff'],
    ['a soft hyphen in the query', 'Donaudampfschiff fährt', 'Donau\u00addampf\u00adschiff'],
    ['a ligature in the text', 'An e\ufb03cient o\ufb03ce', 'efficient office'],
    ['a ligature in the query', 'An efficient office', 'e\ufb03cient'],
    ['full width in the text', 'Ｍａｒａｔｈｏｎ training', 'marathon'],
    ['full width in the query', 'Marathon training', 'Ｍａｒａｔｈｏｎ'],
    ['a quoted phrase of unspaced writing', '我每天早上写漢字，然后去跑步。', '"去跑步"'],
    ['a character outside of the basic plane', 'この𠮷野家で食べる', '𠮷野'],
  ])('is found: %s', async (_, text, q) => {
    const person = await stack.signUp();
    await person.post('/api/v1/rag/ingest', { title: 'Notes', text });
    await person.post('/api/v1/rag/ingest', { title: 'Others', text: '今天天气很好 오늘 วันนี้ nothing of it' });
    const found = await search(person, q);
    expect(titles(found)).toEqual(['Notes']);
    expect(found.results[0]?.snippet).toContain('**');
  });

  test('is not found by characters that stand apart in it', async () => {
    const person = await stack.signUp();
    await person.post('/api/v1/rag/ingest', { title: 'Notes', text: '漢和辞典の文字' });
    expect(titles(await search(person, '漢字'))).toEqual([]);
  });

  test('is found by nobody else, and deleted by its owner alone', async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { body } = await owner.post<Ingested>('/api/v1/rag/ingest', swimming);
    expect(titles(await search(stranger, 'Miriam elbows'))).toEqual([]);
    const foreign = await stranger.delete<object>(`/api/v1/rag/documents/${body.id}`);
    const missing = await stranger.delete<object>(`/api/v1/rag/documents/${crypto.randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
    expect(titles(await search(owner, 'Miriam elbows'))).toEqual([swimming.title]);
    expect((await owner.delete(`/api/v1/rag/documents/${body.id}`)).status).toBe(204);
    expect(titles(await search(owner, 'Miriam elbows'))).toEqual([]);
  });

  test('goes in and comes out in one round trip each', async () => {
    const person = await stack.signUp();
    await stack.api.idle();
    const before = stack.supabase.requests.length;
    await person.post('/api/v1/rag/ingest', swimming);
    await search(person, 'swim');
    expect(stack.supabase.requests.slice(before)).toEqual([
      'POST /rest/v1/rpc/ingest_document',
      'POST /rest/v1/rpc/search_documents',
    ]);
  });

  test('goes in once for its Idempotency-Key', async () => {
    const person = await stack.signUp();
    const answers = await Promise.all(
      times(5, () => person.post<Ingested>('/api/v1/rag/ingest', swimming, { 'Idempotency-Key': 'doc' })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(titles(await search(person, 'Miriam'))).toEqual([swimming.title]);
  });

  test('can be half a million characters long, and no longer', async () => {
    const person = await stack.signUp();
    const text = 'The needle is in here. '.padEnd(500_000, 'Hay is dried grass for cattle. ');
    const { body } = await person.post<Ingested>('/api/v1/rag/ingest', { title: 'Haystack', text });
    expect(body.chunks).toBeGreaterThan(400);
    expect(titles(await search(person, 'needle'))).toEqual(['Haystack']);
    const longer = await person.post('/api/v1/rag/ingest', { title: 'Haystack', text: `${text}!` });
    expect(longer.body).toMatchObject({ status: 422, errors: [{ path: 'text' }] });
  });

  test('is one of at most five hundred', async () => {
    const person = await stack.signUp();
    await stack.supabase.query(
      "insert into public.documents (user_id, title, text) select $1, 'Note ' || n, 'x' from generate_series(1, 500) n",
      [person.id],
    );
    expect((await person.post('/api/v1/rag/ingest', swimming)).body).toMatchObject({ status: 409, code: 'conflict' });
  });

  test.each([
    ['no title', { text: 'x' }, 'title'],
    ['no text', { title: 'x' }, 'text'],
    ['headings and nothing under them', { title: 'x', text: '# One\n\n## Two' }, 'text'],
    ['a source that runs code', { title: 'x', text: 'x', source_url: 'javascript:alert(1)' }, 'source_url'],
    ['a source that is no URL', { title: 'x', text: 'x', source_url: 'example' }, 'source_url'],
    ['an unknown field', { title: 'x', text: 'x', shared: true }, ''],
    ['NUL', { title: 'x', text: 'a\u0000b' }, 'text'],
  ])('with %s is refused', async (_, input, path) => {
    const person = await stack.signUp();
    const { body } = await person.post('/api/v1/rag/ingest', input);
    expect(body).toMatchObject({ status: 422, code: 'invalid', errors: [{ path }] });
  });
});

describe('search', () => {
  test.each(['', '   ', 'the of and', 'xyzzy plugh', '"', '-', "' & | ! <-> :* \\", '((('])(
    'finds nothing for %j, and says so',
    async (q) => {
      const person = await stack.signUp();
      expect(await search(person, q)).toEqual({ query: q, results: [] });
    },
  );

  test('prefers what has every word, and falls back to what has some', async () => {
    const person = await stack.signUp();
    await person.post('/api/v1/rag/ingest', { title: 'Alpha', text: 'Quokkas eat eucalyptus at dusk.' });
    await person.post('/api/v1/rag/ingest', { title: 'Beta', text: 'Quokkas, quokkas, quokkas! Nothing but quokkas.' });
    expect(titles(await search(person, 'quokkas eucalyptus'))).toEqual(['Alpha', 'Beta']);
    expect(titles(await search(person, 'quokkas rhododendron'))).toEqual(['Beta', 'Alpha']);
    expect(titles(await search(person, 'quokkas -dusk'))).toEqual(['Beta']);
    expect(titles(await search(person, '"eucalyptus at dusk"'))).toEqual(['Alpha']);
    expect(titles(await search(person, '"dusk at eucalyptus" quokkas'))).toEqual([]);
  });

  test('lets a rare word count more than a common one', async () => {
    const person = await stack.signUp();
    const common = times(8, (n) => ({ title: `Note ${n}`, text: 'The garden, the garden, the garden.' }));
    for (const note of [...common, { title: 'Lost', text: 'Under a marmot.' }]) {
      await person.post('/api/v1/rag/ingest', note);
    }
    expect(titles(await search(person, 'garden marmot'))[0]).toBe('Lost');
  });

  test('weighs a title more than a heading, and a heading more than the text', async () => {
    const person = await stack.signUp();
    await person.post('/api/v1/rag/ingest', { title: 'Third', text: 'About the axolotl.' });
    await person.post('/api/v1/rag/ingest', { title: 'Second', text: '## The axolotl\n\nAbout an animal.' });
    await person.post('/api/v1/rag/ingest', { title: 'The axolotl', text: 'About an animal.' });
    expect(titles(await search(person, 'axolotl'))).toEqual(['The axolotl', 'Second', 'Third']);
  });

  test('finds words of other languages', async () => {
    const person = await stack.signUp();
    await person.post('/api/v1/rag/ingest', { title: 'Üben', text: 'Täglich zwanzig Minuten Klavier üben.' });
    expect(titles(await search(person, 'Klavier'))).toEqual(['Üben']);
    expect(titles(await search(person, 'klavier täglich'))).toEqual(['Üben']);
  });

  test('shows snippets as plain text in which ** is around the words found and nowhere else', async () => {
    const person = await stack.signUp();
    await person.post('/api/v1/rag/ingest', {
      title: 'Marks',
      text: 'Look: **bold** `words` of the wombat *and* its burrow',
    });
    expect((await search(person, 'wombat')).results[0]?.snippet).toBe(
      'Look: bold words of the **wombat** and its burrow',
    );
  });

  test('gives top_k documents at most, each once', async () => {
    const person = await stack.signUp();
    const { results } = await search(person, 'habit day week plan', 3);
    expect(results).toHaveLength(3);
    expect(new Set(results.map(({ document_id }) => document_id)).size).toBe(3);
    expect(results.map(({ score }) => score)).toEqual(results.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  test.each(['q=x&top_k=0', 'q=x&top_k=21', 'q=x&top_k=two', 'top_k=3', 'q=%00', `q=${'x'.repeat(501)}`])(
    'refuses %s',
    async (query) => {
      const person = await stack.signUp();
      expect((await person.get(`/api/v1/rag/search?${query}`)).body).toMatchObject({ status: 422, code: 'invalid' });
    },
  );
});

describe('the planner', () => {
  const wedding = {
    title: 'Get fit for my wedding',
    description: 'Lose 15 lbs and improve stamina over 12 weeks',
  };

  test('retrieves the passages that say something about a goal, and cites them', async () => {
    const { id } = await stack.signUp();
    const references = await retrieveReferences({ ownerId: id }, wedding);
    expect(references.map(({ title }) => title)).toEqual(['Getting fit without getting hurt']);
    expect(references[0]).toEqual({
      document_id: expect.any(String),
      title: 'Getting fit without getting hurt',
      source_url: null,
      text: expect.stringMatching(/wedding/),
    });
    expect(references[0]?.text.length).toBeLessThanOrEqual(1200);
  });

  test("retrieves its owner's own texts, and nobody else's", async () => {
    const [owner, other] = await Promise.all([stack.signUp(), stack.signUp()]);
    await owner.post('/api/v1/rag/ingest', swimming);
    const goal = { title: 'Learn to swim', description: 'the crawl, breathing "properly" -fast' };
    const titlesFor = async (person: Person) =>
      (await retrieveReferences({ ownerId: person.id }, goal)).map(({ title }) => title);
    expect(await titlesFor(owner)).toContain(swimming.title);
    expect(await titlesFor(other)).not.toContain(swimming.title);
  });
});
