/**
 * Opens the microphone and hands over what it hears as 16-bit samples.
 * @param sampleRate samples a second
 * @param heard takes an ArrayBuffer of about 50 ms
 * @returns what closes it
 */
export async function openMicrophone(sampleRate, heard) {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true },
  });
  const context = new AudioContext({ sampleRate });
  const close = async () => {
    for (const track of stream.getTracks()) track.stop();
    await context.close();
  };
  try {
    await context.audioWorklet.addModule('/console/microphone.js');
    const recorder = new AudioWorkletNode(context, 'microphone', { numberOfOutputs: 0 });
    recorder.port.onmessage = ({ data }) => heard(data);
    context.createMediaStreamSource(stream).connect(recorder);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes a speaker for 16-bit samples that come in pieces: they are played one after the other, until they are hushed. */
export function openSpeaker(sampleRate) {
  const context = new AudioContext({ sampleRate });
  let playing = [];
  let free = 0;
  return {
    play(sound) {
      const samples = Float32Array.from(new Int16Array(sound), (sample) => sample / 32_768);
      if (samples.length === 0) return;
      const buffer = context.createBuffer(1, samples.length, sampleRate);
      buffer.copyToChannel(samples, 0);
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(context.destination);
      free = Math.max(free, context.currentTime);
      source.start(free);
      free += buffer.duration;
      playing.push(source);
      source.onended = () => {
        playing = playing.filter((other) => other !== source);
      };
    },
    hush() {
      for (const source of playing) source.stop();
      free = 0;
    },
    close: () => context.close(),
  };
}
