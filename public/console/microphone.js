/** Runs in the audio thread: gathers samples and posts them as 16-bit integers, about twenty times a second. */
class Microphone extends AudioWorkletProcessor {
  constructor() {
    super();
    this.samples = [];
  }

  process([[channel]]) {
    for (const sample of channel ?? []) this.samples.push(Math.max(-1, Math.min(1, sample)) * 32_767);
    if (this.samples.length >= sampleRate / 20) {
      const { buffer } = Int16Array.from(this.samples);
      this.samples = [];
      this.port.postMessage(buffer, [buffer]);
    }
    return true;
  }
}

registerProcessor('microphone', Microphone);
