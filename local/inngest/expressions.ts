/** Inngest's expressions (CEL): conditions on events, and the keys of limits. */
import { type ASTNode, Environment, EvaluationError } from '@marcbachmann/cel-js';
import type { InngestEvent } from './protocol.ts';

/** What an expression may name: `event` starts a run, `async` is the later event held against it. */
export interface Scope {
  event: InngestEvent;
  async?: InngestEvent;
}

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false });
const parsed = new Map<string, ReturnType<typeof environment.parse>>();

function parse(source: string) {
  const known = parsed.get(source);
  if (known) return known;
  const expression = environment.parse(source);
  parsed.set(source, expression);
  return expression;
}

/** Every chain of field names in the tree that starts at a variable: `event.data.x` is ['event', 'data', 'x']. */
function fieldPaths(node: ASTNode): string[][] {
  const own = pathOf(node);
  if (own) return [own];
  return childrenOf(node.args).flatMap(fieldPaths);
}

function pathOf(node: ASTNode): string[] | null {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return null;
  const parent = pathOf(node.args[0]);
  return parent && [...parent, node.args[1]];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function childrenOf(args: unknown): ASTNode[] {
  if (isNode(args)) return [args];
  return Array.isArray(args) ? args.flatMap(childrenOf) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of `value` in which the field at `path` exists, as null where it was missing. */
function withField(value: unknown, [field, ...rest]: string[]): unknown {
  if (field === undefined) return value ?? null;
  const record = isRecord(value) ? value : {};
  return { ...record, [field]: withField(Object.hasOwn(record, field) ? record[field] : undefined, rest) };
}

/**
 * The value of an expression. A field that the event lacks reads as null, as in Inngest, where CEL by itself would fail;
 * `has()` still tells a missing field from a present one, because nulls are filled in only after a failure.
 * Throws when the expression does not parse or its types do not fit.
 */
function evaluate(source: string, scope: Scope): unknown {
  const expression = parse(source);
  try {
    return expression({ ...scope });
  } catch (error) {
    if (!(error instanceof EvaluationError && error.code === 'no_such_key')) throw error;
    const filled = fieldPaths(expression.ast).reduce<unknown>(withField, scope);
    return expression(isRecord(filled) ? filled : {});
  }
}

/** Whether a condition holds. One that cannot be evaluated does not, and `onError` is told why. */
export function holds(source: string | undefined, scope: Scope, onError: (error: unknown) => void): boolean {
  if (!source) return true;
  try {
    return evaluate(source, scope) === true;
  } catch (error) {
    onError(error);
    return false;
  }
}

/** The value of a key expression as text, the same text for equal values; '' when there is no expression or it fails. */
export function keyOf(source: string | undefined, scope: Scope, onError: (error: unknown) => void): string {
  if (!source) return '';
  try {
    return JSON.stringify(evaluate(source, scope), (_, value) => (typeof value === 'bigint' ? Number(value) : value));
  } catch (error) {
    onError(error);
    return '';
  }
}

/** The value of a numeric expression, such as a priority; 0 when there is none or it fails. */
export function numberOf(source: string | undefined, scope: Scope, onError: (error: unknown) => void): number {
  if (!source) return 0;
  try {
    const value = Number(evaluate(source, scope));
    return Number.isFinite(value) ? value : 0;
  } catch (error) {
    onError(error);
    return 0;
  }
}
