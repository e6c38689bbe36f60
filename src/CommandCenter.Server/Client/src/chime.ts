// Two falling tones, made here: nothing is loaded, and a machine without a voice still calls attention.
const Tones = [{ at: 0, hertz: 659.3 }, { at: 0.28, hertz: 523.3 }];
const Ring = 0.9;

let context: AudioContext | null = null;

/** Whether sound may be made now; browsers wait for somebody to touch the page. */
export async function unlock(): Promise<boolean> {
  context ??= new AudioContext();
  // Without permission resume() stays pending until there is a gesture.
  await Promise.race([context.resume(), new Promise(resolve => setTimeout(resolve, 300))]);
  return context.state === "running";
}

/** Rings, and completes when it has rung. */
export async function chime(): Promise<void> {
  const audio = context;
  if (!audio || audio.state !== "running") return;
  for (const tone of Tones) strike(audio, tone.hertz, audio.currentTime + tone.at);
  await new Promise(resolve => setTimeout(resolve, (Tones[Tones.length - 1]!.at + Ring) * 1000));
}

function strike(audio: AudioContext, hertz: number, at: number): void {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.type = "triangle";
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.0001, at);
  loudness.gain.exponentialRampToValueAtTime(0.5, at + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + Ring);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + Ring);
}
