import { answerSum } from '../arithmetic/sums.ts';
import { answerConversion } from '../arithmetic/units.ts';
import { readCare } from '../care/read.ts';
import { detectLanguage } from '../language/detect.ts';
import { type Language, languageOf } from '../language/languages.ts';
import { carriedCode } from './code.ts';
import { answerDayQuestion } from './day-questions.ts';
import { followUp } from './follow-up.ts';
import { ruleFor } from './phrases.ts';
import { FALLBACK } from './rule-words.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { answerSmallTalk, isComfort, sayComfort } from './small-talk.ts';
import { openTasks, type Snapshot } from './snapshot.ts';
import { type Call, callsMax, type Thought } from './thought.ts';
import { runCode } from './tools.ts';
import { bareLine, statedFact } from './unasked.ts';

/** What the rules look at of a message: its words, the turns before it, and the person. */
export type RuledMessage = {
  content: string;
  history: { content: string; response: string | null }[];
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
  };
  // Whoever is in danger is answered with care (by what reads the message for it), and nothing is done beside it.
  const care = readCare(content, person);
  if (care?.kind === 'crisis' && care.tier === 'nothing') return { text: sayComfort(language), calls: [] };
  const ruled = content.length > charactersMax ? null : rule(content, message, context);
  if (ruled) return toThought(ruled);
  if (code) return thinkOfCode(code);
  // Two words are too few to tell a language by.
  const spoken = content.split(/\s+/).length < 3 ? preferred : language;
  const isHard = care !== null || isComfort(message.history.at(-1)?.response ?? '');
  return { text: isHard ? sayComfort(spoken) : fallback(message, spoken), calls: [] };
}

function rule(content: string, { history }: RuledMessage, context: RuleContext): Ruled | null {
  const last = history.at(-1);
  const answered = last?.response
    ? followUp(content, { response: last.response, before: history.map((turn) => turn.content) }, context)
    : null;
  if (answered) return answered;
  const answer = answerSum(content) ?? answerConversion(content) ?? answerDayQuestion(content, context);
  if (answer !== null) return { text: answer };
  return answerTalk(content, context) ?? ruleFor(content, context) ?? statedFact(content) ?? bareLine(content, context);
}

function answerTalk(content: string, { language }: RuleContext): Ruled | null {
  const text = answerSmallTalk(content, language);
  return text === null ? null : { text };
}

function thinkOfCode({ language, code }: { language: string; code: string }): Thought {
  if (language === 'python') return { text: '', calls: [{ id: 'rule', name: runCode, arguments: { code } }] };
  return {
    text: `That program is marked as ${language}, and I can only run Python. Put Python into a block that begins with \`\`\`python.`,
    calls: [],
  };
}

function toThought({ text = '', calls = [] }: Ruled): Thought {
  return { text, calls: calls.slice(0, callsMax).map((call, place): Call => ({ id: `rule_${place}`, ...call })) };
}

/** What does work, in the person's language; what would make more possible is said once in a conversation. */
function fallback({ history }: RuledMessage, language: Language): string {
  const { text, hint } = FALLBACK[language];
  const isSaid = history.some(({ response }) => response?.includes(hint));
  return isSaid ? text : `${text}\n\n${hint}`;
}
