import { MODULES, MODULES_IN_WORDS } from './python-modules.ts';

/** Tells Python that stands in a message without any marks from what people write to each other. */

const keywords = new Set('and or not in is if else for lambda await async None True False'.split(' '));
/** Keywords that begin a statement or part it. */
const statementKeywords = new Set(
  `as assert break case class continue def del elif except finally from global import match nonlocal pass raise return try type
  while with yield`.split(/\s+/),
);

/** What Python has without an import and a short program calls. */
const builtins = new Set(
  `abs all any ascii bin bool bytes chr complex dict divmod enumerate filter float format frozenset hash hex int isinstance
  iter len list map max min next oct ord pow print range repr reversed round set sorted str sum tuple type zip`.split(
    /\s+/,
  ),
);

/** Modules of the standard library that people call in one line. */
const modules = new Set(
  'calendar cmath collections datetime decimal fractions itertools json math operator random re statistics string time'.split(
    ' ',
  ),
);

const name = '[A-Za-z_]\\w*';
const modulePath = `${name}(?:\\.${name})*(?: as ${name})?`;

/** Lines that nobody writes but programmers. */
const certain = [
  new RegExp(`^import ${modulePath}(?:, ?${modulePath})*$`),
  new RegExp(`^from \\.?${name}(?:\\.${name})* import (?:\\*|\\(|${modulePath}(?:, ?${modulePath})*)`),
  new RegExp(`^(?:async )?def ${name}\\(`),
  new RegExp(`^class ${name}(?:\\([^)]*\\))?:$`),
  new RegExp(`^(?:async )?for ${name}(?:, ?${name})* in [^.!?]+:`),
  /^(?:async )?with \w[\w.]*\(.*\).*:/,
  /^while (?:True|.*[()<>=!].*):/,
  /^print ?\(/,
  new RegExp(`^@${name}(?:\\.${name})*(?:\\(.*\\))?$`),
];
/** Lines that are Python among other lines of Python. */
const likely = [
  /^(?:if|elif|while|match) .+:/,
  /^(?:else|try|finally):/,
  /^except\b.*:/,
  /^(?:pass|break|continue|return\b.*|raise\b.*|assert .+|del .+|global .+|nonlocal .+|await .+|yield\b.*)$/,
  /^[)\]}]/,
  new RegExp(`^${name}(?:[\\w.,\\s\\[\\]]*)(?::\\s*[\\w.\\[\\], |]+)?\\s*(?:[-+*/%|&@]|//|\\*\\*)?=(?!=)`),
  new RegExp(`^${name}(?:\\.${name})*\\(`),
];

/**
 * Says whether a text is a program: every line that begins at its margin is Python, one of them certainly, and its names make
 * sense. "import duties" and "with friend(s): dinner" have the form of Python, and nothing that Python could do.
 */
export function isProgramText(text: string): boolean {
  if (text.length > 50_000) return false;
  const bare = withoutStrings(text).replace(/\b0(?:[ \t]+0)+\b/g, '0');
  let depth = 0;
  let isCertain = false;
  let goesOn = false;
  for (const line of bare.split('\n')) {
    const statements = line.split(';').map((part) => part.trimEnd());
    const isInside = depth > 0 || goesOn || /^\s/.test(line);
    depth = Math.max(0, depth + count(line, /[([{]/g) - count(line, /[)\]}]/g));
    goesOn = line.endsWith('\\');
    if (hasProse(line, (word) => keywords.has(word) || statementKeywords.has(word))) return false;
    if (depth === 0 && certain.some((form) => form.test(line.trim()))) isCertain = true;
    if (isInside || line.trim() === '') continue;
    for (const statement of statements.map((part) => part.trim()).filter(Boolean)) {
      if (certain.some((form) => form.test(statement))) isCertain = true;
      else if (!likely.some((form) => form.test(statement)) && !isValue(statement)) return false;
    }
  }
  return isCertain && depth === 0 && doesSomething(bare);
}

/** A function or a class with a body. */
const DEFINITION =
  /^[ \t]*(?:async )?(?:def \w+\(|class \w+(?:\([^)\n]*\))?:)[^\n]*\n[ \t]+\S|^(?:async )?def \w+\(.*\).*: *\S/m;

/** Says whether a program imports what there is, defines something with a body, or calls what Python or the program has. */
function doesSomething(text: string): boolean {
  const bare = text
    .split('\n')
    .filter((line) => line.trim())
    .join('\n');
  if (DEFINITION.test(bare)) return true;
  const imports = [...bare.matchAll(/(?:^|;)[ \t]*(?:from ([\w.]+) )?import ([^;\n]+)/gm)];
  const imported = imports.flatMap(([, from, names = '']) => namesOf(names, from));
  const bound = new Set([...imported.map(({ name }) => name), ...boundIn(bare)]);
  const used = new Set([...bare.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?=[.([])/g)].map(([, name]) => name));
  if (imported.length > 0 && (imported.every(isKnown) || imported.some(({ name }) => used.has(name)))) return true;
  for (const { 1: called = '', index } of bare.matchAll(/(?<![\w.])([A-Za-z_]\w*)(?:\.\w+)*(?= ?\()/g)) {
    const rest = bare.slice(index);
    const [, values = ''] = /^[\w.]+ ?\(([^()]*)/.exec(rest) ?? [];
    const free = (values.match(/(?<![\w.])[A-Za-z_]\w*(?!\w|\s*=(?!=))/g) ?? []).filter(
      (word) => !bound.has(word) && !builtins.has(word) && !keywords.has(word),
    );
    const isHeld = bound.has(called) || builtins.has(called);
    if (isHeld && (free.length === 0 || rest.startsWith('print('))) return true;
  }
  return false;
}

/** An imported name, the module that it is of, and whether it has a name of its own: `import numpy as np`. */
type Imported = { name: string; module: string; isNamed: boolean };

function namesOf(names: string, from: string | undefined): Imported[] {
  return [...names.matchAll(/([\w.]+|\*)(?: as (\w+))?/g)].map(([, module = '', as]) => ({
    name: as ?? (from ? module : (module.split('.')[0] ?? '')),
    module: (from ?? module).split('.')[0] ?? '',
    isNamed: as !== undefined,
  }));
}

const isKnown = ({ module, isNamed }: Imported) => MODULES.has(module) || (isNamed && MODULES_IN_WORDS.has(module));

/** Names that a program gives to values. */
function boundIn(bare: string): string[] {
  return [
    ...bare.matchAll(
      /(?:^|[;:])[ \t]*([A-Za-z_][\w, \t]{0,200}?)[ \t]*(?::[^=\n]{1,100})?(?:[-+*/]|\*\*|\/\/)?=(?!=)/gm,
    ),
    ...bare.matchAll(/\b(?:for|as|lambda) +([\w, \t()*]{1,200}?)(?= in\b|:)/g),
    ...bare.matchAll(/\bdef +(\w+)/g),
    ...bare.matchAll(/\bclass +(\w+)/g),
  ].flatMap(([, names = '']) => names.match(/[A-Za-z_]\w*/g) ?? []);
}

const count = (text: string, form: RegExp) => text.match(form)?.length ?? 0;

/** Strings become `0`, comments nothing; the lines stay. */
function withoutStrings(text: string): string {
  return text.replace(
    /#[^\n]*|[rbfuRBFU]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/g,
    (found) => (found.startsWith('#') ? '' : '0'),
  );
}

/** Says whether a line is a value, as the last line of a cell often is: a name, an index, a sum of names. */
const isValue = (line: string) =>
  /^[\w.]+(?:\[[^\]]*\])*(?:\s*(?:\*\*|\/\/|[-+*/%])\s*[\w.]+(?:\[[^\]]*\])*)*$/.test(line) && !/^\d+$/.test(line);

/**
 * Says whether one line is an expression of Python that a person wants to have evaluated: a call of something that Python
 * has, a method of a value, or a sum. Ranges, dates, times, marks and addresses are none, whatever Python would make of them.
 * @param isAsked whether words around it ask for its value: then `10-4` is a sum
 */
export function isExpression(line: string, isAsked = false): boolean {
  if (line.length === 0 || line.length > 500 || line.includes('\n')) return false;
  const bare = withoutStrings(line);
  if (!/^[\w\s+\-*/%()[\]{},.:<>=!&|~]+$/.test(bare) || !isBalanced(bare)) return false;
  if (/^\s*(?:[*/%<>=!&|,.:]|\+\s*\+)|[-+*/%<>=!&|,:]\s*$/.test(bare)) return false;
  return /[A-Za-z_]/.test(bare) || bare !== line ? isCall(bare) : isSum(bare, isAsked);
}

function isBalanced(bare: string): boolean {
  const open: string[] = [];
  const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  for (const mark of bare.match(/[()[\]{}]/g) ?? []) {
    if (!(mark in closing)) open.push(mark);
    else if (open.pop() !== closing[mark]) return false;
  }
  return open.length === 0;
}

/** Numbers and operators. What Python reads otherwise than people do (`^`, `1,000`, `5%`) is not taken. */
function isSum(bare: string, isAsked: boolean): boolean {
  const sum = bare.trim();
  if (!/[\d)]\s*(?:\*\*|\/\/|<<|>>|[<>=!]=|[-+*/%<>&|])\s*[-+~(]*\s*\d/.test(sum)) return false;
  if (/[,:[\]{}_]|\b0\d|\d\s+\d|\d\s*\(|\)\s*[\d(]|\d\.\d+\.|%\s*(?:[^\d\s(]|$)|=(?!=)(?<![<>=!]=)/.test(sum))
    return false;
  // "12.30 - 14.00" and "1.12 - 3.12" are times and dates on the continent.
  const [, from, to] = /^(\d{1,2}\.\d{1,2}) ?- ?(\d{1,2}\.\d{1,2})$/.exec(sum) ?? [];
  if (from && to && Number(from) <= Number(to)) return isAsked;
  // A range, a date, a score or a number to call.
  if (/^\d+(?:\.\d+)?([-/])\d+(?:\.\d+)?(?:\1[\d.]+)*$/.test(sum)) return isAsked && /^[\d.]+[-/][\d.]+$/.test(sum);
  return !/^[\d\s]+([-/.])[\d\s]+(?:\1[\d\s]+)+$/.test(sum);
}

/** Says whether text is a call, an index or a method; every name in it is Python's own, bound in it, or a keyword's. */
function isCall(bare: string): boolean {
  if (!/[A-Za-z_)\]0]\w*(?:\(|\[)|[\])}0]\.[A-Za-z_]/.test(bare) && !/^[[{(].*\bfor\b/.test(bare)) return false;
  if (/[A-Za-z_\d]\s+\(/.test(bare.replace(/\b(?:and|or|not|in|is|if|else|for|lambda|await)\s+\(/g, '('))) return false;
  if (
    /\d[A-Za-z]/.test(bare.replace(/\b0[xob][\da-f]+|\d+e-?\d+|\d+j\b/gi, '0')) ||
    hasProse(bare, (word) => keywords.has(word))
  )
    return false;
  const bound = new Set(
    [...bare.matchAll(/\b(?:for|lambda)\s+([\w,\s()*]+?)\s*(?:\bin\b|:)/g)].flatMap(
      ([, names = '']) => names.match(/\w+/g) ?? [],
    ),
  );
  const isPrint = bare.startsWith('print(');
  for (const found of bare.matchAll(/(?<![\w.])[A-Za-z_]\w*/g)) {
    const [word] = found;
    const next = bare.slice(found.index + word.length);
    if (keywords.has(word) || bound.has(word) || isPrint) continue;
    if (/^\s*=(?!=)/.test(next)) continue; // an argument's name
    const isInBrackets = count(bare.slice(0, found.index), /[([{]/g) > count(bare.slice(0, found.index), /[)\]}]/g);
    if (builtins.has(word) && (next.startsWith('(') || next.startsWith('.') || isInBrackets)) continue;
    if (modules.has(word) && next.startsWith('.')) continue;
    return false;
  }
  return true;
}

/** Two words beside each other of which neither is a keyword. */
function hasProse(bare: string, isKeyword: (word: string) => boolean): boolean {
  const words = bare.matchAll(/([A-Za-z_]\w*|\d[\w.]*|[)\]}])\s+(?=([A-Za-z_]\w*|\d))/g);
  for (const [, before = '', after = ''] of words) if (!isKeyword(before) && !isKeyword(after)) return true;
  return false;
}
