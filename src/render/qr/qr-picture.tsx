import type { Html } from '../jsx-runtime.ts';
import { qrCode } from './qr-code.ts';

/** Light modules around the code, without which a camera does not find it. */
const QUIET = 4;

/**
 * The QR code of a text as a picture that can be as large as wanted; nothing where the text is too long for one. It is
 * dark on light in any colours of the page, for cameras read no other.
 */
export function qrPicture(text: string, label: string): Html | undefined {
  const code = qrCode(text);
  if (!code) return undefined;
  const { size, isDark } = code;
  const side = size + 2 * QUIET;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let length = 0;
      while (column + length < size && isDark(column + length, row)) length += 1;
      if (length > 0) path += `M${column + QUIET} ${row + QUIET}h${length}v1h-${length}z`;
      column += length;
    }
  }
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
