import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Typefaces } from '../render/pdf/typefaces.ts';

let kept: Typefaces | undefined;

/** The typefaces of papers, read when the first paper is made. */
export function typefaces(): Typefaces {
  if (kept) return kept;
  const { resolve } = createRequire(import.meta.url);
  const publicSans = join(dirname(resolve('@uswds/uswds')), '../fonts/public-sans');
  const read = (path: string): Uint8Array => readFileSync(path);
  kept = {
    regular: read(join(publicSans, 'PublicSans-Regular.ttf')),
    bold: read(join(publicSans, 'PublicSans-Bold.ttf')),
    otherRegular: read(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    otherBold: read(resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
  };
  return kept;
}
