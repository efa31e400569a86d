import { daysBetween, todayIn } from '../days.ts';
import { readGoalWords } from '../language/goal.ts';
import { readWhen } from '../language/when.ts';
import { WORDS } from './rule-words.ts';
import { call, capital, type RuleContext, type Ruled } from './ruled.ts';
import { splitTaskLine } from './task-line.ts';

/** Returns a goal that was called one; its end apart, where it names one. */
export function callGoal(goal: string, context: RuleContext): Ruled {
  const words = capital(goal.replace(/[.!]+$/, ''));
  const { horizon } = goalWords(words, context);
  const title = horizon ? withoutWords(words, horizon.words) : undefined;
  return call('create_goal', horizon && title ? { title, target_date: horizon.target_date } : { title: words });
}

function goalWords(title: string, { now, timezone, language, locale = null }: RuleContext) {
  return readGoalWords({ title, today: todayIn(timezone, now), language, locale });
}

/** Returns a goal's title without the words that say until when; undefined where these cannot be cut out. */
function withoutWords(title: string, words: string): string | undefined {
  const at = title.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return undefined;
  const [before, after] = [title.slice(0, at), title.slice(at + words.length)];
  const rest = `${before.replace(LEADS_TO_END, '')} ${after}`.replace(/\s+/g, ' ').replace(/^[\s,]+|[\s,]+$/g, '');
  return rest.length > 2 ? capital(rest) : undefined;
}

const LEADS_TO_END =
  /(?:^|[\s,]+)(?:in|within|by|before|until|over|during|for|bis|innerhalb von|vor|en|dans|avant|d'ici(?: à)?|pour|antes del?|hasta|para|até|em|entro|prima di|binnen|voor|tegen)\s*$/iu;

/** What people mean when they want something that takes weeks. */
export const TAKES_WEEKS =
  /^(?:learn|get (?:fit|in shape|healthy|healthier|better|stronger)|lose|save|run a|write a|read more|read \d+|quit|stop|build|become|master|start a|train for|prepare for|improve|finish a|move to|pass|study for|drink less|eat health|exercise more|sleep better)|(?:lernen|abnehmen|aufhören|sparen|trainieren|fit werden)$|^(?:apprendre|perdre|arrêter|économiser|courir un|maigrir|aprender|perder|dejar de|ahorrar|correr un|deixar de|parar de|poupar|economizar|correr uma|imparare|perdere|smettere|risparmiare|correre una|dimagrire|afvallen|stoppen met)|(?:leren|afvallen|sparen)$/iu;

/** Who asks for a plan wants a goal, whatever it is. */
const ASKS_FOR_PLAN =
  /[,.;]? (?:so )?(?:(?:can|could|will|would) you (?:please )?(?:help|plan|make)|(?:please )?(?:help me|plan (?:it|that)|make (?:me )?a plan)|(?:kannst|könntest) du|hilf mir|mach(?:e)? (?:mir )?einen plan|(?:peux|pourrais)-tu|tu peux m'aider|(?:puedes|podrías) (?:ayudarme|hacer)|ayúdame|(?:podes|pode|podias) ajudar|puoi aiutarmi|mi aiuti|(?:kun|kan) je (?:me |mij )?(?:helpen|een plan))\b.*$/iu;

/** What is wanted sooner is a task. */
const WEEK_DAYS = 7;

/** "I want to …": a goal where it names a time of a week or more, else something that is offered. */
export function wanted(said: string, context: RuleContext): Ruled | null {
  const goal = said.replace(ASKS_FOR_PLAN, '');
  if (goal !== said && goal.length > 2) return callGoal(goal, context);
  const { horizon } = goalWords(goal, context);
  const days = horizon && daysBetween(todayIn(context.timezone, context.now), horizon.target_date) + 1;
  // "By Friday" is a day, "in a week" a time that one takes.
  const isFar = days && (days > WEEK_DAYS || (horizon?.fromSpan && days === WEEK_DAYS));
  if (isFar) return callGoal(goal, context);
  const split = splitTaskLine(goal, context);
  const isGoal = TAKES_WEEKS.test(goal);
  // "By the summer" is no day that a task could be on.
  if (split.when && !(isGoal && readWhen(split.when, context).kind === 'unclear')) return call('create_task', split);
  return isGoal ? { text: WORDS[context.language].offerGoal.replace('{x}', capital(goal)) } : null;
}
