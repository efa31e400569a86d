import { findByWords } from '../intents/resolve.ts';
import { SENTENCES, type Sentence } from '../intents/sentences.ts';
import { isCommand } from '../intents/verbs.ts';
import { readWhen } from '../language/when.ts';
import { ruleFor } from './phrases.ts';
import { WORDS } from './rule-words.ts';
import { call, type RuleContext, type Ruled } from './ruled.ts';
import { answerSmallTalk } from './small-talk.ts';
import { isTime, splitTaskLine } from './task-line.ts';
import { bareLine } from './unasked.ts';

const YES =
  /^(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please(?: do)?|yes please|do it|go ahead|of course|why not|ja|gern(?:e)?|bitte|oui|volontiers|sí|si|claro|vale|sim|sì|certo|ja graag|graag)[.! ]*$/iu;
const asked = (sentence: Sentence) =>
  new RegExp(
    Object.values(SENTENCES)
      .map((table) => (table[sentence].split(/\{\w+\}/).at(0) ?? '').replace(/[?.]/g, '\\$&'))
      .map((start) => `^${start}`)
      .join('|'),
    'u',
  );
/** The questions that intents ask back, and the argument that answers each. */
const QUESTIONS: [question: RegExp, argument: string][] = [
  [/^When should it be(?: instead)?\?|When should it be\? Say for example/, 'when'],
  [/Which one do you mean(?::|\?)|^Which task do you mean\?/, 'task'],
  [asked('which_task'), 'task'],
  [/^Which goal do you mean/, 'goal'],
  [asked('which_goal'), 'goal'],
  [/^What should it be called\?/, 'title'],
  [/^By (?:when|which day) do you want to reach/, 'target_date'],
];
const answerCharactersMax = 80;
/** "The one with Anna" names a task; longer words that fit none are about something else. */
const nameWordsMax = 4;

/** "No, 6 not 5", "nein, um 16 Uhr", "not Friday, Saturday": the time that the last task should have had. */
const CORRECTIONS = [
  /^(?:no|nope|sorry|oops|wait|actually|i meant?|nein|ne|quatsch|ich meine?|non|pardon|enfin|je voulais dire|perdón|digo|mejor|quiero decir|não|desculpa|digo|quero dizer|scusa|anzi|volevo dire|nee|ik bedoel)[, ]+(?:(?:no|sorry|i meant?|actually|make it|make that|at least|doch|lieber|plutôt|mejor|melhor|meglio|liever),? )*(?<when>.+?)(?:,? (?:not|nicht|pas|statt|instead of|rather than|en lugar de|em vez de|invece di|niet) .+| instead| plutôt| mejor| lieber)?$/iu,
  /^(?:not|nicht|pas|niet) (?:on |at |am |um |om |op )?[^,]+, (?:(?:but|sondern|mais|maar) )?(?<when>.+)$/iu,
];
/** What stands for the task that was just spoken of. */
const PRONOUN =
  /^(?:it|that|this|that one|this one|the last one|das|den|die|es|ça|cela|le|la|celle-là|celui-là|eso|esa|ese|isso|isto|essa|questo|questa|quello|quella|dat|die|het)$/iu;

/** What a message comes to as the answer to what was asked before: a yes to an offer, or the one thing that was missing. */
export function followUp(
  message: string,
  last: { response: string; before: string[] },
  context: RuleContext,
): Ruled | null {
  const said = message.trim().replace(/[.!]+$/, '');
  if (YES.test(said)) return acceptOffer(last.response, context);
  const about = aboutTheSame(said, last.before, context);
  if (about) return about;
  const argument = QUESTIONS.find(([question]) => question.test(last.response))?.[1];
  if (!argument || said.length > answerCharactersMax || said.endsWith('?')) return null;
  if (argument === 'when' && !isTime(said.replace(/^(?:to|for) /i, ''), context)) return null;
  if (argument !== 'when' && isNewRequest(said, argument, context)) return null;
  const before = ruleFor(last.before.at(-1) ?? '', context)?.calls ?? [];
  const [call] = before;
  if (!call || before.length > 1) return null;
  return { calls: [{ ...call, arguments: { ...call.arguments, [argument]: said.replace(/^(?:to|for|the) /i, '') } }] };
}

/** A correction of the time, or what "it" should come to, of the task that a message before put on the list or changed. */
function aboutTheSame(said: string, before: string[], context: RuleContext): Ruled | null {
  const time = CORRECTIONS.map((form) => form.exec(said)?.groups?.when).find((words) => words !== undefined);
  const when = time && clockFirst(time);
  if (when && isTime(when, context)) {
    const task = lastTask(before, context);
    return task ? call('reschedule_task', { task, when }) : null;
  }
  const asked = ruleFor(said, context)?.calls ?? [];
  const [first] = asked;
  if (!first || asked.length > 1 || !PRONOUN.test(String(first.arguments.task ?? ''))) return null;
  const task = lastTask(before, context);
  return task ? { calls: [{ ...first, arguments: { ...first.arguments, task } }] } : null;
}

/** An hour of the 24 in a form that no other language reads as something else, as German does "alle 18". */
function clockFirst(time: string): string {
  const [, hour, minutes = '00'] =
    /^[^\d]{0,8}(1[3-9]|2[0-3])(?:[:h.](\d\d))? ?(?:h|uhr|uur|heures|horas|ore)?$/iu.exec(time) ?? [];
  if (hour) return `at ${hour}:${minutes}`;
  return /^\d{1,2}$/.test(time) ? `at ${time}` : time;
}

const ABOUT_TASKS = ['create_task', 'reschedule_task', 'complete_task', 'cancel_task', 'rename_task'];
const turnsMax = 4;

/** The task that the last request was about; of several, the one with a time of day. */
function lastTask(before: string[], context: RuleContext): string | undefined {
  for (const content of before.slice(-turnsMax).reverse()) {
    const { calls = [] } = ruleFor(content, context) ?? bareLine(content, context) ?? {};
    if (calls.length === 0) continue;
    const those = calls.length === 1 ? calls : calls.filter(({ arguments: { when } }) => hasTime(when, context));
    const [one] = those;
    const name = one?.arguments.title ?? one?.arguments.task;
    if (!one || those.length > 1 || !ABOUT_TASKS.includes(one.name) || typeof name !== 'string') return undefined;
    if (!PRONOUN.test(name)) return idOn(name, one.arguments.when, context) ?? name;
  }
  return undefined;
}

/** The id of the open task of that title on the day that was said, for another day may have one of the same title. */
function idOn(title: string, when: unknown, { tasks, ...moment }: RuleContext): string | undefined {
  const read = typeof when === 'string' ? readWhen(when, moment) : undefined;
  const day = read && 'date' in read ? read.date : undefined;
  return tasks.find((task) => task.title === title && task.date === day && !task.series_id)?.id;
}

function hasTime(when: unknown, context: RuleContext): boolean {
  const read = typeof when === 'string' ? readWhen(when, context) : undefined;
  return read !== undefined && 'time' in read && read.time !== undefined;
}

/** Whether words ask for something of their own, which drops the question, and name no open task. */
function isNewRequest(said: string, argument: string, context: RuleContext): boolean {
  if (ruleFor(said, context)) return true;
  if (argument === 'task') {
    const isNamed = findByWords(context.tasks, said).some(({ title }) => !beginsOtherwise(said, title));
    if (isNamed || isCommand(said)) return !isNamed;
  }
  if (answerSmallTalk(said, context.language) || bareLine(said, context)) return true;
  return argument === 'task' && said.split(/\s+/).length > nameWordsMax;
}

/** Whether words begin with a verb that the title does not: "make the stamps urgent" is not "Buy stamps". */
function beginsOtherwise(said: string, title: string): boolean {
  const [verb = ''] = said.toLowerCase().split(' ');
  return isCommand(said) && !title.toLowerCase().startsWith(verb);
}

function acceptOffer(response: string, context: RuleContext): Ruled | null {
  for (const { offerTask, offerGoal } of Object.values(WORDS)) {
    const task = offered(offerTask, response);
    if (task) return { calls: [{ name: 'create_task', arguments: { ...splitTaskLine(task, context) } }] };
    const goal = offered(offerGoal, response);
    if (goal) return { calls: [{ name: 'create_goal', arguments: { title: goal } }] };
  }
  return null;
}

function offered(offer: string, response: string): string | undefined {
  const [before = '', after = ''] = offer.split('{x}');
  return response.startsWith(before) && response.endsWith(after)
    ? response.slice(before.length, response.length - after.length)
    : undefined;
}
