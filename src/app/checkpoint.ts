import { createHash } from 'node:crypto';
import * as z from 'zod';
import { formatInstant, type Instant, parseInstant } from '../core/instant.ts';
import type { CaseHead, Checkpoint, CheckpointBook } from './ports/record.ts';
import { isSignedBy, type SigningKey } from './secret.ts';

interface Making {
  readonly at: Instant;
  /** Nothing is made while the last checkpoint is younger. */
  readonly everyMs: number;
  readonly key: SigningKey;
}

/**
 * Signs the record as it stands, or answers undefined where another node does so just now, or has within `everyMs`.
 *
 * Only cases that have changed are listed; the chain of checkpoints covers the rest. A clock set back does not
 * keep the next one from being made.
 */
export async function makeCheckpoint(
  book: CheckpointBook,
  { at, everyMs, key }: Making,
): Promise<Checkpoint | undefined> {
  if (!(await book.claim())) return undefined;
  const latest = await book.latest();
  if (latest && at >= latest.at && at - latest.at < everyMs) return undefined;
  const number = (latest?.number ?? 0) + 1;
  const added = await book.list(number);
  const { listed, listDigest } = await listOf(book.heads(number));
  const said = {
    number,
    at,
    cases: (latest?.cases ?? 0) + added.cases,
    events: (latest?.events ?? 0) + added.events,
    listed,
    listDigest,
    previous: latest?.digest ?? NOTHING_BEFORE,
  };
  const digest = checkpointDigest(said);
  const signature = key.sign(signedText(number, digest));
  const checkpoint = { ...said, digest, publicKey: key.publicKey, signature };
  await book.save(checkpoint);
  return checkpoint;
}

/** What stands in the first checkpoint for the digest of the one before. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** The digest over everything that a checkpoint says. */
export const checkpointDigest = (said: Omit<Checkpoint, 'digest' | 'publicKey' | 'signature'>): string =>
  createHash('sha256')
    .update(
      [
        FORMAT,
        said.number,
        formatInstant(said.at),
        said.cases,
        said.events,
        said.listed,
        said.listDigest,
        said.previous,
      ].join('\n'),
    )
    .digest('hex');

/** Whether the owner of the key it names signed exactly this checkpoint. */
export const isSigned = (checkpoint: Checkpoint): boolean =>
  checkpointDigest(checkpoint) === checkpoint.digest &&
  isSignedBy({ ...checkpoint, text: signedText(checkpoint.number, checkpoint.digest) });

/** How many heads a list has, and the digest over them in its order. */
export async function listOf(
  heads: AsyncIterable<readonly CaseHead[]>,
): Promise<{ listed: number; listDigest: string }> {
  const digest = createHash('sha256');
  let listed = 0;
  for await (const some of heads) {
    listed += some.length;
    digest.update(some.map(headLine).join(''));
  }
  return { listed, listDigest: digest.digest('hex') };
}

const headLine = ({ key, events, head }: CaseHead): string =>
  `${JSON.stringify([key.contract, key.caseId, events, head])}\n`;

const FORMAT = 'ladder-checkpoint-1';
const signedText = (number: number, digest: string): string => `${FORMAT}\n${number}\n${digest}`;

/** A checkpoint as oversight keeps it: a small JSON file. */
export const checkpointText = ({ at, ...rest }: Checkpoint): string =>
  `${JSON.stringify({ format: FORMAT, ...rest, at: formatInstant(at) }, undefined, 2)}\n`;

/** The checkpoint in such a file, with or without a mail around it; undefined where there is none. Not yet believed. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const written = /\{[^{}]*\}/.exec(text)?.[0];
  if (written === undefined) return undefined;
  try {
    const read = WRITTEN.safeParse(JSON.parse(written));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

const HEX = z.string().regex(/^[0-9a-f]{64}$/);
const BASE64 = z.string().regex(/^[\w-]{1,100}$/);
const COUNT = z.int().min(0);
const WRITTEN = z
  .object({
    format: z.literal(FORMAT),
    number: z.int().min(1),
    at: z.string().transform((text, context) => {
      const instant = parseInstant(text);
      if (instant !== undefined) return instant;
      context.addIssue('no instant');
      return z.NEVER;
    }),
    cases: COUNT,
    events: COUNT,
    listed: COUNT,
    listDigest: HEX,
    previous: HEX,
    digest: HEX,
    publicKey: BASE64,
    signature: BASE64,
  })
  .transform(({ format: _, ...checkpoint }): Checkpoint => checkpoint);
