/** One line of the report. `aim` is what `value` is held against; a line without one only tells. */
export type ReportLine = { figure: string; value: string; ok?: boolean; aim?: string; detail?: string };

/** Returns a ratio that must not exceed `max`. */
export function atMost(figure: string, ratio: number, max: number, detail: string): ReportLine {
  return { figure, value: `${ratio.toFixed(2)} x`, ok: ratio <= max, aim: `<= ${max}`, detail };
}

/** Returns a ratio that must reach `min`. */
export function atLeast(figure: string, ratio: number, min: number, detail: string): ReportLine {
  return { figure, value: `${ratio.toFixed(2)} x`, ok: ratio >= min, aim: `>= ${min}`, detail };
}

/** Returns a line that is there to be read. */
export function info(figure: string, value: string, detail?: string): ReportLine {
  return { figure, value, ...(detail ? { detail } : {}) };
}

export function show({ figure, value, ok, aim, detail }: ReportLine): string {
  const verdict = ok === undefined ? '' : ok ? 'ok' : 'MISS';
  return `${figure.padEnd(46)} ${value.padStart(10)}  ${(aim ?? '').padEnd(8)} ${(detail ?? '').padEnd(62)} ${verdict}`.trimEnd();
}

export const formatMs = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
