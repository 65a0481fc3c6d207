import { isIP } from 'node:net';
import { z } from 'zod';
import type { SettingName, SettingProblems } from '../core/message/settings.ts';
import { nearestWord } from '../core/nearest-word.ts';

/** What is wrong with one setting: a code, and the values its sentence needs. */
export type SettingProblem = {
  [C in keyof SettingProblems]: { readonly code: C; readonly values: SettingProblems[C] };
}[keyof SettingProblems];

/** What a setting takes: the text read into a value, or the problem with it. */
export interface Kind<T> {
  readonly reads: z.ZodType<T, string>;
  readonly problem: (variable: SettingName, shown: string | undefined, text: string) => SettingProblem;
}

/** Digits alone: neither `8080.0` nor `0x1f90`. */
export function wholeNumber(min: number, max: number): Kind<number> {
  return {
    reads: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
    problem: (variable, shown) => ({
      code: 'setting-number-not-understood',
      values: { variable, shown, min, max },
    }),
  };
}

/** A port to listen on, or the word that says not to. */
export const portOrOff: Kind<number | 'off'> = {
  ...wholeNumber(0, 65_535),
  reads: z.union([z.literal('off'), wholeNumber(0, 65_535).reads]),
};

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST_NAME = new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`, 'i');
/** A name of digits and dots alone is an address somebody mistyped. */
const isHost = (text: string): boolean =>
  isIP(text) !== 0 || (HOST_NAME.test(text) && !/^[\d.]+$/.test(text));
const isDomain = (text: string): boolean => HOST_NAME.test(text) && !/^[\d.]+$/.test(text);

export const host: Kind<string> = {
  reads: z.string().refine(isHost),
  problem: (variable, shown) => ({ code: 'setting-host-not-understood', values: { variable, shown } }),
};

export const domain: Kind<string> = {
  reads: z.string().refine(isDomain).toLowerCase(),
  problem: (variable, shown) => ({ code: 'setting-domain-not-understood', values: { variable, shown } }),
};

/** What stands before the plus sign of an address: with what stands behind it there is room for 64 signs. */
export const mailName: Kind<string> = {
  reads: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9._-]{0,18}[a-z0-9])?$/i)
    .toLowerCase(),
  problem: (variable, shown) => ({ code: 'setting-mail-name-not-understood', values: { variable, shown } }),
};

const parts = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** An IP address, or a range of them as `10.0.0.0/8`. */
function isRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const listOf = (isOne: (part: string) => boolean): z.ZodType<readonly string[], string> =>
  z
    .string()
    .transform(parts)
    .pipe(z.array(z.string().refine(isOne)));

/** Domains in small letters, parted by commas. */
export const domains: Kind<readonly string[]> = {
  reads: z.string().toLowerCase().pipe(listOf(isDomain)),
  problem: (variable, shown) => ({ code: 'setting-domain-not-understood', values: { variable, shown } }),
};

const isPlace = (text: string): boolean => isRange(text) || isHost(text);

export const places: Kind<readonly string[]> = {
  reads: listOf(isPlace),
  problem: (variable, shown, text) => {
    const part = parts(text).find((one) => !isPlace(one)) ?? text;
    return { code: 'setting-hosts-not-understood', values: { variable, shown, part } };
  },
};

export const ranges: Kind<readonly string[]> = {
  reads: listOf(isRange),
  problem: (variable, shown, text) => {
    const part = parts(text).find((one) => !isRange(one)) ?? text;
    return { code: 'setting-proxies-not-understood', values: { variable, shown, part } };
  },
};

/** An absolute address with one of these schemes and a host. */
export function url(schemes: readonly string[], example: string): Kind<string> {
  const isOne = (text: string): boolean => {
    const read = URL.parse(text);
    return read !== null && schemes.includes(read.protocol.slice(0, -1)) && read.hostname !== '';
  };
  return {
    reads: z.string().refine(isOne),
    problem: (variable, shown) => ({
      code: 'setting-url-not-understood',
      values: { variable, shown, schemes, example },
    }),
  };
}

const MAILBOX_SCHEMES = ['imap', 'imaps'];

/** A mailbox on its server: with the name and the password it is entered by, and a folder or none. */
export function mailboxUrl(example: string): Kind<string> {
  const { reads, problem } = url(MAILBOX_SCHEMES, example);
  return {
    reads: reads.refine((text) => {
      const { username, password, pathname, search } = new URL(text);
      const isReadable = [username, password, pathname].every(isEncoded);
      return username !== '' && password !== '' && isReadable && ['', '?ignoreTLS=true'].includes(search);
    }),
    problem,
  };
}

/** Whether each `%` in a part of an address stands for a sign. */
function isEncoded(part: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(part));
  } catch {
    return false;
  }
}

/** Where Ladder is reached: kept without a slash at its end; a query or a name and password in it make no sense. */
export const baseUrl: Kind<string> = {
  ...url(['http', 'https'], 'https://ladder.agency.example'),
  reads: url(['http', 'https'], '')
    .reads.refine((text) => {
      const read = URL.parse(text);
      return read !== null && `${read.username}${read.password}${read.search}${read.hash}` === '';
    })
    .transform((text) => text.replace(/\/+$/, '')),
};

/** Somebody mails are from. */
export interface MailName {
  readonly name: string;
  readonly address: string;
}

const MAILBOX = /^(?:"?([^"<>@\r\n]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/;

export const mailbox: Kind<MailName> = {
  reads: z.string().transform((text, context) => {
    const [, name = '', inBrackets, bare = ''] = MAILBOX.exec(text) ?? [];
    const address = inBrackets ?? bare;
    const [local = '', after = '', ...rest] = address.split('@');
    if (/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/.test(local) && isDomain(after) && rest.length === 0) {
      return { name: name.trim(), address };
    }
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }),
  problem: (variable, shown) => ({ code: 'setting-address-not-understood', values: { variable, shown } }),
};

const ACCOUNT = /^AC[0-9A-Za-z]{8,62}$/;

/** An account as Twilio, and whoever speaks as it does, names it. */
export const account: Kind<string> = {
  reads: z.string().regex(ACCOUNT),
  problem: (variable, shown) => ({ code: 'setting-account-not-understood', values: { variable, shown } }),
};

/** A number as it is rung from everywhere (E.164), with or without spaces; kept without. */
export const telephone: Kind<string> = {
  reads: z
    .string()
    .transform((text) => text.replaceAll(/[\s().-]/g, ''))
    .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/)),
  problem: (variable, shown) => ({ code: 'setting-telephone-not-understood', values: { variable, shown } }),
};

const SECRET_BYTES_MIN = 32;

/** Bytes in hexadecimal where every sign is one, else in base64, of either alphabet. */
export const secretBytes: Kind<Uint8Array> = {
  reads: z
    .string()
    .regex(/^[\w+/-]+={0,2}$/)
    .transform((text) => Buffer.from(text, isHexadecimal(text) ? 'hex' : 'base64'))
    .refine((bytes) => bytes.length >= SECRET_BYTES_MIN),
  problem: (variable, shown) => ({
    code: 'setting-secret-not-understood',
    values: { variable, shown, bytesMin: SECRET_BYTES_MIN },
  }),
};

const isHexadecimal = (text: string): boolean => /^(?:[0-9a-f]{2})+$/i.test(text);

/** A text that fits a line. */
export const line: Kind<string> = {
  reads: z.string().refine((text) => !/\p{Cc}/u.test(text)),
  problem: (variable, shown) => ({ code: 'setting-text-not-understood', values: { variable, shown } }),
};

export const path = line;

export function choice<T extends string>(...choices: readonly [T, ...T[]]): Kind<T> {
  return {
    reads: z.enum(choices),
    problem: (variable, shown, text) => ({
      code: 'setting-choice-unknown',
      values: { variable, shown, choices, suggestion: nearestWord(text, choices) },
    }),
  };
}
