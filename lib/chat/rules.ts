import { readCare } from '../care/read.ts';
import { findByWords } from '../intents/find-by-words.ts';
import { detectLanguage } from '../language/detect.ts';
import { type Language, languageOf } from '../language/languages.ts';
import { asksForText, asksSomething } from './asks.ts';
import { ruleClauses } from './clauses.ts';
import { carriedCode } from './code.ts';
import { answerDayQuestion } from './day-questions.ts';
import { followUp, isCorrection } from './follow-up.ts';
import { askAboutFragment } from './fragments.ts';
import { readMood } from './mood.ts';
import { bareIn, errandFor, ruleFor } from './phrases.ts';
import { sayMemories, titlesOf } from './rule-memories.ts';
import { FALLBACK, WORDS } from './rule-words.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { answerSmallTalk, isComfort, sayComfort, sayCongratulations, sayTo } from './small-talk.ts';
import { openTasks, type Snapshot } from './snapshot.ts';
import { answerCalculation, answerNextCalculation } from './sums.ts';
import { type Call, callsMax, type Thought } from './thought.ts';
import { runCode } from './tools.ts';
import { bareLine, statedFact } from './unasked.ts';

/** What the rules look at of a message: its words, the turns before it, and the person. */
export type RuledMessage = {
  content: string;
  history: { content: string; response: string | null }[];
  /** Whether the conversation has had the hint of what would make more possible, in whatever language. */
  hinted: boolean;
  person: Snapshot;
};

/** Longer messages are stories, not requests that a rule could be sure of. */
const charactersMax = 600;
const shortWords = 4;

/**
 * Thinks about a message without a model: code that it carries is run as it stands, sums are worked out, what a phrase of the
 * tables asks for is done by its intent, small talk is returned. Where nothing fits, it says what does work.
 */
export function thinkByRules(message: RuledMessage, now: Date): Thought {
  const { person } = message.person;
  const content = message.content.trim();
  const preferred = languageOf(person.locale);
  // A short correction is in the language of what it corrects.
  const before =
    content.split(/\s+/).length < shortWords ? (message.history.at(-1)?.content ?? '').slice(0, charactersMax) : '';
  const language = detectLanguage(`${before} ${content}`.trim(), preferred);
  const code = carriedCode(content);
  if (code && /```|~~~/.test(content)) return thinkOfCode(code);
  const context: RuleContext = {
    now,
    timezone: person.timezone,
    locale: person.locale,
    language,
    preferred,
    tasks: openTasks(message.person, now),
    memories: message.person.memories,
    goals: message.person.goals,
  };
  // Whoever is in danger is answered with care (by what reads the message for it), and nothing is done beside it.
  const care = readCare(content, person);
  if (care?.kind === 'crisis' && care.tier === 'nothing') return { text: sayComfort(language), calls: [] };
  const told = content.length > charactersMax ? null : rule(content, message, context);
  // "I had a row with my boyfriend and I feel awful" is no success, although something was done.
  const isSorrow = told !== null && isPraise(told, context) && readMood(content, [language])?.mood === 'tired';
  const ruled = isSorrow ? { text: sayComfort(language) } : told;
  if (ruled) return toThought(ruled, language);
  if (code) return thinkOfCode(code);
  // Two words are too few to tell a language by.
  const spoken = content.split(/\s+/).length < 3 ? preferred : language;
  // Whoever asks something has gone on to something else.
  const isHard = care !== null || (isComfort(message.history.at(-1)?.response ?? '') && !asksSomething(content));
  if (isHard) return { text: sayComfort(spoken), calls: [] };
  const mood = readMood(content, [...new Set([spoken, preferred])]);
  if (mood) return { text: sayTo(mood.mood, mood.language), calls: [] };
  const question = askAboutFragment(content, { ...context, language: spoken });
  return question ? { text: question, calls: [] } : fallback(message, spoken);
}

/** Tells whether a rule comes to praise for something that is not on the list. */
function isPraise({ text, calls = [] }: Ruled, { tasks, language }: RuleContext): boolean {
  if (calls.length === 0) return text === sayCongratulations(language);
  return calls.every(
    ({ name, arguments: { task } }) => name === 'complete_task' && findByWords(tasks, String(task)).length === 0,
  );
}

function rule(content: string, { history }: RuledMessage, context: RuleContext): Ruled | null {
  const last = history.at(-1);
  const next = answerNextCalculation(content, history, context);
  if (next !== null) return { text: next };
  const answered = last?.response
    ? followUp(content, { response: last.response, before: history.map((turn) => turn.content) }, context)
    : null;
  if (answered) return answered;
  const answer = answerCalculation(content, context) ?? answerDayQuestion(content, context);
  if (answer !== null) return { text: answer };
  const one = (clause: string) => ruleOne(clause, context);
  return (
    errandFor(content, context) ??
    answerTalk(content, context) ??
    ruleClauses(content, context, one) ??
    one(content) ??
    (isCorrection(content, context) ? { text: WORDS[context.language].whichTask } : null)
  );
}

function ruleOne(clause: string, context: RuleContext): Ruled | null {
  return (
    errandFor(clause, context) ??
    answerTalk(clause, context) ??
    ruleFor(clause, context) ??
    statedFact(clause, context) ??
    bareLine(clause, context) ??
    answerFromMemory(clause, context)
  );
}

/** Words of a question that tell nothing of what it is about, in the seven languages. */
const TELLS_NOTHING = new Set(
  [
    'who how why the and for not are was you can did has any get got its now what when where which whose should would could have does know about tell with today tonight tomorrow there this that time many much long like name called again',
    'wer wie was wann warum welche welcher der die das den dem und für nicht ist sind war bin bist hat habe hast kann kannst mein meine meinen meiner heute morgen dass noch heißt heisst',
    'qui que quoi quand pourquoi comment quel quelle les des une est sont suis pas mon mes avec pour dans cette tout sais appelle combien',
    'quién quien qué cuándo cómo cuál dónde por los las una uno para con mis está estoy son hoy sabes llama cuánto cuanto',
    'quem que quando como qual onde porque por para pra com meu minha meus minhas uma não está estou são hoje falta quanto chama',
    'chi che cosa quando come quale dove perché per con mio mia miei una non sono oggi sai chiama quanto',
    'wie wat wanneer waar hoe welke het een van voor met mijn niet ben bent heb heeft vandaag kan weet heet hoeveel',
  ].flatMap((words) => words.split(' ')),
);
const tellingLettersMin = 3;

/** Returns what is remembered that shares at least half of a question's telling words: "where does Anna live". */
function answerFromMemory(content: string, { memories, language }: RuleContext): Ruled | null {
  if (!asksSomething(content)) return null;
  const words = (content.replace(/['’]s\b/g, '').match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length >= tellingLettersMin && !TELLS_NOTHING.has(word.toLowerCase()),
  );
  const [found] = words.length ? findByWords(titlesOf(memories), words.join(' ')) : [];
  if (!found) return null;
  // One word of many is chance: "how far is it to my goal" is not about "my goal-keeper".
  const shared = words.filter((word) => findByWords([found], word).length > 0);
  return 2 * shared.length >= words.length ? { text: sayMemories([found], language) } : null;
}

function answerTalk(content: string, { language }: RuleContext): Ruled | null {
  const text = answerSmallTalk(content, language) ?? answerSmallTalk(bareIn(content, language), language);
  return text === null ? null : { text };
}

function thinkOfCode({ language, code }: { language: string; code: string }): Thought {
  if (language === 'python') return { text: '', calls: [{ id: 'rule', name: runCode, arguments: { code } }] };
  return {
    text: `That program is marked as ${language}, and I can only run Python. Put Python into a block that begins with \`\`\`python.`,
    calls: [],
  };
}

function toThought({ text = '', calls = [] }: Ruled, language: Language): Thought {
  const placed = calls.slice(0, callsMax).map((call, place): Call => ({ id: `rule_${place}`, ...call, language }));
  return { text, calls: placed };
}

/** Returns what does work, in the person's language; what would make more possible is said once in a conversation. */
function fallback({ content, hinted }: RuledMessage, language: Language): Thought {
  const { unread, beyond, can, hint } = FALLBACK[language];
  const text = `${asksSomething(content) || asksForText(content) ? beyond : unread} ${can}`;
  return hinted ? { text, calls: [] } : { text: `${text}\n\n${hint}`, calls: [], hints: true };
}
