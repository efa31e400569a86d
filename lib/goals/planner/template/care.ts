import { daysBetween } from '../../../days.ts';
import type { PlanContext } from '../context.ts';
import { NUMBER, toNumber } from '../effort.ts';
import type { Activity, Category } from './category.ts';
import { gentle } from './gentle.ts';
import type { GoalFacts } from './goal.ts';
import { people } from './people.ts';
import { WHO } from './tailor.ts';

const BODY_PART = '(?:leg|arm|ankle|wrist|foot|hip|ribs?|bones?|toe|finger|collarbone|back|knee|shoulder|elbow|neck)';
const WHICH = '(?:left|right|lower|upper|big|little|both|two|three)';
const YEARS = '(?:7[5-9]|[89]\\d)';
/** Words narrow enough that "by heart", "my broken bike" and a Mr Walker are none of them. */
const CONDITIONS = [
  'surger(?:y|ies)|(?:after|since|from)\\s+(?:an?|my|the)\\s+(?:\\w+\\s+)?(?:operation|accident|stroke|illness)',
  'pacemaker|c-section|caesarean|(?:had|after|from|long)\\s+covid|pneumonia|had\\s+a\\s+(?:\\w+\\s+)?stroke',
  '(?:hip|knee|shoulder|joint|valve)\\s+replacement',
  'pregnan(?:t|cy)|post-?partum|post-?natal|gave\\s+birth',
  'injur(?:y|ies|ed)|physio(?:therap\\w+)?|rehab(?:ilitation)?(?!\\s+(?:an?|the|this|our)\\b)',
  'heart\\s+(?:attack|disease|failure|condition|problems?|trouble|rhythm|defect|murmur|is\\s+weak)|(?:bad|weak)\\s+heart',
  'blood\\s+(?:pressure|sugar)|cholesterol|hypertension',
  'chemo(?:therapy)?|radiotherapy|(?<!\\bfor\\s(?:\\w+\\s)?)(?:cancer|diabet\\w+)(?!\\s+(?:research|charit\\w+|awareness))',
  'walking\\s+(?:frame|stick)|wheelchair|crutches|rollator|(?:use|using|with|on|need)\\s+(?:a|my)\\s+(?:walker|cane)',
  `(?:broken?|broke|torn|tore|sprain\\w*|fractur\\w*|dislocat\\w*|hurt(?:ing)?|bad)\\s+(?:my\\s+|an?\\s+)?(?:${WHICH}\\s+)?(?:${BODY_PART}|myself)`,
  `fractures?|acl|meniscus|achilles|(?:${BODY_PART}|chest|joint|chronic)\\s+pain|slipped\\s+dis[ck]|herniated|concussion`,
  'arthritis|osteoporosis|asthma|copd|epilepsy|parkinson\\S*|multiple\\s+sclerosis|fibromyalgia|lupus',
  'disorder|anorexi\\w+|bulimi\\w+|depress(?:ed|ion)|bipolar|ptsd|panic\\s+attacks?|alcoholi\\w+',
  '(?:quit|stop|give\\s+up|stopping|quitting)\\s+(?:drinking(?!\\s+\\w)|(?:drinking\\s+)?alcohol)',
  `(?:i['’]?m|i\\s+am|aged?)\\s+${YEARS}(?!\\s*(?:kgs?|kilos?|lbs?|pounds?|cm|days|weeks|%)|\\d|[.,]\\d)`,
  `${YEARS}[\\s-]years?[\\s-]old`,
].join('|');
const NEGATED = '(?<!\\b(?:no|not|never|without|avoid\\w*|prevent\\w*)\\s(?:(?!more\\b)\\w+\\s)?)';
const CONDITION = new RegExp(`\\b${NEGATED}(?:${CONDITIONS})\\b`, 'i');
const DANGER =
  /\b(?:suicidal|(?:of|about|attempted|tried)\s+suicide|self-?harm\w*|(?:kill|harm)(?:ing)?\s+myself|(?:stop|quit|want\s+to|urge\s+to)\s+(?:hurt|cut)(?:t?ing)?\s+myself)\b/i;

const SOMEBODY_ELSE = new RegExp(`\\b(?:(?:my|our|her|his)\\s+(?:\\w+\\s+)?${WHO}|she|he)\\b`, 'i');

const WEIGHT_LOSS = new RegExp(
  `\\b(?:loo?se|losing|shed|drop|weight\\s+loss)[\\s:]+(?:[a-z]+\\s+){0,3}?(${NUMBER})[\\s-]*(kgs?|kilos?|kilograms?|lbs?|pounds?|stone)\\b`,
  'i',
);
/** The most a person should plan to lose in a week, in kilos. */
const MOST_LOSS = 1;

const ASK: Activity = [
  'Ask your doctor or therapist what is safe for you',
  'Tell them what you have in mind, and note what you may do, what can wait, and which signs mean stop.',
  'once',
];
const TALK_FIRST =
  'Please talk to your doctor or therapist before you start: what they say comes before this plan, and slower is always fine.';
const CRISIS = 'If you think of harming yourself, please call your local emergency number or a crisis line now.';
const SLOW_LOSS =
  'No weight is set for the weeks: doctors advise losing about half a kilo (1 lb) a week, because what goes slowly tends to stay away. Please talk to your doctor about the pace that is good for you.';

/**
 * The facts with what the person's health asks for: a talk with a doctor first, a kind word in the summary, gentle movement
 * instead of training, and no weight to reach when it would have to go too fast. Goals about other things stay as they are.
 */
export function withCare(facts: GoalFacts, context: PlanContext): GoalFacts {
  const { name } = facts.category;
  if (name !== 'fitness' && name !== 'wellbeing' && name !== 'other') return facts;
  const title = context.goal.title.slice(0, 500);
  const description = (context.goal.description ?? '').slice(0, 2000);
  const text = `${title}. ${description}`;
  if (DANGER.test(text)) return gently(facts, `${TALK_FIRST} ${CRISIS}`);
  // The health of others is theirs: a pregnant sister to be surprised, a father after a stroke to be called.
  const mayBeOthers = name === 'other' || facts.category === people;
  const isOwn = (each: string) => CONDITION.test(each) && !(mayBeOthers && SOMEBODY_ELSE.test(each));
  if (isOwn(title) || isOwn(description)) {
    return name === 'fitness'
      ? gently(facts, TALK_FIRST)
      : { ...facts, category: askingFirst(facts.category, TALK_FIRST) };
  }
  if (!isTooFast(text, context)) return facts;
  return { ...facts, category: askingFirst(facts.category, SLOW_LOSS), quantity: undefined };
}

function gently(facts: GoalFacts, note: string): GoalFacts {
  return { ...facts, category: askingFirst(gentle, note), quantity: undefined, hasEvent: false };
}

function askingFirst(category: Category, note: string): Category {
  const [first, ...others] = category.phases;
  const phases = first ? [{ ...first, activities: [ASK, ...first.activities] }, ...others] : [];
  return { ...category, phases, approach: `${category.approach} ${note}` };
}

function isTooFast(text: string, { start_date, target_date }: PlanContext): boolean {
  const [, amount, unit] = WEIGHT_LOSS.exec(text) ?? [];
  if (!amount || !unit) return false;
  const inKilos = /^(?:lb|pound)/i.test(unit) ? 0.4536 : /^stone/i.test(unit) ? 6.35 : 1;
  const weeks = (daysBetween(start_date, target_date) + 1) / 7;
  return (toNumber(amount) * inKilos) / weeks > MOST_LOSS;
}
