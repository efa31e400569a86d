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
  /** Minutes of a session and sessions a week that the person named. */
  sessionMinutes?: number;
  sessionsPerWeek?: number;
};

/** An amount to reach: `prefix` and `unit` go around the number. Distances do not start at zero, and may have a decimal. */
export type Quantity = { amount: number; prefix: string; unit: string; isDistance: boolean; isWhole: boolean };

const CATEGORIES = [fitness, learning, career, finance, home, creative, wellbeing];
const EVENT =
  /\b(?:wedding|race|marathon|half-marathon|triathlon|10k|5k|exams?|finals|recital|concert|performance|competition|tournament|interview|presentation|audition|trip|vacation|holiday|ceremony|exhibition|premiere)\b/i;

/** Reads category, subject, amount, event and effort from the goal's title and description. */
export function readGoal(goal: { title: string; description?: string | null }): GoalFacts {
  const title = goal.title.slice(0, 500);
  const description = (goal.description ?? '').slice(0, 2000);
  const category = findCategory(title, description);
  const effort = readEffort(`${title}. ${description}`);
  return {
    category,
    subject: findSubject(title),
    quantity: findQuantity(readEffort(title).rest, category) ?? findQuantity(readEffort(description).rest, category),
    hasEvent: EVENT.test(`${title} ${description}`),
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
  return text.toLowerCase().match(/[$€£]|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

function mentions(words: string[], keyword: string): boolean {
  return words.some((word) => word === keyword || (keyword.length >= 5 && word.startsWith(keyword)));
}

const TIME_UNIT = 'days?|weeks?|wks?|fortnights?|months?|quarters?|years?';
const TIME_WORDS = new RegExp(
  `\\b(?:(?:over|in|within|during|for|across|by|before|until|till)\\b.*$)|\\b${NUMBER}[\\s-]*(?:${TIME_UNIT})\\b|\\bthis\\s+(?:year|month|quarter)\\b`,
  'gi',
);
const LEADING_VERB =
  /^(?:i\s+(?:want|need|would\s+like)\s+to\s+)?(?:please\s+)?(?:learn(?:\s+(?:to|how\s+to|about))?|study|complete|finish|start|begin|improve|get\s+better\s+at|practi[sc]e|become|build|create|make|do|work\s+on|master|write|read|organi[sz]e|plan|prepare(?:\s+for)?|save(?:\s+up)?|find|get)\s+(?:(?:an?|the|my|some|more)\s+)?/i;

/** The goal without its time and its leading verb; empty when nothing short is left. */
function findSubject(title: string): string {
  const timeless = readEffort(title).rest.replace(TIME_WORDS, ' ').replace(/\s+/g, ' ').trim();
  const subject = timeless.replace(LEADING_VERB, '').replace(/[\s.,;:!?-]+$/, '');
  return subject.length >= 2 && subject.length <= 50 ? subject : '';
}

const MONEY = /([$€£])\s?(\d[\d,]*(?:\.\d+)?)(k\b)?/i;
const THOUSANDS = /(?<![\d.,])(\d[\d,]*(?:\.\d+)?)(k?)[\s-]?([a-z][a-z-]+)\b/gi;
const BARE_K = /(?<![\d.,$€£])(\d{1,3})\s?k(?:m|ms)?\b(?!\s*(?:words|steps))/i;
const NOT_A_UNIT = new RegExp(
  `^(?:${TIME_UNIT}|minutes?|mins?|min|hours?|hrs?|hr|seconds?|a|an|am|pm|st|nd|rd|th|x|of|in|to|and|or|by|on|at|for|the|with|is|km|k|january|february|march|april|may|june|july|august|september|october|november|december|-.*)$`,
  'i',
);
const DISTANCE = /^(?:km|kilomet(?:er|re)s?|miles?|mi|laps?)$/i;
const MEASURED = /^(?:lbs?|pounds?|kgs?|kilos?|kilograms?|stone)$/i;

function findQuantity(text: string, category: Category): Quantity | undefined {
  const money = MONEY.exec(text);
  if (money) return quantity(money[2], money[3] ? 1000 : 1, { prefix: money[1] });
  const distance = category.name === 'fitness' ? BARE_K.exec(text) : null;
  if (distance) return quantity(distance[1], 1, { unit: 'km', isDistance: true });
  for (const [, amount, thousand, unit] of text.matchAll(THOUSANDS)) {
    if (!unit || NOT_A_UNIT.test(unit)) continue;
    const isDistance = DISTANCE.test(unit);
    return quantity(amount, thousand ? 1000 : 1, { unit, isDistance, isWhole: !isDistance && !MEASURED.test(unit) });
  }
  return undefined;
}

function quantity(text: string | undefined, times: number, rest: Partial<Quantity>): Quantity | undefined {
  const amount = Number((text ?? '').replaceAll(',', '')) * times;
  if (!Number.isFinite(amount) || amount <= 1 || amount > 1e9) return undefined;
  return { amount, prefix: '', unit: '', isDistance: false, isWhole: false, ...rest };
}

/** How much of the amount is reached after a share (0 to 1) of the plan, in words: "5 of 15 lbs"; undefined while it is nothing. */
export function progressTowards(goal: Quantity, share: number): string | undefined {
  const raw = goal.amount * (goal.isDistance ? 0.3 + 0.7 * share : share);
  const fine = goal.amount < 100 && !goal.isWhole;
  const reached = share >= 1 ? goal.amount : fine ? Math.round(raw * 10) / 10 : Math.floor(raw);
  if (reached <= 0) return undefined;
  const number = (value: number) => `${goal.prefix}${value.toLocaleString('en-US')}`;
  return `${number(reached)} of ${number(goal.amount)}${goal.unit ? ` ${goal.unit}` : ''}`;
}
