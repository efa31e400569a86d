import { parseArgs } from 'node:util';

/** What a command is called with: its flags by name, and its other words. */
export type Called = { flags: ReadonlySet<string>; words: string[] };

/** Registers what must be undone when the command ends, however that is; the last one registered is undone first. */
export type AtEnd = (undo: () => unknown) => void;

/** The signals that end a command, with the exit codes that shells expect (128 + the signal's number). */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a command of this project: prints `help` for --help, refuses flags and words that it does not have, and undoes what
 * it made when it ends by itself, fails, or is interrupted (SIGINT, SIGTERM, SIGHUP). A failure is one sentence on stderr and
 * the exit code 1.
 */
export async function runCommand(
  command: { help: string; flags?: readonly string[]; takesWords?: boolean; exitCodeOnSignal?: number },
  main: (called: Called, atEnd: AtEnd) => Promise<void>,
): Promise<void> {
  const called = read(command);
  if (!called) return;
  const undos: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= (async () => {
      // What is registered while others are undone is undone too.
      for (let undo = undos.pop(); undo; undo = undos.pop()) await Promise.resolve(undo()).catch(report);
    })();
    return ending;
  };
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => void end().then(() => process.exit(command.exitCodeOnSignal ?? code)));
  }
  // Calls between the parts that are in flight when the parts are stopped fail, some of them inside an SDK that awaits nothing.
  process.on('unhandledRejection', (error) => {
    if (ending) return;
    report(error);
    void end().then(() => process.exit(1));
  });
  try {
    await main(called, (undo) => undos.push(() => Promise.resolve().then(undo)));
  } catch (error) {
    // An interrupted command fails because its parts are gone: that is no news.
    if (!ending) report(error);
    process.exitCode = 1;
  }
  await end();
  // Connections that are still kept open keep nobody waiting.
  process.exit();
}

function report(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}

function read({ help, flags = [], takesWords = false }: Parameters<typeof runCommand>[0]): Called | undefined {
  const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
  if (values.help) {
    console.log(help);
    return undefined;
  }
  const unknown = [
    ...Object.keys(values)
      .filter((name) => !flags.includes(name))
      .map((name) => `${name.length > 1 ? '--' : '-'}${name}`),
    ...(takesWords ? [] : positionals),
  ];
  if (unknown.length === 0) return { flags: new Set(Object.keys(values)), words: positionals };
  console.error(`This command does not know ${unknown.join(', ')}.\n\n${help}`);
  process.exitCode = 1;
  return undefined;
}
