import { randomUUID } from 'node:crypto';
import { type CaseOptions, type CasePlace, casePlace } from './case-place.ts';
import { askedOf, typedText } from './case-send.ts';
import { print, printJson } from './case-text.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';
import { obligationPath } from './obligation-read.ts';
import { obligationLine, type ShownObligation } from './obligation-text.ts';

interface MoveOptions extends CaseOptions {
  readonly key?: string;
}

interface DeliverOptions extends MoveOptions {
  readonly text?: string;
  readonly link?: readonly string[];
  readonly doneOn?: string;
}

/** `ladder obligation deliver`: hands it over. */
export function deliver(words: readonly string[], options: DeliverOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const text = await typedText(options.text, io);
    const { link: links, doneOn } = options;
    const body = { ...(text !== undefined && { text }), ...(links && { links }), ...(doneOn && { doneOn }) };
    return sent(place, { path: obligationPath(place, words), resource: 'deliveries', body }, options, io);
  });
}

interface JudgeOptions extends MoveOptions {
  readonly text?: string;
  readonly reason?: string;
}

/** `ladder obligation accept` and `send-back`: what becomes of what was handed over. */
export function judge(
  resource: 'acceptances' | 'returns',
  words: readonly string[],
  options: JudgeOptions,
  io: Io,
): Promise<number> {
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const text = await typedText(options.reason ?? options.text, io);
    const body = text === undefined ? {} : { text };
    return sent(place, { path: obligationPath(place, words), resource, body }, options, io);
  });
}

interface RenegotiateOptions extends MoveOptions {
  readonly date?: string;
  readonly waive?: true;
  readonly agree?: true;
  readonly decline?: true;
  readonly withdraw?: true;
  readonly reason?: string;
}

/** `ladder obligation renegotiate`: proposes another date or a waiver, or answers the proposal that stands. */
export function renegotiate(words: readonly string[], options: RenegotiateOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const { date, waive } = options;
    const answers = ANSWERS.find(([option]) => options[option]);
    if (date === undefined && !waive && !answers)
      throw new CliRefusal('cli-option-missing', {
        option: '--date',
        within: 'ladder obligation renegotiate',
      });
    const place = await casePlace(options, io);
    const path = obligationPath(place, words);
    const text = await typedText(options.reason, io);
    const said = text === undefined ? {} : { text };
    if (answers) {
      const { proposal } = await place.client.get<ShownObligation>(path);
      // Where none stands the answer says so.
      const body = { proposal: proposal?.proposal ?? 0, ...said };
      return sent(place, { path, resource: answers[1], body }, options, io);
    }
    const proposed = date === undefined ? { what: 'waiver' } : { what: 'date', dueOn: date };
    return sent(place, { path, resource: 'proposals', body: { proposed, ...said } }, options, io);
  });
}

/** Options that answer a proposal, and where each is posted. */
const ANSWERS = [
  ['agree', 'agreements'],
  ['decline', 'declines'],
  ['withdraw', 'proposal-withdrawals'],
] as const;

/** Posts it and says how the obligation stands then. */
async function sent(
  { client }: CasePlace,
  { path, resource, body }: { readonly path: string; readonly resource: string; readonly body: object },
  { key = randomUUID(), json }: MoveOptions,
  io: Io,
): Promise<number> {
  const done = await client.post({ path: `${path}/${resource}`, body, key, ifVersion: undefined });
  if (json) printJson(io, done);
  else print(io, [obligationLine(await client.get<ShownObligation>(path))]);
  return 0;
}
