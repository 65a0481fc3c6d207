import { z } from 'zod';
import { id, text } from '../core/plan/format/schema-values.ts';

/** What people type fits one line of a list. */
export const TEXT_CHARACTERS_MAX = 200;

/** With this name Ladder signs what it does by itself. */
export const RESERVED_ID = 'ladder';

/** Letters, digits, `-` and `_`, as the ids of a plan. */
export const isId = (value: string): boolean => id.safeParse(value).success;

/** One line of text that can be kept and shown. */
export const isLine = (value: string): boolean =>
  value.length <= TEXT_CHARACTERS_MAX && !/[\n\r\t]/.test(value) && text.safeParse(value).success;

// RFC 5321, 4.5.3.1.3: a path of 256 octets with its angle brackets.
const EMAIL_CHARACTERS_MAX = 254;
const email = z.email();

export const isEmail = (value: string): boolean =>
  value.length <= EMAIL_CHARACTERS_MAX && email.safeParse(value).success;
