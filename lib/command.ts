import { parseArgs } from 'node:util';

/** Arguments of a command: its flags by name, the values of its options, and its other words. */
export type CommandInput = { flags: ReadonlySet<string>; options: Readonly<Record<string, string>>; words: string[] };

/** Registers what must be undone when the command ends, however that is; the last one registered is undone first. */
export type OnExit = (undo: () => unknown) => void;

/**
 * Keeps what is being started until the command ends, and stops it then, also when the end comes while it starts.
 * @returns what was started
 */
export function stopOnExit<T extends { stop(): unknown }>(onExit: OnExit, starting: Promise<T>): Promise<T> {
  onExit(() =>
    starting.then(
      (started) => started.stop(),
      () => {},
    ),
  );
  return starting;
}

/** The signals that end a command, with the exit codes that shells expect (128 + the signal's number). */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs a command of this project: prints `help` for --help, refuses flags and words that it does not have, and undoes what
 * it made when it ends by itself, fails, or is interrupted (SIGINT, SIGTERM, SIGHUP). A failure is one sentence on stderr and
 * the exit code 1.
 */
export async function runCommand(
  command: {
    help: string;
    flags?: readonly string[];
    /** Those that take a value: `--minutes 40`. */
    options?: readonly string[];
    takesWords?: boolean;
    exitCodeOnSignal?: number;
  },
  main: (called: CommandInput, onExit: OnExit) => Promise<void>,
): Promise<void> {
  const called = read(command);
  if (!called) return;
  const undos: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;
  const end = () => {
    ending ??= (async () => {
      // Undoes also what is registered meanwhile.
      for (let undo = undos.pop(); undo; undo = undos.pop()) await Promise.resolve(undo()).catch(report);
    })();
    return ending;
  };
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => void end().then(() => process.exit(command.exitCodeOnSignal ?? code)));
  }
  // Calls between the parts that are in flight when the parts are stopped fail, some of them inside an SDK that awaits nothing.
  for (const fault of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(fault, (error) => {
      if (ending) return;
      report(error);
      void end().then(() => process.exit(1));
    });
  }
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

function read(command: Parameters<typeof runCommand>[0]): CommandInput | undefined {
  const { help, flags = [], options = [], takesWords = false } = command;
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
  });
  if (values.help) {
    console.log(help);
    return undefined;
  }
  const given = Object.fromEntries(
    options.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]] as const] : [])),
  );
  const unknown = [
    ...Object.keys(values)
      .filter((name) => !flags.includes(name) && typeof given[name] !== 'string')
      .map((name) => `${name.length > 1 ? '--' : '-'}${name}`),
    ...(takesWords ? [] : positionals),
  ];
  if (unknown.length === 0) {
    return { flags: new Set(flags.filter((name) => name in values)), options: given, words: positionals };
  }
  console.error(`This command does not know ${unknown.join(', ')}.\n\n${help}`);
  process.exitCode = 1;
  return undefined;
}
