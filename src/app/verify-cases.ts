import { deadlinesByName } from '../core/case/deadlines-by-name.ts';
import type { CaseEvent } from '../core/case/event.ts';
import { eventFromJson } from '../core/case/event-json.ts';
import { evolve } from '../core/case/evolve.ts';
import { type CaseState, initial } from '../core/case/state.ts';
import type { Instant } from '../core/instant.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { isSameJson } from '../core/same-json.ts';
import { chainStart } from './ports/chain-start.ts';
import type { KeptCase, KeptEvent, ListedHead, RecordPart, RecordSnapshot } from './ports/record.ts';
import type { CaseKey } from './ports/store.ts';
import { eventDigest } from './record.ts';
import type { Break } from './verify.ts';
import { type OtherChain, otherChain } from './verify-others.ts';

export interface WalkCounts {
  readonly cases: number;
  readonly events: number;
  /** Texts that are still there, and those that were erased, with the first and the last time that was done. */
  readonly texts: number;
  readonly erased: number;
  readonly erasedFrom: Instant | undefined;
  readonly erasedTo: Instant | undefined;
  /** Events that no checkpoint covers yet. */
  readonly since: number;
}

/** What is kept about one case of the stretch being walked. */
interface Kept {
  readonly key: CaseKey;
  readonly row: KeptCase | undefined;
  readonly heads: ListedHead[];
  /** How many of the heads have been compared. */
  compared: number;
  walked: boolean;
}

/** The case whose events are passing by. */
interface Passing {
  readonly kept: Kept;
  number: number;
  digest: string;
  state: CaseState;
  /** Of a chain that is no case's, in the place of the case. */
  readonly other: OtherChain | undefined;
}

/** Takes the record part by part; what does not hold goes to `breaks`, which ends the walk. */
export class RecordWalk {
  readonly #record: RecordSnapshot;
  readonly #breaks: Break;
  readonly #revisions = new Map<string, Revision>();
  readonly #added: { cases: number; events: number }[] = [];
  #stretch = new Map<string, Kept>();
  #passing: Passing | undefined;
  readonly #counts: { -readonly [K in keyof WalkCounts]: WalkCounts[K] } = {
    cases: 0,
    events: 0,
    texts: 0,
    erased: 0,
    erasedFrom: undefined,
    erasedTo: undefined,
    since: 0,
  };

  constructor(record: RecordSnapshot, breaks: Break) {
    this.#record = record;
    this.#breaks = breaks;
  }

  get counts(): WalkCounts {
    return this.#counts;
  }

  /** How many cases and events the list of one checkpoint added to those before it. */
  addedBy(checkpoint: number): { readonly cases: number; readonly events: number } {
    return this.#added[checkpoint] ?? { cases: 0, events: 0 };
  }

  async take(part: RecordPart, checkpoints: number): Promise<void> {
    if ('cases' in part) return this.#begin(part, checkpoints);
    for (const event of part.events) {
      const { key } = event;
      if (this.#passing?.kept.key.caseId !== key.caseId || this.#passing.kept.key.contract !== key.contract) {
        this.#finish();
        this.#passing = this.#started(key);
      }
      await this.#takeEvent(this.#passing!, event);
    }
  }

  end(): void {
    this.#finish();
    for (const { key, row, heads, walked } of this.#stretch.values()) {
      const [first] = heads;
      if (walked) continue;
      if (first) {
        const { checkpoint, events } = first;
        this.#breaks('record-case-dropped', { ...key, checkpoint, events });
      }
      if (row) this.#breaks('record-case-without-events', key);
    }
    this.#stretch = new Map();
  }

  #begin({ cases, heads }: Extract<RecordPart, { cases: unknown }>, checkpoints: number): void {
    this.end();
    for (const row of cases) this.#stretch.set(nameOf(row.key), this.#kept(row.key, row));
    for (const head of heads) {
      const { key, checkpoint } = head;
      if (checkpoint > checkpoints) {
        this.#breaks('record-head-without-checkpoint', { ...key, checkpoint });
      }
      const kept = this.#stretch.get(nameOf(key)) ?? this.#kept(key, undefined);
      this.#stretch.set(nameOf(key), kept);
      this.#count(kept.heads.at(-1), head);
      kept.heads.push(head);
    }
  }

  #kept(key: CaseKey, row: KeptCase | undefined): Kept {
    return { key, row, heads: [], compared: 0, walked: false };
  }

  #count(before: ListedHead | undefined, { checkpoint, events }: ListedHead): void {
    const added = this.addedBy(checkpoint);
    this.#added[checkpoint] = {
      cases: added.cases + (before ? 0 : 1),
      events: added.events + events - (before?.events ?? 0),
    };
  }

  #started(key: CaseKey): Passing {
    const kept = this.#stretch.get(nameOf(key)) ?? this.#kept(key, undefined);
    kept.walked = true;
    return { kept, number: 0, digest: chainStart(key), state: initial, other: otherChain(key) };
  }

  async #takeEvent(passing: Passing, event: KeptEvent): Promise<void> {
    const { key, number, body } = event;
    const named = { ...key, event: passing.number + 1 };
    if (number !== named.event) this.#breaks('record-event-missing', named);
    if (eventDigest(passing.digest, number, body) !== event.digest) {
      this.#breaks('record-event-changed', named);
    }
    this.#checkText(event);
    this.#checkFile(event);
    this.#checkHeads(passing.kept, event);
    if (passing.other) this.#play(passing.other, event);
    else passing.state = await this.#evolved(passing.state, event);
    passing.number = number;
    passing.digest = event.digest;
    this.#counts.events += 1;
  }

  #checkText({ key, number, body: { textDigest }, text }: KeptEvent): void {
    const named = { ...key, event: number };
    if (textDigest === undefined) {
      if (text) this.#breaks('record-text-surplus', named);
      return;
    }
    if (!text) this.#breaks('record-text-missing', named);
    if (text.digest !== undefined) {
      if (text.digest !== textDigest) this.#breaks('record-text-changed', named);
      this.#counts.texts += 1;
      return;
    }
    if (text.erasedAt === undefined) this.#breaks('record-text-missing', named);
    const { erasedFrom = text.erasedAt, erasedTo = text.erasedAt } = this.#counts;
    this.#counts.erased += 1;
    this.#counts.erasedFrom = text.erasedAt < erasedFrom ? text.erasedAt : erasedFrom;
    this.#counts.erasedTo = text.erasedAt > erasedTo ? text.erasedAt : erasedTo;
  }

  /** A file whose bytes Ladder keeps; one that only has a name lies elsewhere. */
  #checkFile({ key, number, body: { fileDigest }, file }: KeptEvent): void {
    const named = { ...key, event: number };
    if (fileDigest === undefined) return;
    if (!file || (file.digest === undefined && file.erasedAt === undefined)) {
      this.#breaks('record-file-missing', named);
    }
    if (file.digest !== undefined && file.digest !== fileDigest) this.#breaks('record-file-changed', named);
  }

  #checkHeads(kept: Kept, { number, digest }: KeptEvent): void {
    const head = kept.heads[kept.compared];
    if (head?.events !== number) return;
    const { checkpoint } = head;
    if (head.head !== digest) this.#breaks('record-head-unlike', { ...kept.key, event: number, checkpoint });
    kept.compared += 1;
  }

  #play(chain: OtherChain, kept: KeptEvent): void {
    const named = { ...kept.key, event: kept.number };
    let played: ReturnType<OtherChain['take']>;
    try {
      played = chain.take(kept);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#breaks('record-event-not-understood', { ...named, reason });
    }
    const { type, at } = played;
    if (type !== kept.type || at !== kept.at) this.#breaks('record-event-columns-unlike', named);
  }

  async #evolved(state: CaseState, { key, number, type, at, body }: KeptEvent): Promise<CaseState> {
    const named = { ...key, event: number };
    const revision = (body.revision as { readonly number?: number } | undefined)?.number;
    if (revision !== undefined && !(await this.#revision(key.contract, revision))) {
      this.#breaks('record-revision-missing', { ...named, revision });
    }
    let event: CaseEvent;
    let next: CaseState;
    try {
      event = eventFromJson(body, (wanted) => this.#revisions.get(`${key.contract}/${wanted}`)!);
      next = evolve(state, event);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return this.#breaks('record-event-not-understood', { ...named, reason });
    }
    if (event.type !== type || event.at !== at) this.#breaks('record-event-columns-unlike', named);
    return next;
  }

  async #revision(contract: string, number: number): Promise<Revision | undefined> {
    const name = `${contract}/${number}`;
    const known = this.#revisions.get(name);
    if (known) return known;
    const found = await this.#record.revision(contract, number);
    // Cases come by contract: the rules of the one before are not asked for again.
    if (this.#revisions.size >= REVISIONS_MAX) this.#revisions.clear();
    if (found) this.#revisions.set(name, found);
    return found;
  }

  #finish(): void {
    if (!this.#passing) return;
    const { kept, number, digest, state, other } = this.#passing;
    const { key, row } = kept;
    this.#passing = undefined;
    const uncompared = kept.heads[kept.compared];
    if (uncompared) {
      const { checkpoint, events } = uncompared;
      this.#breaks('record-tail-cut', { ...key, checkpoint, events, event: number + 1 });
    }
    if (!row) this.#breaks('record-case-without-row', key);
    if (row.events !== number || row.head !== digest) {
      this.#breaks('record-case-head-unlike', { ...key, events: row.events, found: number });
    }
    if (other) this.#checkOther(row, other);
    else this.#checkState(row, state);
    this.#counts.cases += 1;
  }

  #checkOther(row: KeptCase, chain: OtherChain): void {
    const unlike = chain.unlike(row);
    if (unlike === 'state') this.#breaks('record-case-state-unlike', row.key);
    if (unlike === 'deadlines') this.#breaks('record-case-deadlines-unlike', row.key);
  }

  #checkState(row: KeptCase, state: CaseState): void {
    const { key } = row;
    if (
      state.status === 'none' ||
      state.status !== row.status ||
      !isSameJson(row.state, this.#record.keptState(state))
    ) {
      this.#breaks('record-case-state-unlike', key);
    }
    const deadlines = deadlinesByName(state);
    const instants = Object.values(deadlines);
    const next = instants.length === 0 ? undefined : Math.min(...instants);
    if (!isSameJson(row.deadlines, deadlines) || row.nextDueAt !== next) {
      this.#breaks('record-case-deadlines-unlike', key);
    }
  }
}

const REVISIONS_MAX = 100;

const nameOf = ({ contract, caseId }: CaseKey): string => `${contract}/${caseId}`;
