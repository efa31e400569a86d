/** PostgreSQL refuses to run as root, so root starts it as somebody else. */

import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

export interface Account {
  /** Owner of PostgreSQL's files; undefined when it runs as the present user. */
  readonly ids?: { readonly uid: number; readonly gid: number };
  /** Returns the command that runs `file` as this account. */
  command(file: string, args: string[]): { file: string; args: string[]; ids?: { uid: number; gid: number } };
}

/**
 * Returns the account that runs PostgreSQL on `folder`.
 *
 * An ordinary user runs it as is. Root runs it as the folder's owner, else as `postgres`, else as `nobody` (initdb
 * wants an account with a name). Clones and data folders often lie where only root may enter (/root, `mktemp -d`), so
 * `setpriv` leaves that account the one right that lets it through, CAP_DAC_OVERRIDE; where that is not allowed it
 * runs without, which is enough below folders that everybody may enter.
 * @throws when root finds no account
 */
export function databaseAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return { command: (file, args) => ({ file, args }) };
  const owner = statSync(folder, { throwIfNoEntry: false });
  const ids = owner?.uid ? { uid: owner.uid, gid: owner.gid } : (idsOf('postgres') ?? idsOf('nobody'));
  if (!ids) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user `postgres` or `nobody`: run as an ordinary user',
    );
  }
  const setpriv = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // Without it access(2), with which PostgreSQL looks for its programs, knows no capabilities.
    '--securebits=+no_setuid_fixup',
    '--',
  ];
  const canSetpriv = spawnSync('setpriv', [...setpriv, 'true'], { timeout: 5_000 }).status === 0;
  return {
    ids,
    command: (file, args) =>
      canSetpriv ? { file: 'setpriv', args: [...setpriv, file, ...args] } : { file, args, ids },
  };
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8', timeout: 5_000 });
    return status === 0 ? Number(stdout) : 0;
  });
  return uid && gid ? { uid, gid } : undefined;
}
