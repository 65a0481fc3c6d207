import { allSaid, type FoundObligation, type FoundRole, type Said } from '../found.ts';
import type { Ledger, Section } from '../paper/ledger.ts';
import { type Block, type Passage, quoteOf, wholeOf } from '../paper/paper.ts';
import { trimmed, within } from '../paper/sentences.ts';
import { datesIn } from '../words/dates.ts';
import { isMoving } from './move-words.ts';

const ROLES =
  /^\W*(?:\d[\d.]*\s+)?roles(?: and responsibilities)?\W*$|^\W*(?:\d[\d.]*\s+)?responsibilities of\b/i;
const KINDS: readonly (readonly [FoundObligation['kind'], RegExp])[] = [
  ['milestone', /\bmilestones?\b/i],
  ['deliverable', /\bdeliverables?\b/i],
  ['commitment', /\bcommitments?(?: dates?)?\b/i],
];
const MONTHLY = /\b(\d{1,2})(?:st|nd|rd|th) (?:day )?of (?:every|each) month\b/i;

interface Duties {
  readonly roles: readonly FoundRole[];
  readonly obligations: readonly FoundObligation[];
}

/** Roles, milestones, deliverables and commitments that stand under headings of their own. */
export function dutiesIn(sections: readonly Section[], ledger: Ledger): Duties {
  const roles: FoundRole[] = [];
  const obligations: FoundObligation[] = [];
  for (const { heading, parts } of sections) {
    if (!heading || heading.text.length > 60) continue;
    const isRoles = ROLES.test(heading.text);
    const kind = KINDS.find(([, pattern]) => pattern.test(heading.text))?.[0];
    for (const part of parts) {
      if (part.kind === 'table') {
        if (kind) obligations.push(...rowsOf(part.rows, kind, ledger));
      } else if (isRoles) {
        const role = roleIn(part, ledger);
        if (role) roles.push(role);
      } else if (kind && part.kind !== 'furniture' && !isMoving(part.text)) {
        const obligation = obligationIn(wholeOf(part), kind, ledger);
        if (obligation) obligations.push(obligation);
      }
    }
  }
  return { roles, obligations };
}

function roleIn(block: Block, ledger: Ledger): FoundRole | undefined {
  const found = /^\W*([^:]{2,60}):\s+(.+)$/.exec(block.text);
  if (!found?.[1] || !found[2]) return undefined;
  const name = found[1].trim();
  const at = within(wholeOf(block), block.text.indexOf(name), name.length);
  const from = block.text.length - found[2].length;
  const does: Said[] = [];
  let offset = from;
  for (const piece of found[2].split(';')) {
    const passage = trimmed({ block, from: offset, to: offset + piece.length });
    offset += piece.length + 1;
    const value = quoteOf(passage).replace(/\.$/, '');
    if (value !== '') does.push({ value, at: passage });
  }
  ledger.take(wholeOf(block));
  return { role: { value: name, at }, does };
}

function rowsOf(
  rows: readonly (readonly Block[])[],
  kind: FoundObligation['kind'],
  ledger: Ledger,
): readonly FoundObligation[] {
  const [head = [], ...body] = rows;
  const column = (pattern: RegExp): number => head.findIndex(({ text }) => pattern.test(text));
  const due = column(/due|date|by when|when/i);
  const owner = column(/owner|party|who|responsib/i);
  if (due < 0) return [];
  for (const cell of head) ledger.take(wholeOf(cell));
  return body.flatMap((row) => {
    const title = row[0];
    if (!title || title.text === '') return [];
    for (const cell of row) ledger.take(wholeOf(cell));
    const who = row[owner];
    const when = row[due];
    return [
      {
        kind,
        title: { value: title.text, at: wholeOf(title) },
        due: when ? dueIn(wholeOf(when)) : undefined,
        owner: who && { value: who.text, at: wholeOf(who) },
      },
    ];
  });
}

/** "Monthly report, due on the 15th of every month, by the Contractor" */
function obligationIn(
  passage: Passage,
  kind: FoundObligation['kind'],
  ledger: Ledger,
): FoundObligation | undefined {
  const text = quoteOf(passage);
  const due = dueIn(passage);
  if (!due) return undefined;
  const title =
    /^\W*(?:\d{1,2}[.)]\s+)?(.+?)(?=\s*[,:(–-]?\s*(?:is |are )?(?:due|by|on|not later)\b|[,:(]|$)/
      .exec(text)?.[1]
      ?.trim() ?? text;
  const who = /\bby the (contractor|customer|oversight|[A-Z][\w ]{2,40}?)\b(?=[.,;]|$)/i.exec(text);
  ledger.take(passage);
  return {
    kind,
    title: { value: title, at: within(passage, text.indexOf(title), title.length) },
    due,
    owner:
      who?.[1] === undefined ? undefined : { value: who[1], at: within(passage, who.index, who[0].length) },
  };
}

function dueIn(passage: Passage): FoundObligation['due'] {
  const text = quoteOf(passage);
  const monthly = MONTHLY.exec(text);
  if (monthly)
    return { value: { monthly: Number(monthly[1]) }, at: within(passage, monthly.index, monthly[0].length) };
  return allSaid(
    datesIn(text).map(({ date, at, length }) => ({ value: date, at: within(passage, at, length) })),
  );
}
