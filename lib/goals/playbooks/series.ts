import type { Facts } from './facts.ts';
import type { Series } from './schema.ts';

/** Returns the values of a series for weeks 1 to `weeks`; the first is at index 0. */
export function seriesOf(series: Series, facts: Facts, weeks: number): number[] {
  const delay = Math.max(0, Math.min(weeks - 1, Math.round(facts.number(series.delay ?? 0))));
  const waiting = Array.from({ length: delay }, () => facts.number(series.from));
  return [...waiting, ...changing(series, facts, weeks - delay)];
}

function changing(series: Series, facts: Facts, weeks: number): number[] {
  const from = facts.number(series.from);
  const to = facts.number(series.to);
  const round = (value: number) => Number((Math.round(value / series.round) * series.round).toFixed(3));
  if (series.shape === 'line')
    return Array.from({ length: weeks }, (_, index) => round(from + ((to - from) * (index + 1)) / weeks));
  const taper = series.taper ?? [];
  const taperWeeks = Math.min(taper.length, facts.number(series.taper_weeks ?? taper.length));
  const tapered = weeks < 3 ? 0 : Math.min(taperWeeks, Math.max(1, Math.floor(weeks / 4)));
  const building = weeks - tapered;
  const isLighter = (week: number) =>
    series.lighter_every !== undefined && week % series.lighter_every === 0 && week < building;
  const ups = Array.from({ length: building }, (_, index) => index + 1).filter((week) => !isLighter(week)).length - 1;
  const growth = facts.number(series.growth ?? 1.1);
  const step = facts.number(series.least_step ?? 0);
  const rate = ups > 0 && from > 0 ? (to / from) ** (1 / ups) : 1;
  let up = 0;
  let value = from;
  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    if (week > building) return round(value * (taper[taper.length - (weeks - index)] ?? 0.5));
    if (isLighter(week)) return round(value * (series.lighter_to ?? 0.8));
    if (up > 0) value = Math.min(from * rate ** up, Math.max(value * growth, value + step), Math.max(from, to));
    up += 1;
    return round(value);
  });
}
