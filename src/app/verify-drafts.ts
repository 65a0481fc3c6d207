import { plainEvent, wholeEvent } from '../core/plain-event.ts';
import type { DraftEvent } from '../core/publication/draft-event.ts';
import type { DraftState } from '../core/publication/draft-state.ts';
import { isSameJson } from '../core/same-json.ts';
import { draftChainStart } from './ports/chain-start.ts';
import type { KeptDraft, KeptDraftEvent } from './ports/drafts.ts';
import { eventDigest, textDigest } from './record.ts';
import type { Break } from './verify.ts';

/**
 * Walks the record of one plan on its way: its chain, what was typed, its row, and the revision its rules were kept
 * as. `digestOf` has the digests of the contract's revisions.
 */
export function checkDraft(
  kept: KeptDraft,
  digestOf: (revision: number) => string | undefined,
  breaks: Break,
): void {
  const { contract, draft, row, state, events } = kept;
  let previous = draftChainStart(kept);
  let number = 0;
  for (const event of events) {
    number += 1;
    const named = { contract, draft, event: number };
    if (event.number !== number) breaks('record-draft-event-missing', named);
    previous = eventDigest(previous, number, event.body);
    if (previous !== event.digest || !fitsColumns(event)) breaks('record-draft-event-changed', named);
    if (!fitsText(event)) breaks('record-draft-text-changed', named);
  }
  if (row.events !== number || row.head !== previous || row.status !== state.status) {
    breaks('record-draft-row-unlike', { contract, draft });
  }
  checkRules(kept, state, digestOf, breaks);
}

const fitsColumns = ({ type, at, body }: KeptDraftEvent): boolean => {
  const event = wholeEvent(body) as unknown as DraftEvent;
  return event.type === type && event.at === at && isSameJson(plainEvent(event), body);
};

/** What was typed is what was digested; erased, only its digest is left. */
function fitsText({ body, text }: KeptDraftEvent): boolean {
  if (body.textDigest === undefined) return text === undefined;
  if (text?.kept) return textDigest(text.kept) === body.textDigest;
  return text?.erasedAt !== undefined;
}

function checkRules(
  { contract, draft }: KeptDraft,
  { fixed }: DraftState,
  digestOf: (revision: number) => string | undefined,
  breaks: Break,
): void {
  if (!fixed) return;
  const { revision, digest } = fixed;
  if (digestOf(revision) !== digest) breaks('record-draft-revision-unlike', { contract, draft, revision });
}
