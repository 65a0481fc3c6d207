import type { Instant } from '../../core/instant.ts';
import { check } from '../../core/plan/check.ts';
import { compile } from '../../core/plan/revision/compile.ts';
import type { DraftCommand } from '../../core/publication/draft-command.ts';
import type { DraftOrigin } from '../../core/publication/draft-event.ts';
import type { DraftRefusal } from '../../core/publication/draft-refusal.ts';
import type { Agreeing, DraftState } from '../../core/publication/draft-state.ts';
import { authoriseDraft, type Caller } from '../authorise.ts';
import { type Contracts, type ContractsTransaction, SOURCE } from '../ports/contracts.ts';
import type { DraftKey } from '../ports/drafts.ts';
import { type DraftLetters, writeDraftLetters } from './draft-letters.ts';
import { factsAt } from './judged-today.ts';
import { keepRules, sameRevision } from './keep-rules.ts';
import { putInForce } from './put-in-force.ts';
import { refuseDraft, undoable, walkDraft } from './walk-draft.ts';

type FoundOut = 'at' | 'by' | 'party' | 'facts' | 'contract' | 'for';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** What somebody asks of a draft: when it is decided, for which party and by which facts is found out on the way. */
export type DraftAsk = Without<
  Exclude<DraftCommand, { type: 'make' | 'fixRules' | 'takeEffect' | 'supersede' }>,
  FoundOut
>;

export type DraftAnswer =
  /** `events` is how many there are now; `isNew`: whether it brought any. */
  | { readonly accepted: true; readonly draft: number; readonly state: DraftState; readonly isNew: boolean }
  | { readonly accepted: false; readonly refusal: DraftRefusal };

/** The road of a draft: where it is kept, and how its people are written to. */
export interface DraftRoad extends DraftLetters {
  readonly contracts: Contracts;
}

/** Something asked of a draft by somebody of its contract, with everything that follows from it. */
export const giveDraft = (
  { contracts, ...letters }: DraftRoad,
  caller: Caller,
  key: DraftKey,
  asked: DraftAsk,
): Promise<DraftAnswer> => undoable(contracts, (tx) => giveDraftIn(tx, letters, caller, key, asked));

/** The same inside a transaction that may do more; a no is thrown there. */
export async function giveDraftIn(
  tx: ContractsTransaction,
  letters: DraftLetters,
  caller: Caller,
  key: DraftKey,
  asked: DraftAsk,
): Promise<DraftAnswer> {
  await tx.lockContract(key.contract);
  const right = authoriseDraft(caller, asked.type);
  const kept = right.allowed || right.because !== 'unseen' ? await tx.draft(key) : undefined;
  if (!kept) return refuseDraft('draft-not-found', { draft: key.draft });
  if (!right.allowed) return refuseDraft('draft-not-allowed', { command: asked.type });
  const at = await instantAfter(tx, kept.state);
  const { party } = right;
  const text = asked.type === 'edit' ? asked.text : (kept.state.text ?? '');
  const found = { at, by: caller.personId, party, for: party as Agreeing, contract: key.contract };
  const command = { ...asked, ...found, facts: factsAt(text, at) } as DraftCommand;
  const { state, events } = await walkDraft(tx, key, command);
  const followed = await follow(tx, key, kept.state, state, at);
  await writeDraftLetters(letters, tx, { key, before: kept.state.status, state: followed, events, at });
  return { accepted: true, draft: key.draft, state: followed, isNew: events.length > 0 };
}

/** The clock, and never before what happened last. */
async function instantAfter(tx: ContractsTransaction, { lastAt }: DraftState): Promise<Instant> {
  const now = await tx.now();
  return now < lastAt ? lastAt : now;
}

/** What an agreement, a publication, or a step back from one brings about. */
async function follow(
  tx: ContractsTransaction,
  key: DraftKey,
  before: DraftState,
  state: DraftState,
  at: Instant,
): Promise<DraftState> {
  const { contract } = key;
  if (before.fixed && !state.fixed) await tx.markRevision(contract, before.fixed.revision, 'draft', []);
  if (state.status === 'agreed' && !state.fixed) return fixRules(tx, key, state, at);
  if (state.status === 'published' && before.status !== 'published') await putInForce(tx, key, state);
  return state;
}

/** Both parties have agreed: what they agreed to is compiled and kept, so that nothing moves it any more. */
async function fixRules(
  tx: ContractsTransaction,
  key: DraftKey,
  { text = '', agreed }: DraftState,
  at: Instant,
): Promise<DraftState> {
  const { contract } = key;
  const { plan } = check(text);
  const { revision: rules, gaps } = compile(plan, 0);
  if (gaps) return refuseDraft('draft-uncountable', { gaps });
  const compiled = { text, plan, rules };
  const { newest, isSame } = await sameRevision(tx, compiled);
  if (newest && isSame && newest.state === 'published')
    return refuseDraft('draft-same', { revision: newest.number });
  const by = { at, by: 'ladder' };
  const kept =
    newest && isSame && newest.state === 'draft' ? newest : await keepRules(tx, compiled, newest, by);
  const { number: revision, digest } = kept;
  const who = [agreed.contractor?.who, agreed.oversight?.who].filter((one) => one !== undefined);
  await tx.markRevision(contract, revision, 'agreed', who);
  const command = { type: 'fixRules', revision, digest, ...by, party: undefined } as const;
  return (await walkDraft(tx, key, command)).state;
}

interface DraftToKeep {
  readonly contract: string;
  /** The plan as written, whole or not. */
  readonly text: string;
  readonly origin: DraftOrigin;
  /** The revision it is a copy of. */
  readonly from?: number | undefined;
}

/**
 * Keeps a text as a new draft of a contract that is known. The same text by the same person again, while nothing has
 * become of it, is the draft that is there already.
 */
export const keepDraft = (contracts: Contracts, caller: Caller, kept: DraftToKeep): Promise<DraftAnswer> =>
  undoable(contracts, (tx) => keepDraftIn(tx, caller, kept));

/** The same inside a transaction that may do more; a no is thrown there. */
export async function keepDraftIn(
  tx: ContractsTransaction,
  caller: Caller,
  { contract, text, origin, from }: DraftToKeep,
): Promise<DraftAnswer> {
  const right = authoriseDraft(caller, 'make');
  if (!right.allowed) return refuseDraft('draft-not-allowed', { command: 'make' });
  await tx.lockContract(contract);
  const draft = await tx.nextDraft(contract);
  const newest = await tx.draft({ contract, draft: draft - 1 });
  if (newest && isUntouched(newest.state, caller.personId, text)) {
    return { accepted: true, draft: draft - 1, state: newest.state, isNew: false };
  }
  const given = { at: await tx.now(), by: caller.personId, party: right.party };
  const command = { type: 'make', ...given, origin, from, text } as const;
  const { state } = await walkDraft(tx, { contract, draft }, command);
  return { accepted: true, draft, state, isNew: true };
}

const isUntouched = (
  { status, events, made, text: written }: DraftState,
  by: string,
  text: string,
): boolean => status === 'draft' && events === 1 && made.by === by && written === text;

/** A new draft that begins as the plan in force stands. */
export const copyPublished = (contracts: Contracts, caller: Caller): Promise<DraftAnswer> =>
  undoable(contracts, (tx) => copyPublishedIn(tx, caller));

/** The same inside a transaction that may do more; a no is thrown there. */
export async function copyPublishedIn(tx: ContractsTransaction, caller: Caller): Promise<DraftAnswer> {
  const { contract } = caller;
  const published = await tx.publishedRevision(contract);
  const text = published?.personal.find(({ path }) => path === SOURCE)?.kept?.value;
  if (!published || text === undefined) return refuseDraft('draft-nothing-published', { contract });
  return keepDraftIn(tx, caller, { contract, text, origin: 'copy', from: published.number });
}
