import { NUMBER, readEffort } from '../effort.ts';
import { career } from './career.ts';
import type { Category } from './category.ts';
import { creative } from './creative.ts';
import { finance } from './finance.ts';
import { fitness } from './fitness.ts';
import { home } from './home.ts';
import { learning } from './learning.ts';
import { other } from './other.ts';
import { wellbeing } from './wellbeing.ts';

/** What the template planner understands of a goal. */
export type GoalFacts = {
  category: Category;
  /** The thing itself in a few words, for titles ("conversational Spanish"); empty when it cannot be said briefly. */
  subject: string;
  /** The number the goal is about, such as 15 lbs, 5 km or $5,000. */
  quantity?: Quantity;
  /** Whether it leads up to a day (a race, a wedding, an exam), which wants a lighter last week. */
  hasEvent: boolean;
  /** How much of it the plan covers, from 0 to 1: less than 1 when it asks for more weeks than a plan has. */
  part: number;
  /** Minutes of a session and sessions a week that the person named. */
  sessionMinutes?: number;
  sessionsPerWeek?: number;
};

/** An amount to reach: `prefix` and `unit` go around the number. Distances do not start at zero, and may have a decimal. */
export type Quantity = { amount: number; prefix: string; unit: string; isDistance: boolean; isWhole: boolean };

const CATEGORIES = [fitness, learning, career, finance, home, creative, wellbeing];
const EVENT =
  /\b(?:wedding|race|marathon|half-marathon|triathlon|exams?|finals|recital|concert|performance|competition|tournament|interview|presentation|audition|trip|vacation|holiday|ceremony|exhibition|premiere)\b/i;
/** Lengths that are races only where it is about sport. */
const RUN = /(?<![\d.,])(?:5|10)k\b/i;

/** Reads category, subject, amount, event and effort from the goal's title and description. */
export function readGoal(goal: { title: string; description?: string | null }): GoalFacts {
  const title = goal.title.slice(0, 500);
  const description = (goal.description ?? '').slice(0, 2000);
  const category = findCategory(title, description);
  const text = `${title}. ${description}`;
  const effort = readEffort(text);
  return {
    category,
    subject: findSubject(title),
    quantity: findQuantity(title, category) ?? findQuantity(withoutWhatIs(description), category),
    hasEvent: EVENT.test(text) || (category.name === 'fitness' && RUN.test(text)),
    part: 1,
    sessionMinutes: effort.minutes === undefined ? undefined : Math.min(Math.max(effort.minutes, 5), 240),
    sessionsPerWeek: effort.perWeek === undefined ? undefined : Math.min(Math.max(Math.round(effort.perWeek), 1), 7),
  };
}

/** The category whose words weigh most; a word in the title counts twice. `other` when none is there. */
export function findCategory(title: string, description: string): Category {
  const [inTitle, inDescription] = [tokens(title), tokens(description)];
  const scored = CATEGORIES.map((category) => ({
    category,
    score: Object.entries(category.keywords).reduce((sum, [keyword, weight]) => {
      return sum + weight * (mentions(inTitle, keyword) ? 2 : mentions(inDescription, keyword) ? 1 : 0);
    }, 0),
  }));
  const best = scored.reduce((most, each) => (each.score > most.score ? each : most));
  return best.score > 0 ? best.category : other;
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[$€£¥]|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

function mentions(words: string[], keyword: string): boolean {
  if (keyword.includes(' ')) return ` ${words.join(' ')} `.includes(` ${keyword} `);
  return words.some((word) => word === keyword || (keyword.length >= 5 && word.startsWith(keyword)));
}

const TIME_UNIT = 'days?|weeks?|wks?|fortnights?|months?|quarters?|years?';
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const SOME_TIME = `(?:${NUMBER}|half|an?|few|couple\\s+of|next|this|coming)[\\s-]+(?:an?\\s+|few\\s+|couple\\s+of\\s+)*(?:${TIME_UNIT})`;
const A_DATE = `${NUMBER}(?:st|nd|rd|th)?(?:\\s+of)?\\s+(?:${MONTH})|(?:${MONTH}|${WEEKDAY}|christmas|easter|halloween|new\\s+year|tomorrow|20\\d\\d|q[1-4])|\\d+[./-]\\d+`;
const TIME_WORDS = new RegExp(
  [
    `\\b(?:over|in|within|during|for|across|by|before|until|till|on|at)\\s+(?:(?:the|about|around|next|coming|this|under|less\\s+than|just|only)\\s+)*(?:(?:${SOME_TIME}|${A_DATE})\\b|(?:end|start|beginning|middle)\\s+of\\b|(?:${TIME_UNIT})\\b).*$`,
    `\\b${NUMBER}[\\s-]*(?:${TIME_UNIT})\\b(?![\\s-]*olds?\\b)`,
    `\\bthis\\s+(?:year|month|quarter)\\b`,
  ].join('|'),
  'gi',
);
const LEADING_VERB =
  /^(?:i\s+(?:want|need|would\s+like)\s+to\s+)?(?:please\s+)?(?:learn(?:\s+(?:to|how\s+to|about))?|study(?:\s+for)?|complete|finish|start|begin|improve|get\s+better\s+at|practi[sc]e|become|build|create|make|do|work\s+on|master|write|read|organi[sz]e|plan|prepare(?:\s+for)?|save(?:\s+up)?(?:\s+for)?|find|get)(?!\s+(?:up|out|over|back|off|rid|into|together)\b)(?:\s+(?:(?:an?|the|my|our|some|more|of)\s+)?|$)/i;
/** What is left at the end when a time was taken away: "run 5k in under". */
const LOOSE_END =
  /(?:[\s.,;:!?-]|(?<=\s)(?:in|under|over|for|by|at|within|about|less\s+than|to|from|until|only|just)(?=[\s.,;:!?-]|$))+$/i;

/** The goal without its time and its leading verb; empty when nothing short is left. */
function findSubject(title: string): string {
  const timeless = readEffort(title).rest.replace(TIME_WORDS, ' ').replace(/\s+/g, ' ').trim();
  const subject = timeless.replace(LOOSE_END, '').replace(LEADING_VERB, '');
  return subject.length >= 2 && subject.length <= 50 ? subject : '';
}

const AMOUNT = '\\d(?:[\\d.,]*\\d)?';
const SIGN = '[$€£¥]';
const MONEY = new RegExp(`(${SIGN})\\s?(${AMOUNT})(k\\b)?|(?<![\\d.,])(${AMOUNT})(k)?\\s?(${SIGN})`, 'i');
const BARE_K = /(?<![\d.,$€£¥])(\d{1,3})\s?k(?:m|ms)?\b(?!\s*(?:words|steps))/i;
/** Words that end what is counted: "500 euro for my trip" is 500 euro. */
const SMALL_WORD =
  'a|an|am|pm|st|nd|rd|th|x|of|in|to|and|or|by|on|at|for|the|with|my|our|from|over|within|until|before|than|is|this|less|across|always|plus|its|his|was|has';
/** A word, or one or two others and the plural they belong to: "customers", "paying customers". */
const COUNTED = `((?:(?!(?:${SMALL_WORD})\\b)[a-z][a-z-]*(?<!s)\\s+){1,2}(?!(?:${SMALL_WORD})\\b)[a-z-]{2,}s(?![\\w-])|[a-z][a-z-]+)`;
const COUNT = new RegExp(`(?<![\\w.,-])(${AMOUNT})(k?)([\\s-]?)${COUNTED}\\b`, 'gi');
const NOT_A_UNIT = new RegExp(
  `^(?:${TIME_UNIT}|tagen?|wochen?|monaten?|jahren?|jours|semaines?|mois|ans|semanas?|meses|${MONTH}|minutes?|mins?|min|hours?|hrs?|hr|seconds?|${SMALL_WORD}|km|k|-.*)$`,
  'i',
);
/** A unit that stands before its thing in the singular, as in a 300-page or a 50,000 word novel. */
const ATTRIBUTE = /^(?:word|page)$/i;
const DISTANCE = /^(?:km|kilomet(?:er|re)s?|miles?|mi|laps?)$/i;
const WEIGHT = /^(?:lbs?|pounds?|kgs?|kilos?|kilograms?|stone)$/i;
/** A weight is an amount to reach only when it is lost, gained or collected; "weigh 70 kg" and "deadlift 100 kg" start elsewhere. */
const WEIGHT_GROWS =
  /\b(?:los[et]|losing|loss|lighter|drop|shed|burn|gain|gaining|rid|off|save|saving|raise|collect|abnehmen|zunehmen|perdre|perder)\b/i;

/** "92 kg to 85 kg": where something starts and ends. */
const FROM_TO = new RegExp(
  `\\bfrom\\s+${SIGN}?${AMOUNT}k?\\s*[\\p{L}]*\\s+(?:down\\s+|up\\s+)?to\\s+${SIGN}?${AMOUNT}k?`,
  'giu',
);
const PERIOD = '(?:day|night|week|month|year)\\b';
/** "500 new words a day", "$200/month", "10,000 steps daily": what is done again and again, so no amount to reach. */
const RATES = new RegExp(
  `(?<![\\d.,])(?:${SIGN}\\s?)?\\d[\\d.,]*k?\\s?${SIGN}?\\s*(?:(?!(?:with|by|in|and|\\p{L}+ing)\\b)\\p{L}[\\p{L}-]*(?:\\s+|(?=/))){0,3}(?:/\\s*${PERIOD}|\\b(?:an?|per|each|every)\\s+${PERIOD}|\\b(?:daily|weekly|monthly|yearly)\\b)|\\b(?:daily|weekly|monthly)\\s+${SIGN}?\\d[\\d.,]*k?`,
  'giu',
);
/** A sentence of the description that says how things are. */
const AS_IT_IS = /\b(?:now|currently|already|am|weigh|have(?!\s+to\b)|can|earn|was|takes?)\b|\bI['’]m\b/i;

function withoutWhatIs(description: string): string {
  const sentences = description.split(/(?<=[.!?;])\s+|\n+/);
  return sentences.filter((sentence) => !AS_IT_IS.test(sentence)).join(' ');
}

function findQuantity(words: string, category: Category): Quantity | undefined {
  const text = readEffort(words.replace(RATES, ' ').replace(FROM_TO, ' ')).rest;
  const money = MONEY.exec(text);
  if (money) return quantity(money[2] ?? money[4], money[3] ?? money[5], { prefix: money[1] ?? money[6] });
  const distance = category.name === 'fitness' ? BARE_K.exec(text) : null;
  if (distance) return quantity(distance[1], '', { unit: 'km', isDistance: true });
  for (const { 1: amount, 2: thousand, 3: joint, 4: counted = '', index } of text.matchAll(COUNT)) {
    const first = counted.split(' ')[0] ?? counted;
    const [isDistance, isWeight] = [DISTANCE.test(first), WEIGHT.test(first)];
    if (NOT_A_UNIT.test(first) || (isWeight && !growsFromZero(text, index))) continue;
    const isOne = !counted.endsWith('s') && (joint === '-' || ATTRIBUTE.test(counted));
    const unit = isDistance || isWeight ? first : isOne ? `${counted}s` : counted;
    return quantity(amount, thousand, { unit, isDistance, isWhole: !isDistance && !isWeight });
  }
  return undefined;
}

function growsFromZero(text: string, index: number): boolean {
  return WEIGHT_GROWS.test(text) && !/\b(?:to|at|weigh|under|below)\s+$/i.test(text.slice(0, index));
}

function quantity(text: string | undefined, thousand: string | undefined, rest: Partial<Quantity>) {
  const amount = toAmount(text ?? '') * (thousand ? 1000 : 1);
  if (!Number.isFinite(amount) || amount <= 1 || amount > 1e9) return undefined;
  return { amount, prefix: '', unit: '', isDistance: false, isWhole: false, ...rest };
}

/** The value of "1,500.50", and of "1.500,50" and "12,5" as the continent writes them. */
function toAmount(text: string): number {
  const isContinental = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+,\d{1,2}$/.test(text);
  return Number(isContinental ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''));
}

/** How much of the amount is reached after a share (0 to 1) of the plan, in words: "5 of 15 lbs"; undefined while it is nothing. */
export function progressTowards(goal: Quantity, share: number): string | undefined {
  const raw = goal.amount * (goal.isDistance ? 0.3 + 0.7 * share : share);
  const fine = goal.amount < 100 && !goal.isWhole;
  const reached = share >= 1 ? goal.amount : fine ? Math.round(raw * 10) / 10 : Math.floor(raw);
  if (reached <= 0) return undefined;
  const number = (value: number) => {
    const cents = goal.prefix && !Number.isInteger(value) ? 2 : 0;
    return `${goal.prefix}${value.toLocaleString('en-US', { minimumFractionDigits: cents })}`;
  };
  return `${number(reached)} of ${number(goal.amount)}${goal.unit ? ` ${goal.unit}` : ''}`;
}
