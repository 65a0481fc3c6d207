/** The signs of the alphabet of telephones, each of one place; those behind the bar take two. */
const ONE =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const TWO = '^{}\\[~]|€';

/** In how many pieces a text travels: of 160 signs of the alphabet of telephones, or of 70 where it has others. */
export function segmentsOf(body: string): number {
  const signs = [...body];
  const isPlain = signs.every((sign) => ONE.includes(sign) || TWO.includes(sign));
  const length = isPlain ? signs.reduce((sum, sign) => sum + (TWO.includes(sign) ? 2 : 1), 0) : body.length;
  const [alone, piece] = isPlain ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / piece);
}
