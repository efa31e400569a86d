/** One line of the report. `aim` is what `value` is held against; a line without one only tells. */
export type Line = { figure: string; value: string; ok?: boolean; aim?: string; detail?: string };

/** A ratio that must not exceed `max`. */
export function atMost(figure: string, ratio: number, max: number, detail: string): Line {
  return { figure, value: `${ratio.toFixed(2)} x`, ok: ratio <= max, aim: `<= ${max}`, detail };
}

/** A ratio that must reach `min`. */
export function atLeast(figure: string, ratio: number, min: number, detail: string): Line {
  return { figure, value: `${ratio.toFixed(2)} x`, ok: ratio >= min, aim: `>= ${min}`, detail };
}

/** A line that is there to be read. */
export function told(figure: string, value: string, detail?: string): Line {
  return { figure, value, ...(detail ? { detail } : {}) };
}

export function show({ figure, value, ok, aim, detail }: Line): string {
  const verdict = ok === undefined ? '' : ok ? 'ok' : 'MISS';
  return `${figure.padEnd(46)} ${value.padStart(10)}  ${(aim ?? '').padEnd(8)} ${(detail ?? '').padEnd(62)} ${verdict}`.trimEnd();
}

export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
