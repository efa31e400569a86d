/** What an expression yields. */
export type Value = number | string | boolean;
/** Looks a name up; undefined when there is none. */
export type Lookup = (name: string) => Value | readonly string[] | undefined;
export type Functions = Readonly<
  Record<string, (...values: (Value | readonly string[])[]) => Value | readonly string[]>
>;

type Node = (lookup: Lookup, functions: Functions) => Value | readonly string[];
type Token = { kind: 'number' | 'text' | 'name' | 'sign'; text: string };

const TOKENS = /\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|([a-z_][a-z0-9_]*(?:\.[a-z_]+)?)|(<=|>=|==|!=|[-+*/^()<>,]))/giy;
/** From the loosest to the tightest. */
const LEVELS = [['or'], ['and'], ['==', '!=', '<', '>', '<=', '>='], ['+', '-'], ['*', '/'], ['^']];
const compiled = new Map<string, Node>();
const templates = new Map<string, (string | Node)[]>();

/**
 * Computes an expression of a playbook: numbers, 'texts', names, + - * / ^, comparisons, and, or, not, and calls.
 * @throws Error that names the expression, for a syntax error or an unknown name
 */
export function evaluate(expression: string, lookup: Lookup, functions: Functions): Value {
  const value = compile(expression)(lookup, functions);
  if (typeof value === 'object') throw new Error(`"${expression}" is a list: take one with item(list, number)`);
  return value;
}

/** Fills a text: each `{expression}` is replaced by its value, numbers written for people ("1,154", "2.5"). */
export function fill(template: string, lookup: Lookup, functions: Functions): string {
  return partsOf(template)
    .reduce<string>((before, part) => {
      if (typeof part === 'string') return before + part;
      const value = part(lookup, functions);
      const said = typeof value === 'number' ? String(functions.num?.(value) ?? sayNumber(value)) : String(value);
      return withArticle(before, said) + said;
    }, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![\d.,:])0 of\b/g, (_, at) => (at === 0 ? 'None of' : 'none of'));
}

/** Words that begin with a vowel's letter but not with its sound, and numbers that are read with a vowel. */
const NO_VOWEL = /^(?:uni(?!n|m)|use|usu|ut|eu|one\b|once)/i;
const VOWEL = /^(?:[aeiou]|8|11\b|18\b)/i;

/** Returns the text before a value with the article that the value asks for: "an Italian text", "a German text". */
function withArticle(before: string, value: string): string {
  if (!/^[\p{L}\d]/u.test(value)) return before;
  const article = VOWEL.test(value) && !NO_VOWEL.test(value) ? 'an' : 'a';
  return before.replace(/(?<![\p{L}\d'’.-])(a)n? $/iu, (_, a: string) => `${a}${article.slice(1)} `);
}

/** Returns every name and function that an expression or template uses, for the check of playbooks. */
export function namesIn(template: string, isTemplate: boolean): string[] {
  const expressions = isTemplate ? [...template.matchAll(/\{([^}]*)\}/g)].map(([, inner = '']) => inner) : [template];
  return expressions.flatMap((expression) => {
    compile(expression);
    return tokenize(expression)
      .filter(({ kind, text }) => kind === 'name' && !['and', 'or', 'not', 'true', 'false'].includes(text))
      .map(({ text }) => text);
  });
}

/** Returns a pattern for the texts that a template can become. */
export function patternOf(template: string): RegExp {
  const body = template
    .split(/\{[^}]*\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('.*');
  return new RegExp(`^${body}(?: \\(.*\\))?$`, 'u');
}

/** Returns a number as people write it: thousands apart, at most one decimal. */
export function sayNumber(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  // Never "-0".
  return (rounded + 0).toLocaleString('en-US');
}

function partsOf(template: string): (string | Node)[] {
  const known = templates.get(template);
  if (known) return known;
  const parts = template.split(/(\{[^}]*\})/).map((part) => {
    return part.startsWith('{') ? compile(part.slice(1, -1)) : part;
  });
  templates.set(template, parts);
  return parts;
}

function compile(expression: string): Node {
  const known = compiled.get(expression);
  if (known) return known;
  const tokens = tokenize(expression);
  const node = parse(tokens, 0, expression);
  if (tokens.length > 0) throw new Error(`"${expression}" has "${tokens[0]?.text}" too much`);
  compiled.set(expression, node);
  return node;
}

function tokenize(expression: string): Token[] {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < expression.trimEnd().length) {
    const match = TOKENS.exec(expression);
    if (!match) throw new Error(`"${expression}" cannot be read as an expression`);
    const [, number, text, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (name !== undefined) tokens.push({ kind: name === 'and' || name === 'or' ? 'sign' : 'name', text: name });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

function parse(tokens: Token[], level: number, whole: string): Node {
  const signs = LEVELS[level];
  if (!signs) return parseUnary(tokens, whole);
  let left = parse(tokens, level + 1, whole);
  while (tokens[0]?.kind === 'sign' && signs.includes(tokens[0].text)) {
    const sign = tokens.shift()?.text ?? '';
    const [first, second] = [left, parse(tokens, level + 1, whole)];
    left = (lookup, functions) => combine(sign, first(lookup, functions), () => second(lookup, functions));
  }
  return left;
}

function combine(sign: string, a: Value | readonly string[], second: () => Value | readonly string[]) {
  if (sign === 'and') return Boolean(a) && Boolean(second());
  if (sign === 'or') return Boolean(a) || Boolean(second());
  const b = second();
  if (sign === '==') return a === b;
  if (sign === '!=') return a !== b;
  const [x, y] = [Number(a), Number(b)];
  if (sign === '<') return x < y;
  if (sign === '>') return x > y;
  if (sign === '<=') return x <= y;
  if (sign === '>=') return x >= y;
  if (sign === '+') return x + y;
  if (sign === '-') return x - y;
  if (sign === '*') return x * y;
  if (sign === '^') return x ** y;
  return y === 0 ? 0 : x / y;
}

function parseUnary(tokens: Token[], whole: string): Node {
  const token = tokens.shift();
  if (!token) throw new Error(`"${whole}" ends too early`);
  if (token.kind === 'number') return () => Number(token.text);
  if (token.kind === 'text') return () => token.text;
  if (token.text === '-') {
    const node = parseUnary(tokens, whole);
    return (lookup, functions) => -Number(node(lookup, functions));
  }
  if (token.text === 'not') {
    const node = parse(tokens, 2, whole);
    return (lookup, functions) => !node(lookup, functions);
  }
  if (token.text === '(') {
    const node = parse(tokens, 0, whole);
    expectSign(tokens, ')', whole);
    return node;
  }
  if (token.kind !== 'name') throw new Error(`"${whole}" has an unexpected "${token.text}"`);
  if (token.text === 'true' || token.text === 'false') return () => token.text === 'true';
  if (tokens[0]?.text === '(') return parseCall(token.text, tokens, whole);
  return (lookup) => {
    const value = lookup(token.text);
    if (value === undefined) throw new Error(`"${whole}" uses "${token.text}", which is not known here`);
    return value;
  };
}

function parseCall(name: string, tokens: Token[], whole: string): Node {
  tokens.shift();
  const inputs: Node[] = [];
  const isNext = (sign: string) => tokens[0]?.kind === 'sign' && tokens[0].text === sign;
  while (tokens.length > 0 && !isNext(')')) {
    inputs.push(parse(tokens, 0, whole));
    if (isNext(',')) tokens.shift();
  }
  expectSign(tokens, ')', whole);
  const [condition, yes, no] = inputs;
  if (name === 'if' && condition && yes && no) {
    return (lookup, functions) => (condition(lookup, functions) ? yes(lookup, functions) : no(lookup, functions));
  }
  return (lookup, functions) => {
    const run = functions[name];
    if (!run) throw new Error(`"${whole}" calls "${name}", which is not a function`);
    return run(...inputs.map((input) => input(lookup, functions)));
  };
}

function expectSign(tokens: Token[], sign: string, whole: string): void {
  if (tokens.shift()?.text !== sign) throw new Error(`"${whole}" misses a "${sign}"`);
}
