import { findByWords } from '../intents/find-by-words.ts';
import type { Sentence } from '../intents/sentences/sentence.ts';
import { SENTENCES } from '../intents/sentences.ts';
import { isCommand } from '../intents/verbs.ts';
import { LANGUAGES } from '../language/languages.ts';
import { sayQuestion } from '../language/questions.ts';
import { asksSomething } from './asks.ts';
import { addedToo, lastTask, madeTime, PRONOUN, severalDone } from './follow-up-tasks.ts';
import { askedTime } from './fragments.ts';
import { isAbout, ruleFor, slotsOf } from './phrases.ts';
import { acceptOffer } from './rule-offers.ts';
import { WORDS } from './rule-words.ts';
import { call, capital, type RuleContext, type Ruled } from './ruled.ts';
import { answerSmallTalk } from './small-talk.ts';
import { isShift, isTime, readMoved } from './task-line.ts';
import { bareLine, statedFact } from './unasked.ts';

const YES =
  /^(?:(?:(?:yes|yeah|yep|sure|ok)[, ]+)?(?:please )?(?:(?:put|add) (?:it|them|those|these)(?: (?:in|on|all))?)|yes|yeah|yep|yup|sure|ok(?:ay)?|please(?: do)?|yes please|do it|go ahead|of course|why not|ja|gern(?:e)?|bitte|oui|volontiers|sí|si|claro|vale|sim|sì|certo|ja graag|graag)[.! ]*$/iu;
/** What may stand behind an answer: "an hour earlier pls". */
const POLITE =
  /,? (?:pls|plz|please|thx|thanks|bitte|danke|stp|s'il te plaît|merci|por favor|porfa|gracias|obrigad[oa]|per favore|grazie|graag|alsjeblieft|aub)$/iu;
const titleWordsMax = 10;
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
  [/When should it be(?: instead)?\?/, 'when'],
  [/Which one do you mean(?::|\?)|^Which task do you mean\?/, 'task'],
  [asked('which_task'), 'task'],
  [/^Which goal do you mean/, 'goal'],
  [asked('which_goal'), 'goal'],
  [/^What should it be called\?/, 'title'],
  [
    new RegExp(LANGUAGES.map((each) => sayQuestion({ ask: 'one_or_series' }, each).replace('?', '\\?')).join('|')),
    'scope',
  ],
  [/^By (?:when|which day) do you want to reach/, 'target_date'],
];
/** What answers whether one of a series is meant or all of it. */
const ALL_OF_THEM =
  /^(?:(?:no,? )?(?:all|every)(?: (?:of )?(?:them|it|one))?|both|everything|(?:the )?(?:whole|entire) (?:series|thing)|alle(?:s)?|(?:die )?ganze serie|tou(?:te)?s|toute la série|tod[oa]s|toda (?:la|a) série|toda la serie|tutt[eio]|tutta la serie|allemaal|(?:de )?hele reeks)$/iu;
const ONE_OF_THEM =
  /^(?:(?:only|just) )?(?:this|that|the next|the) ?(?:one|time)?$|^(?:only |just )?(?:one|once|today|tomorrow)$|^(?:nur )?(?:dieses|diesen?|das|den|die)(?: eine)?(?: mal)?$|^(?:seulement )?(?:cette fois|celle-ci|celui-ci)$|^(?:solo |só )?(?:esta vez|desta vez|est[ae]|ess[ae])$|^(?:solo )?(?:questa volta|quest[ao])$|^(?:alleen )?(?:deze(?: keer)?|die)$/iu;
const answerCharactersMax = 80;
/** "The one with Anna" names a task; longer words that fit none are about something else. */
const nameWordsMax = 4;

/** "No, 6 not 5", "nein, um 16 Uhr", "not Friday, Saturday": the time that the last task should have had. */
const CORRECTIONS = [
  /^(?:o |oh |ach |ah )?(?:no|nope|sorry|oops|wait|actually|i meant?|nein|ne|quatsch|ich meine?|non|pardon|enfin|je voulais dire|perdón|digo|mejor|quiero decir|não|desculpa|digo|quero dizer|scusa|anzi|volevo dire|nee|ik bedoel)[, ]+(?:(?:no|wait|sorry|i meant?|actually|make it|make that|at least|doch|lieber|mach|pardon|plutôt|perdón|perdona|mejor|ponlo|desculpa|melhor|põe|scusa|meglio|facciamo|liever|toch|doe|maar|maak er),? )*(?<when>.+?)(?:,? (?:not|nicht|pas|statt|instead of|rather than|en lugar de|em vez de|invece di|niet) .+| instead| plutôt| mejor| lieber)?$/iu,
  /^(?:(?:oh |ach )?nee,? )?dat moet (?<when>.+) zijn$|^(?:(?:finalement|en fait|plutôt|non),? )?mets[- ](?:ça|le|la)(?: plutôt)? (?:à|au|pour) (?<um>.+)$|^(?:(?:nein|doch|ach),? )?(?:mach|setz)(?:e)? (?:das|es|ihn|sie) (?:auf|um|am) (?<am>.+)$/iu,
  /^(?:(?:how|what) about|(?:can|could) (?:we|you) (?:do|make it)|does|would|is) (?:it |that )?(?:at |on )?(?<when>.+?)(?: (?:work|instead|ok|okay|possible|better|good))?\?$|^(?:geht|ginge|passt)(?: das| es)?(?: auch)?(?: um)? (?<um>.+)\?$/iu,
  /^(?:not|nicht|pas|niet) (?:on |at |am |um |om |op )?[^,]+, (?:(?:but|sondern|mais|maar) )?(?<when>.+)$/iu,
];
type Last = { response: string; before: string[] };

/** Returns what a message comes to as the answer to what was asked before: a yes to an offer, or the one thing that was missing. */
export function followUp(message: string, last: Last, context: RuleContext): Ruled | null {
  const said = message
    .trim()
    .replace(/[.!]+$/, '')
    .replace(POLITE, '');
  const askedFor = askedTime(last.response);
  if (askedFor !== undefined && isTitle(said, context))
    return call('create_task', { title: capital(said), when: askedFor });
  const kept = FORGET_THAT.test(said) ? lastFact(last.before, context) : undefined;
  if (kept) return call('forget', { fact: kept });
  if (YES.test(said) || isAbout(said, 'put_it', context)) return acceptOffer(last.response, context);
  const told = answerToUnknown(said, last, context);
  if (told) return told;
  const offer = isTime(said, context) ? acceptOffer(last.response, context, said) : null;
  if (offer) return offer;
  const argument = QUESTIONS.find(([question]) => question.test(last.response))?.[1];
  const about = argument === 'scope' ? null : aboutTheSame(said, last.before, context, argument === undefined);
  if (about) return about;
  const again = listedAgain(said, last.before, context) ?? severalDone(said, last.before, context);
  if (again) return again;
  // An answer to a question is no other thing for the list.
  const added = argument === undefined && !last.response.endsWith('?') ? addedToo(said, last.before, context) : null;
  if (added) return added;
  if (!argument || said.length > answerCharactersMax || said.endsWith('?')) return null;
  if (argument === 'when' && !isTime(said.replace(/^(?:to|for) /i, ''), context)) return null;
  // A question names nothing, however much it shares with a title.
  if (argument !== 'when' && (asksSomething(said) || isNewRequest(said, argument, context))) return null;
  const before = ruleFor(last.before.at(-1) ?? '', context)?.calls ?? [];
  const [asking] = before;
  if (!asking || before.length > 1) return null;
  if (argument === 'scope') {
    const scope = ALL_OF_THEM.test(said) ? 'series' : ONE_OF_THEM.test(said) ? 'one' : null;
    return scope && { calls: [{ ...asking, arguments: { ...asking.arguments, scope } }] };
  }
  return {
    calls: [{ ...asking, arguments: { ...asking.arguments, [argument]: said.replace(/^(?:to|for|the) /i, '') } }],
  };
}

/** Tells whether an answer names a thing to do: no question, no refusal, and nothing that asks for something else. */
function isTitle(said: string, context: RuleContext): boolean {
  return (
    said.split(/\s+/).length <= titleWordsMax &&
    /\p{L}{2}/u.test(said) &&
    !asksSomething(said) &&
    !isTime(said, context) &&
    !ruleFor(said, context) &&
    answerSmallTalk(said, context.language) === null
  );
}

/** Tells whether a message puts a time right, of whatever task. */
export function isCorrection(message: string, context: RuleContext): boolean {
  const when = correctedTime(message.trim().replace(/[.!]+$/, ''));
  return when !== undefined && isTime(when, context);
}

function correctedTime(said: string): string | undefined {
  const time = CORRECTIONS.map((form) => form.exec(said)?.groups)
    .map((groups) => groups?.when ?? groups?.um ?? groups?.am)
    .find((words) => words !== undefined);
  return time && clockFirst(time);
}

/** Returns a correction of the time, or what "it" should come to, of the task that a message before put on the list or changed. */
function aboutTheSame(said: string, before: string[], context: RuleContext, isOpen: boolean): Ruled | null {
  const corrected = correctedTime(said);
  // A time alone is of the task that the message before was about, unless it answers what was asked.
  const when =
    [corrected, isOpen ? said : undefined].find((each) => each && (isTime(each, context) || isShift(each, context))) ??
    madeTime(said, context);
  if (when) {
    const task = lastTask(before, context, when === said ? 1 : undefined);
    const scope = readMoved(when, context).kind === 'recurring' ? 'series' : undefined;
    return task ? call('reschedule_task', { task, when, scope }) : null;
  }
  const asked = ruleFor(said, context)?.calls ?? [];
  const [first] = asked;
  if (!first || asked.length > 1 || !PRONOUN.test(String(first.arguments.task ?? ''))) return null;
  const task = lastTask(before, context);
  return task ? { calls: [{ ...first, arguments: { ...first.arguments, task } }] } : null;
}

/** What takes back a fact that was just told. */
const FORGET_THAT =
  /^(?:(?:no|nein|non|não|nee),? )?(?:forget|vergiss|oublie|olvida|esquece|dimentica|vergeet)(?:[- ](?:that|it|this|das|es|ça|cela|eso|esto|isso|quello|questo|dat|het)|l[oa])(?: (?:again|wieder))?$/iu;

/** Returns the fact that the message before asked to be remembered. */
function lastFact(before: string[], context: RuleContext): string | undefined {
  const said = before.at(-1) ?? '';
  const [first] = (ruleFor(said, context) ?? statedFact(said, context))?.calls ?? [];
  const fact = first?.name === 'remember' ? first.arguments.fact : undefined;
  return typeof fact === 'string' ? fact : undefined;
}

/** "And on Friday?", "und morgen?" behind a list. */
const AND_WHEN =
  /^(?:and|what about|how about|und|und was ist|et|et pour|y|y qué tal|e|e per|ed|en|en wat is er) (?<when>.+?)\??$/iu;

/** Returns the list of another time, where a list was just asked for. */
function listedAgain(said: string, before: string[], context: RuleContext): Ruled | null {
  const when = AND_WHEN.exec(said)?.groups?.when;
  const [first] = ruleFor(before.at(-1) ?? '', context)?.calls ?? [];
  return when && first?.name === 'list_tasks' && isTime(when, context) ? call('list_tasks', { when }) : null;
}

/** How an answer to "I don't know that yet" begins: with "it is", or with "she is called", which only a name follows. */
const IT_IS =
  /^(?:it'?s|it is|that'?s|they'?re|(?:he|she)'?s|es ist|das ist|c'est|es|son|é|são|è|sono|het is|dat is) /iu;
const IS_CALLED =
  /^(?:(?:it|he|she|they)(?:'?s| is|'?re| are) called|(?:er|sie|es) heißt|(?:il|elle) s'appelle|se llama|chama-se|se chama|si chiama|(?:hij|zij|ze|het) heet) /iu;
/** What may stand after it. */
const KEEP_IT =
  /,? (?:(?:please |and )*(?:remember|note|keep) (?:it|that|this)|merk(?:e)? (?:es |das )?dir(?: das)?|retiens-le|recuérdalo|lembra-te|ricordalo|onthoud (?:het|dat))$/iu;
/** What asks for the name of somebody or of a place. */
const ASKS_NAME =
  /(?<!\p{L})(?:who|where|name|called|wer|wo|heißt|heisst|qui|où|s'appelle|quién|dónde|llama|quem|onde|chama|chi|dove|chiama|wie|waar|heet)(?!\p{L})/iu;
/** What says that there is none: "Keine Ahnung". */
const NONE = /^(?:no|keine?n?|aucune?|ning[uú]n[oa]?|nenhuma?|nessun[oa]?|geen)(?!\p{L})/iu;
/** "43", "Dr. Kim": an answer that says only the thing. */
const bareWordsMax = 3;
const AGAIN = / (?:again|nochmal|noch mal|déjà|otra vez|de novo|mesmo|di nuovo|ook alweer)$/iu;

/** Returns what was asked and is not known, with the answer to it: "licence plate: 7KLM204". Any other remark is kept nowhere. */
function answerToUnknown(said: string, { response, before }: Last, context: RuleContext): Ruled | null {
  if (!Object.values(WORDS).some(({ notKnown }) => response === notKnown)) return null;
  const question = before.at(-1) ?? '';
  const query = slotsOf(question, 'recall', context)?.query?.replace(AGAIN, '');
  const told = said.replace(KEEP_IT, '');
  if (!query || asksSomething(said)) return null;
  const value = told.replace(IS_CALLED, '').replace(IT_IS, '');
  const isBare = value === said;
  if (isBare && (said.split(/\s+/).length > bareWordsMax || YES.test(said) || isNewRequest(said, '', context)))
    return null;
  const isMeant = told !== said || IS_CALLED.test(told) || isValue(value, ASKS_NAME.test(question), !isBare, context);
  return isMeant ? call('remember', { fact: `${capital(query)}: ${value}` }) : null;
}

/**
 * Tells whether words look like the value of something and not like a remark: they have a digit, or all of them are written
 * as names are. One word alone may have its capital from the sentence, or in German from being a noun.
 */
function isValue(words: string, isName: boolean, isWithin: boolean, { language }: RuleContext): boolean {
  if (/\d/.test(words)) return true;
  const all = words.split(/\s+/);
  if (NONE.test(words) || !all.every((word) => /^\p{Lu}/u.test(word))) return false;
  return isName || (language !== 'de' && (isWithin || all.length > 1));
}

/** Returns an hour of the 24 in a form that no other language reads as something else, as German does "alle 18". */
function clockFirst(time: string): string {
  const [, hour, minutes = '00'] =
    /^[^\d]{0,8}(1[3-9]|2[0-3])(?:[:h.](\d\d))? ?(?:h|uhr|uur|heures|horas|ore)?$/iu.exec(time) ?? [];
  if (hour) return `at ${hour}:${minutes}`;
  return /^\d{1,2}$/.test(time) ? `at ${time}` : time;
}

/** Tells whether words ask for something of their own, which drops the question, and name no open task. */
function isNewRequest(said: string, argument: string, context: RuleContext): boolean {
  if (ruleFor(said, context)) return true;
  if (argument === 'task') {
    const isNamed = findByWords(context.tasks, said).some(({ title }) => !beginsOtherwise(said, title));
    if (isNamed || isCommand(said)) return !isNamed;
  }
  if (answerSmallTalk(said, context.language) || bareLine(said, context)) return true;
  return argument === 'task' && said.split(/\s+/).length > nameWordsMax;
}

/** Tells whether words begin with a verb that the title does not: "make the stamps urgent" is not "Buy stamps". */
function beginsOtherwise(said: string, title: string): boolean {
  const [verb = ''] = said.toLowerCase().split(' ');
  return isCommand(said) && !title.toLowerCase().startsWith(verb);
}
