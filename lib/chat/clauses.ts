import { asksForText, asksSomething } from './asks.ts';
import { PRONOUN } from './follow-up-tasks.ts';
import { beginsWith, changesOnCondition, isAbout } from './phrases.ts';
import { rules } from './rule-calls.ts';
import { acceptOffer } from './rule-offers.ts';
import { WORDS } from './rule-words.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { answerSmallTalk, isNever } from './small-talk.ts';
import { splitTaskLine } from './task-line.ts';
import { type Call, callsMax } from './thought.ts';

/** Longer messages, and ones of more clauses, are stories. */
const charactersMax = 300;
const clausesMax = 4;
/** A sentence's end; no abbreviation's and no number's: "Dr. Weber", "am 3. Dezember". */
const SENTENCE_END =
  /(?<=[!?…]+|(?<!\b(?:dr|mr|mrs|ms|st|prof|ca|bzw|usw|etc|vs|approx|sra?|p\.m|a\.m|z\.b|d\.h)|\d)\.)\s+(?=\S)/iu;
/** What is kept word for word, so that nothing said beside it may be dropped. */
const WHOLE = ['remember', 'forget', 'create_goal', 'replan_goal', 'search_notes'];
/** What reads a time, which may stand in a clause of its own. */
const TIMED = ['create_task', 'reschedule_task'];

/**
 * Rules the clauses of a message one by one: of "cancel the plumber, he can't make it" the second is why, of "tick off the
 * run. what's left?" both are asked. A request of which nothing is made is named; null where the whole has to be read.
 */
export function ruleClauses(
  message: string,
  context: RuleContext,
  one: (clause: string) => Ruled | null,
): Ruled | null {
  if (message.length > charactersMax || message.includes('\n') || asksForText(message)) return null;
  const { language } = context;
  const clauses = message.split(SENTENCE_END).flatMap((sentence) => splitClauses(sentence, language));
  if (clauses.length < 2 || clauses.length > clausesMax) return null;
  const [first = '', ...later] = clauses;
  const isPut = (clause: string) => isAbout(clause, 'put_it', context);
  const head = later.some(isPut) ? put(first, context, one) : one(first);
  const ruled = clauses.map((clause, at) =>
    at === 0 ? head : isPut(clause) ? null : (one(clause) ?? tooLike(clause, head)),
  );
  // Who takes it back in the same breath wants nothing done.
  const takenBack = ruled.slice(1).find((each) => isNever(each?.text) && !each?.calls?.length);
  if (takenBack) return takenBack;
  const calls = resolved(ruled);
  if (changesOnCondition(clauses, { calls }, language)) return null;
  const open = clauses.filter((clause, at) => !ruled[at] && !isPut(clause));
  const isTold = calls.some(({ name }) => WHOLE.includes(name));
  const isTimed =
    calls.some(({ name }) => TIMED.includes(name)) && open.some((clause) => splitTaskLine(clause, context).when);
  if (ruled.every((each) => !each) || (open.length > 0 && (isTold || isTimed))) return null;
  const asked = open.filter((clause) => asksSomething(clause) || beginsWith(clause, 'requests', language));
  // What only explains is no reason to act: "I was ill, so the gym is done" is not read.
  if (!head && calls.length > 0 && open.length === clauses.length - 1 && !isRequest(clauses, ruled, language))
    return null;
  const texts = [
    ...ruled.flatMap((each) => each?.text ?? []),
    ...asked.map((clause) => WORDS[language].leftAlone.replace('{x}', () => clause.replace(/[.!?,\s]+$/, ''))),
  ];
  return { ...(texts.length ? { text: [...new Set(texts)].join(' ') } : {}), calls: calls.slice(0, callsMax) };
}

/** "The laundry too" after "groceries are done": the same of something else. */
function tooLike(clause: string, head: Ruled | null): Ruled | null {
  const [, task] =
    /^(.{2,60}?),? (?:too|as well|also|auch|aussi|también|tambien|também|anche|pure|ook)[.!]?$/iu.exec(clause) ?? [];
  const [call] = head?.calls ?? [];
  if (!task || call?.name !== 'complete_task') return null;
  return { calls: [{ ...call, arguments: { ...call.arguments, task } }] };
}

/** The calls of all clauses, "it" being what the clause before is about: "the dentist is called off, delete it". */
function resolved(ruled: (Ruled | null)[]): NonNullable<Ruled['calls']> {
  const calls: NonNullable<Ruled['calls']> = [];
  let known: Call['arguments'][string] | undefined;
  for (const each of ruled) {
    for (const call of each?.calls ?? []) {
      const isSame = PRONOUN.test(String(call.arguments.task ?? '')) && known !== undefined;
      const args: Call['arguments'] =
        isSame && known !== undefined ? { ...call.arguments, task: known } : call.arguments;
      if (!isSame || !calls.some(({ name }) => name === call.name)) calls.push({ ...call, arguments: args });
      known = args.task ?? args.title ?? known;
    }
    known = each?.about ?? known;
  }
  return calls;
}

/** Splits a sentence before what is asked for, what explains, or what takes it all back at its end: "…, no". */
function splitClauses(sentence: string, language: RuleContext['language']): string[] {
  const parts = sentence.split(/,\s+|\s+[-–—]\s+|;\s+/u);
  const clauses: string[] = [];
  for (const [at, part] of parts.entries()) {
    const isNew =
      beginsWith(part, 'requests', language) ||
      beginsWith(part, 'reasons', language) ||
      takesBack(parts.slice(at).join(', '), language);
    const last = isNew ? undefined : clauses.pop();
    clauses.push(last === undefined ? part : `${last}, ${part}`);
  }
  return clauses;
}

const takesBack = (words: string, language: RuleContext['language']): boolean =>
  !words.endsWith('?') && isNever(answerSmallTalk(words, language) ?? undefined);

/** Puts on the list what was named before: "new tyres for the car, put it on the list". */
function put(clause: string, context: RuleContext, one: (clause: string) => Ruled | null): Ruled | null {
  const ruled = one(clause);
  if (ruled?.calls?.length) return ruled;
  const made = rules.create_task({ line: clause }, context);
  if ((made?.calls?.length ?? 0) > 1) return made;
  return (ruled?.text && acceptOffer(ruled.text, context)) || made;
}

function isRequest(clauses: string[], ruled: (Ruled | null)[], language: RuleContext['language']): boolean {
  return clauses.some((clause, at) => ruled[at] && (asksSomething(clause) || beginsWith(clause, 'requests', language)));
}
