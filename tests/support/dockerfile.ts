/** Reads a Dockerfile and a .dockerignore as far as ours go: https://docs.docker.com/reference/dockerfile/ */

export type Instruction = { name: string; text: string };

/** Returns the instructions of a Dockerfile, each on one line, without comments. */
export function readDockerfile(source: string): Instruction[] {
  const lines = source.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  return lines
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => {
      const [, name = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
      return { name, text };
    });
}

/** Returns the words of a command in the form of a JSON array; null for the form that a shell reads. */
export function execForm(text: string): string[] | null {
  try {
    const words: unknown = JSON.parse(text.slice(text.indexOf('[')));
    return Array.isArray(words) ? words.map(String) : null;
  } catch {
    return null;
  }
}

/** Returns what says whether a .dockerignore keeps a path out of the build; the last rule that matches decides. */
export function readDockerignore(source: string): (path: string) => boolean {
  const rules = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      // In Go's patterns a star stands for dots at the start of a name too.
      const pattern = line
        .replace(/^!/, '')
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '[^/]*');
      return { isKept: line.startsWith('!'), pattern: new RegExp(`^${pattern}$`) };
    });
  return (path) => {
    const parts = path.split('/');
    const lineage = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    const last = rules.findLast(({ pattern }) => lineage.some((each) => pattern.test(each)));
    return last !== undefined && !last.isKept;
  };
}
