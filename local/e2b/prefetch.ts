import { version } from 'pyodide';
import { editDistance } from '../../lib/text.ts';
import type { LockedPackage, PackageLock } from './package-lock.ts';
import type { Packages } from './packages.ts';

const NEAR_MAX = 3;
const LISTED = 'What there is: https://pyodide.org/en/stable/usage/packages-in-pyodide.html';
const TRY_AGAIN = `Check the network, or set SANDBOX_PACKAGES_URL to a mirror of Pyodide ${version}, and run this again: what was fetched is kept.`;

/**
 * Fetches packages by their names, or those of their modules, with all that they need.
 * @returns what is there now, each with its version
 * @throws Error that says, a line each, which names are no packages (nothing is fetched then), or what could not be fetched, and
 *   what to do
 */
export async function prefetch(names: string[], packages: Packages): Promise<string[]> {
  const { lock } = packages;
  const wanted = names.map((name) => lock.byName(name) ?? lock.byModule(name));
  const unknown = names.filter((_, at) => !wanted[at]);
  if (unknown.length > 0) throw new Error([...unknown.map((name) => unknownName(name, lock)), LISTED].join('\n'));

  const all = [...new Set(wanted.flatMap((entry) => (entry ? lock.withDependencies(entry) : [])))];
  const outcomes = await Promise.allSettled(all.map(packages.fetchOne));
  const label = (entry: LockedPackage | undefined) => `${entry?.name} ${entry?.version}`;
  const troubles = outcomes.flatMap((outcome, at) =>
    outcome.status === 'rejected' ? [`${label(all[at])} could not be fetched: ${outcome.reason?.message}.`] : [],
  );
  if (troubles.length > 0) throw new Error([...troubles, TRY_AGAIN].join('\n'));
  return all.map(label);
}

function unknownName(name: string, lock: PackageLock): string {
  const asked = name.slice(0, 60).toLowerCase();
  const near = [...new Set([...lock.names, ...lock.modules])]
    .filter((known) => !known.endsWith('-tests'))
    .map((known) => ({ known, distance: editDistance(asked, known.toLowerCase()) }))
    .filter(({ known, distance }) => distance <= Math.min(asked.length, known.length) / 3)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAR_MAX)
    .map(({ known }) => known);
  const hint = near.length > 0 ? `: did you mean ${near.join(' or ')}?` : '.';
  return `${JSON.stringify(name.slice(0, 60))} is not a package of this Pyodide release${hint}`;
}
