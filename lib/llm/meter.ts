/** One call of a model, as far as it went. */
export type ModelCall = {
  model: string;
  outcome: 'ok' | 'failed' | 'cancelled';
  input_tokens: number;
  output_tokens: number;
  /** The cost by the provider's own count; null where it gives none. */
  cost_usd: number | null;
  /** The tokens were counted here, since the call ended before the provider told. */
  estimated: boolean;
  seconds: number;
  /** The model runs on this machine, and costs nothing. */
  local: boolean;
};

/** The account that pays for model calls: asked before each, and told after each, also after one that failed or was cancelled. */
export interface Meter {
  /** @throws ProviderError when nothing more may be spent today */
  allow(): Promise<void>;
  record(call: ModelCall): Promise<void>;
}
