import { digitsOf, isDiallable } from '../asked/telephone.ts';
import type { Contact } from '../format/schema-contract.ts';

/** What one means may fail without cutting somebody off takes at least two. */
export const MEANS_MIN = 2;

const EXTENSION = /\s*(?:ext\.?|x)\s*\d+$/i;

/**
 * The ways to somebody that do not fail together: each telephone number once, whatever it takes (a call and a text to one
 * telephone are one), extensions of one switchboard once, and the e-mail address. What cannot be dialled is none.
 */
export function independentMeans(contact: Contact | undefined): readonly string[] {
  const { office, mobile, email } = contact ?? {};
  const numbers = [office, mobile].flatMap((number) => {
    const line = number?.replace(EXTENSION, '');
    return line !== undefined && isDiallable(line) ? [digitsOf(line)] : [];
  });
  return [...new Set([...numbers, ...(email === undefined ? [] : [email.toLowerCase()])])];
}
