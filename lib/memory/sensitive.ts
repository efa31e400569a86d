/** Words for secrets in the seven languages, as the parts of a pattern. */
const SECRET_WORDS = [
  'pass(?:word|code|phrase)(?! manager)|pwd|pin(?: ?code| number)?|cv[vc]2?|security code|api[ -]?key|secret(?: key)?',
  'private key|access token|(?:seed|recovery) phrase|social security(?: number)?|ssn',
  'passwort(?!-?manager)|kennwort|geheimzahl',
  'mot de passe|code (?:secret|pin)',
  'contraseña|contrasena|clave',
  'senha|palavra-passe',
  "parola d'ordine|codice pin",
  'wachtwoord|pincode',
].join('|');
/** Verbs and signs between a secret and its value, and what follows them when it is no value: "my password is too long". */
const IS = '(?:is|are|=|:|lautet|ist|est|es|é|è)';
const NO_VALUE = '(?:in|on|at|with|written|stored|saved|hard|easy|too|a|the|what|something)';
const PLACE =
  '(?: (?:for|of|to|at|on|für|vo[nm]|zu[mr]?|pour|par[ao]?|per|de[lr]?|du|d?[oae]s?|dell[ae]|van|voor)(?: \\S+){1,4}?)?';

const SECRETS = [
  // The word with its value: "my password for the bank is …", "PIN: 1234", "wifi password hunter2".
  new RegExp(`(?<!\\p{L})(?:${SECRET_WORDS})${PLACE} ?${IS}\\s+(?!${NO_VALUE}\\b)\\S`, 'iu'),
  new RegExp(`(?<!\\p{L})(?:${SECRET_WORDS})\\s+(?=\\S*\\d)\\S{3,}`, 'iu'),
  // Keys as providers write them, PEM blocks and signed tokens.
  /\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bxox[abprs]-[\w-]{10,}|\bAKIA[A-Z0-9]{16}\b|\bAIza[\w-]{30,}|\beyJ[\w-]{10,}\.[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  // A social security number of the United States.
  /\b\d{3}-\d{2}-\d{4}\b/,
];

/** Tells whether a text holds a password, a key, or the number of a payment card (13 to 19 digits whose Luhn sum is right). */
export function holdsSecret(text: string): boolean {
  return SECRETS.some((pattern) => pattern.test(text)) || holdsCardNumber(text) || holdsRandomKey(text);
}

export const secretRefusal =
  "That looks like a password, a key or a card number, and I don't keep those. A password manager is the safe place for it.";

function holdsCardNumber(text: string): boolean {
  const numbers = text.match(/\b\d(?:[ -]?\d){12,18}\b/g) ?? [];
  return numbers.some((number) => {
    const digits = [...number.replace(/\D/g, '')].reverse().map(Number);
    const sum = digits.reduce((total, digit, place) => {
      const value = place % 2 ? digit * 2 : digit;
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
  });
}

/** One word of 24 characters or more that mixes capitals, small letters and several digits is nobody's language. */
function holdsRandomKey(text: string): boolean {
  return text
    .split(/\s+/)
    .some(
      (word) =>
        /^["'(]?[A-Za-z0-9+/_=-]{24,}["').,]?$/.test(word) &&
        /[a-z]/.test(word) &&
        /[A-Z]/.test(word) &&
        (word.match(/\d/g)?.length ?? 0) >= 3,
    );
}

/** The beginnings of words about health, in the seven languages. */
const HEALTH = [
  'allerg|asthma|diabet|insulin|depress|anxiety|panic attack|bipolar|adhd|autis|cancer|tumou?r|epilep|migraine|pregnan',
  'miscarr|hiv|hepatitis|blood pressure|medicat|antidepress|prescri|diagnos|disease|illness|disorder|disabilit|injur',
  'surgery|therap|psychiat|addict|alcoholi|anorexi|bulimi|co?eliac|intoleran|thyroid|arthritis|stroke|chronic',
  'heart (?:attack|condition|failure)',
  'adhs|krank|krebs|schwanger|angststörung|verletz|bluthochdruck|medikament|unverträglich|behinder',
  'maladie|enceinte|dépress|médicament|handicap|blessure|tension artérielle',
  'enferm|embaraz|cáncer|medicament|lesión|alergi|alérgic',
  'doença|grávid|câncer|remédio|lesão',
  'malatt|incinta|cancro|farmac|infortun',
  'ziek|zwanger|kanker|medicijn',
].join('|');
const HEALTH_WORD = new RegExp(`(?<!\\p{L})(?:${HEALTH})`, 'iu');

/** Tells whether a fact is about somebody's health. */
export function isHealthDetail(fact: string): boolean {
  return HEALTH_WORD.test(fact);
}

const ASKED = [
  "remember|memori[sz]e|keep in mind|don['’]?t forget|note (?:that|down)|make a note|save that",
  'merk dir|vergiss nicht|behalte|notier|erinnere dich',
  "souviens|retiens|n['’]oublie pas|note que",
  'recuerda|no olvides|ten en cuenta|apunta',
  'lembr[ae]|não (?:te )?esqueças|anota',
  'ricorda|tieni a mente|non dimenticare|annota',
  'onthoud|vergeet niet|noteer',
].join('|');
const ASKED_WORD = new RegExp(`(?<!\\p{L})(?:${ASKED})`, 'iu');

/** Tells whether a person's own words ask to remember something. */
export function asksToRemember(said: string): boolean {
  return ASKED_WORD.test(said);
}
