import * as z from 'zod';
import type { SigningKeys } from './id-token.ts';

/** An organisation's directory that signs its people in, by OpenID Connect. */
export interface Directory {
  /** As people call it. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The domains whose addresses are taken at its word; of any other it says nothing. */
  readonly domains: readonly string[];
}

/** Asks somebody outside, within limits; the body of the answer, undefined where there is no good one. */
export type AskOutside = (asked: {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** With it the question is a POST. */
  readonly body?: string;
}) => Promise<string | undefined>;

const FOUND = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const KEYS = z.object({
  keys: z.array(z.looseObject({ kid: z.string().optional(), use: z.string().optional() })),
});
const TOKENS = z.object({ id_token: z.string() });

type Places = z.infer<typeof FOUND>;

/** Where a directory is to be asked; undefined where it does not answer as one, or as another than was named. */
export async function placesOf({ issuer }: Directory, ask: AskOutside): Promise<Places | undefined> {
  const text = await ask({ url: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration` });
  const read = FOUND.safeParse(json(text));
  return read.success && read.data.issuer === issuer ? read.data : undefined;
}

export async function keysOf({ jwks_uri: url }: Places, ask: AskOutside): Promise<SigningKeys | undefined> {
  const read = KEYS.safeParse(json(await ask({ url })));
  return read.success ? (read.data as SigningKeys) : undefined;
}

interface Exchanged {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** The id token for a code; the secret goes as HTTP's own sign-in, which every directory has to take. */
export async function idTokenFor(
  { clientId, clientSecret }: Directory,
  { token_endpoint: url }: Places,
  { code, verifier, redirectUri }: Exchanged,
  ask: AskOutside,
): Promise<string | undefined> {
  const pair = [clientId, clientSecret].map((one) => encodeURIComponent(one)).join(':');
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  const text = await ask({
    url,
    headers: {
      authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: body.toString(),
  });
  const read = TOKENS.safeParse(json(text));
  return read.success ? read.data.id_token : undefined;
}

function json(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
