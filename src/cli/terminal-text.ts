// Control characters could move the cursor or recolour what follows; direction overrides could show a
// line in another order than it has.
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/** A text from a file or a name, safe to print: nothing in it can steer the terminal. */
export const printable = (text: string): string => text.replaceAll(UNSAFE, '\ufffd');
