/** Samples a second; a telephone's. */
const RATE = 8_000;
const HEADER = 44;

/**
 * A small recording: a tone of so many seconds, in the form every carrier hands out, with what was said kept beside it as
 * its comment.
 */
export function wavOf(text: string, seconds: number): Buffer {
  const samples = RATE * seconds;
  const comment = Buffer.from(`${text}\0`, 'utf8');
  const kept = Buffer.concat([comment, Buffer.alloc(comment.length % 2)]);
  const list = Buffer.alloc(20);
  list.write('LIST', 0);
  list.writeUInt32LE(12 + kept.length, 4);
  list.write('INFOICMT', 8);
  list.writeUInt32LE(comment.length, 16);
  const head = Buffer.alloc(HEADER);
  head.write('RIFF', 0);
  head.writeUInt32LE(HEADER - 8 + samples + list.length + kept.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  // PCM, one channel of eight bits.
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  const tone = Buffer.alloc(samples);
  for (let index = 0; index < samples; index++) {
    tone[index] = 128 + Math.round(20 * Math.sin((2 * Math.PI * 220 * index) / RATE));
  }
  return Buffer.concat([head, tone, list, kept]);
}
