/** Arithmetic of the field in which QR codes count: bytes, with the polynomial 0x11D (ISO/IEC 18004). */
const EXPONENTS = new Uint8Array(255);
const LOGARITHMS = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  EXPONENTS[power] = value;
  LOGARITHMS[value] = power;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x11d;
}

function times(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return EXPONENTS[(LOGARITHMS[one]! + LOGARITHMS[other]!) % 255]!;
}

/** The words that let a reader mend a block of which some is dirty: the remainder of its division, Reed–Solomon. */
export function errorWords(block: Uint8Array, count: number): Uint8Array {
  const divisor = divisorOf(count);
  const rest = new Uint8Array(count);
  for (const word of block) {
    const factor = word ^ rest[0]!;
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    for (let at = 0; at < count; at++) rest[at]! ^= times(divisor[at]!, factor);
  }
  return rest;
}

/** The product of (x − 2ⁱ) for each i below `degree`, without its leading 1. */
function divisorOf(degree: number): Uint8Array {
  const product = new Uint8Array(degree);
  product[degree - 1] = 1;
  for (let power = 0; power < degree; power++) {
    for (let at = 0; at < degree; at++) {
      product[at] = times(product[at]!, EXPONENTS[power]!) ^ (product[at + 1] ?? 0);
    }
  }
  return product;
}
