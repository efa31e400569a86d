/** Everyday verbs and how their past is written, in English: "I bought the milk" is "buy the milk" being done. */
const PAST: Record<string, string> = {
  bought: 'buy',
  called: 'call',
  phoned: 'phone',
  rang: 'ring',
  paid: 'pay',
  took: 'take',
  cleaned: 'clean',
  washed: 'wash',
  cooked: 'cook',
  made: 'make',
  wrote: 'write',
  read: 'read',
  ran: 'run',
  went: 'go',
  walked: 'walk',
  swam: 'swim',
  cycled: 'cycle',
  rode: 'ride',
  booked: 'book',
  ordered: 'order',
  picked: 'pick',
  dropped: 'drop',
  sent: 'send',
  emailed: 'email',
  mailed: 'mail',
  texted: 'text',
  messaged: 'message',
  replied: 'reply',
  answered: 'answer',
  fixed: 'fix',
  repaired: 'repair',
  watered: 'water',
  fed: 'feed',
  visited: 'visit',
  met: 'meet',
  studied: 'study',
  practised: 'practise',
  practiced: 'practice',
  learned: 'learn',
  learnt: 'learn',
  packed: 'pack',
  unpacked: 'unpack',
  returned: 'return',
  submitted: 'submit',
  handed: 'hand',
  signed: 'sign',
  printed: 'print',
  renewed: 'renew',
  cancelled: 'cancel',
  scheduled: 'schedule',
  ironed: 'iron',
  vacuumed: 'vacuum',
  hoovered: 'hoover',
  mowed: 'mow',
  painted: 'paint',
  built: 'build',
  got: 'get',
  did: 'do',
  meditated: 'meditate',
  stretched: 'stretch',
  trained: 'train',
  exercised: 'exercise',
  planted: 'plant',
  prepared: 'prepare',
  reviewed: 'review',
  checked: 'check',
  filed: 'file',
  filled: 'fill',
  tidied: 'tidy',
  threw: 'throw',
  brought: 'bring',
  gave: 'give',
  found: 'find',
  sold: 'sell',
  wrapped: 'wrap',
  baked: 'bake',
  sorted: 'sort',
  drank: 'drink',
  ate: 'eat',
  had: 'have',
  changed: 'change',
  backed: 'back',
  charged: 'charge',
  updated: 'update',
  asked: 'ask',
  told: 'tell',
  collected: 'collect',
  searched: 'search',
};

/** Verbs that say what is done; "go", "do" and the like only lead up to it. */
const LIGHT = ['go', 'do', 'have', 'get', 'make', 'take', 'give', 'bring'];
const TELLING = new Set(Object.values(PAST).filter((verb) => !LIGHT.includes(verb)));

/** Returns the same thing in the form in which it was put on the list: "bought the milk" → "buy the milk". Null for no such past. */
export function toImperative(said: string): string | null {
  const [, verb = '', rest = ''] = /^(\p{L}+)(?: (.+))?$/u.exec(said) ?? [];
  const base = PAST[verb.toLowerCase()];
  if (
    !base ||
    (!rest &&
      !['run', 'walk', 'swim', 'meditate', 'stretch', 'train', 'exercise', 'cycle', 'read', 'study'].includes(base))
  )
    return null;
  // "Went for a run" and "went to the gym" are the run and the gym.
  const going = base === 'go' && /^(?:for|to|on) (?:a |an |the |my )?(.+)$/.exec(rest)?.[1];
  return going || `${base} ${rest}`.trim();
}

/** Tells whether a line begins with the verb of something to do: "call mum". */
export function isCommand(line: string): boolean {
  const verb = firstWord(line);
  return TELLING.has(verb) || LIGHT.includes(verb);
}

/** Tells whether two things begin with different verbs, and so are two different things to do: buying the car and washing it. */
export function differInVerb(said: string, title: string): boolean {
  const [one, other] = [firstWord(said), firstWord(title)];
  // A word alone may be a noun: "the run", "run".
  return /\S\s+\S/.test(said.trim()) && one !== other && TELLING.has(one) && TELLING.has(other);
}

function firstWord(text: string): string {
  return /^[^\p{L}]*(\p{L}+)/u.exec(text.toLowerCase())?.[1] ?? '';
}
