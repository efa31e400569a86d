/** The functions that the app serves, as of the last sync. */
import type { FunctionConfig } from './protocol.ts';

export class Functions {
  #byId: Map<string, FunctionConfig> | null = null;
  readonly #sync: () => Promise<unknown>;

  /** `sync` asks the app again and calls `replace`; it may reject. */
  constructor(sync: () => Promise<unknown>) {
    this.#sync = sync;
  }

  /** True once the app has told its functions; before that no event can be routed. */
  get known(): boolean {
    return this.#byId !== null;
  }

  get all(): FunctionConfig[] {
    return [...(this.#byId?.values() ?? [])];
  }

  replace(functions: readonly FunctionConfig[]): void {
    this.#byId = new Map(functions.map((fn) => [fn.id, fn]));
  }

  get(id: string): FunctionConfig | undefined {
    return this.#byId?.get(id);
  }

  /** The function with this id, after asking the app once more when it is unknown. */
  async find(id: string): Promise<FunctionConfig | undefined> {
    if (!this.get(id)) await this.#sync().catch(() => undefined);
    return this.get(id);
  }
}
