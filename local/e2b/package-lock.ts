import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Entry = z.object({
  name: z.string(),
  version: z.string(),
  // It becomes a file's name on this machine and the end of an address.
  file_name: z.string().regex(/^[A-Za-z0-9][\w.+-]{0,150}\.(?:whl|zip)$/, 'not the name of a wheel or a zip'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  install_dir: z.enum(['site', 'dynlib']),
  imports: z.array(z.string()),
  depends: z.array(z.string()),
});

const Lock = z.object({ packages: z.record(z.string(), Entry) });

/** A package as the lock file has it. */
export type LockedPackage = z.infer<typeof Entry>;

/** The packages of a Pyodide release. */
export interface PackageLock {
  /** The top-level modules that they hold. */
  modules: string[];
  /** The packages' names. */
  names: string[];
  /** The package that holds a module, by its top-level name. */
  byModule(module: string): LockedPackage | undefined;
  /** The package of a name, however it is spelt: `Scikit_Learn`. */
  byName(name: string): LockedPackage | undefined;
  /** A package and all that it needs, what is needed first. Throws when the lock lacks one of them. */
  withDependencies(wanted: LockedPackage): LockedPackage[];
}

/** Folds a name as PyPI compares them (https://packaging.python.org/en/latest/specifications/name-normalization/). */
const normalize = (name: string) => name.toLowerCase().replace(/[-_.]+/g, '-');

/**
 * Reads a lock file (https://pyodide.org/en/stable/usage/loading-packages.html), of the installed Pyodide unless another text is
 * given. Throws for one that is not of this form.
 */
export function readPackageLock(text?: string): PackageLock {
  const json = text ?? readFileSync(new URL('pyodide-lock.json', import.meta.resolve('pyodide')), 'utf8');
  const { data, error } = Lock.safeParse(JSON.parse(json));
  if (error) {
    const [issue] = error.issues;
    throw new Error(`Pyodide's lock file is not as expected: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const all = Object.values(data.packages);
  const names = new Map(all.map((entry) => [normalize(entry.name), entry]));
  const modules = new Map(all.flatMap((entry) => entry.imports.map((name) => [name.split('.')[0] ?? name, entry])));
  const byName = (name: string) => names.get(normalize(name));

  return {
    modules: [...modules.keys()],
    names: all.map(({ name }) => name),
    byModule: (module) => modules.get(module),
    byName,
    withDependencies(wanted) {
      const found = new Set<LockedPackage>();
      const seen = new Set<LockedPackage>();
      const add = (entry: LockedPackage) => {
        if (seen.has(entry)) return;
        seen.add(entry);
        for (const name of entry.depends) {
          const needed = byName(name);
          if (!needed) throw new Error(`Pyodide's lock file has no ${name}, which ${entry.name} needs`);
          add(needed);
        }
        found.add(entry);
      };
      add(wanted);
      return [...found];
    },
  };
}
