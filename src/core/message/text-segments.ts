/** What a text message may hold at one sign a place (GSM 7 bit); those behind the escape take two places. */
const ONE =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const TWO = '^{}\\[~]|€';

/** How many messages a telephone company makes of a text: it splits, and charges, by these. */
export function segmentsOf(text: string): number {
  const signs = [...text];
  if (signs.every((sign) => ONE.includes(sign) || TWO.includes(sign))) {
    const places = signs.reduce((sum, sign) => sum + (TWO.includes(sign) ? 2 : 1), 0);
    return places <= 160 ? 1 : Math.ceil(places / 153);
  }
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
}

/** What stands for signs that make a whole text longer, where the word stays the same word. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '…': '...',
};

const plain = (sign: string): string => {
  if (ONE.includes(sign) || TWO.includes(sign)) return sign;
  return PLAIN[sign] ?? sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
};

/**
 * A text in as few messages as its words allow: one accented letter that telephones have no room for would more than
 * double their number, so that it is written without its accent where that spares one.
 */
export function shortest(text: string): string {
  const spared = [...text].map(plain).join('');
  return segmentsOf(spared) < segmentsOf(text) ? spared : text;
}
