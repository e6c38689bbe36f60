// Speech needs no more; a minute of it is a quarter of a megabyte.
const BitsPerSecond = 32000;
const Containers = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

/** A recording, and how long it is. */
export interface Voice { sound: Blob; seconds: number }

/** Whether this page may record: browsers give the microphone to secure pages alone. */
export function canRecord(): boolean {
  return !!navigator.mediaDevices?.getUserMedia && "MediaRecorder" in window;
}

/** One recording, from now until it is stopped or has become as long as it may. */
export class Recorder {
  private readonly parts: Blob[] = [];
  private readonly media: MediaRecorder;
  private readonly timer: number;
  private readonly started = performance.now();

  private constructor(private readonly stream: MediaStream, private readonly mostSeconds: number, onSecond: (seconds: number) => void, onEnd: (voice: Voice) => void) {
    const mimeType = Containers.find(c => MediaRecorder.isTypeSupported(c));
    this.media = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BitsPerSecond });
    this.media.addEventListener("dataavailable", event => this.parts.push(event.data));
    // Also where a call takes the microphone away.
    this.media.addEventListener("stop", () => this.stop());
    this.media.addEventListener("stop", () => onEnd({ sound: new Blob(this.parts, { type: this.media.mimeType }), seconds: this.seconds() }), { once: true });
    this.media.start();
    this.timer = window.setInterval(() => {
      onSecond(Math.floor(this.elapsed()));
      if (this.elapsed() >= mostSeconds) this.stop();
    }, 200);
  }

  /** Asks for the microphone and begins; fails where it is not given. */
  static async start(mostSeconds: number, onSecond: (seconds: number) => void, onEnd: (voice: Voice) => void): Promise<Recorder> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    return new Recorder(stream, mostSeconds, onSecond, onEnd);
  }

  /** Ends it, and gives the microphone back. */
  stop(): void {
    clearInterval(this.timer);
    if (this.media.state !== "inactive") this.media.stop();
    this.stream.getTracks().forEach(track => track.stop());
  }

  private elapsed(): number { return (performance.now() - this.started) / 1000; }

  private seconds(): number { return Math.min(this.mostSeconds, Math.max(1, Math.round(this.elapsed()))); }
}
