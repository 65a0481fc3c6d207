import assert from 'node:assert';
import type { Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DraftMail, DraftNews } from '../../core/message/portal/draft-mails.ts';
import { diff } from '../../core/plan/diff/diff.ts';
import { parse } from '../../core/plan/reading/parse.ts';
import type { DraftEvent } from '../../core/publication/draft-event.ts';
import { findingName, judgeDraft } from '../../core/publication/draft-findings.ts';
import {
  AGREEING,
  type Agreeing,
  type DraftState,
  type DraftStatus,
  OTHER_PARTY,
} from '../../core/publication/draft-state.ts';
import type { Role } from '../authorise.ts';
import { pageLink } from '../notices/fill-links.ts';
import { loneLetter } from '../notices/lone-letter.ts';
import {
  type Contract,
  type ContractsTransaction,
  type Person,
  SOURCE,
  TERMINAL,
} from '../ports/contracts.ts';
import type { DraftKey } from '../ports/drafts.ts';
import { judgedAt } from './judged-today.ts';

/** What letters about drafts are made with. */
export interface DraftLetters {
  readonly compose: (mail: DraftMail) => ComposedMail;
  readonly newId: () => string;
}

/** What a decision has made of a draft. */
interface Decided {
  readonly key: DraftKey;
  readonly before: DraftStatus;
  readonly state: DraftState;
  readonly events: readonly DraftEvent[];
  readonly at: Instant;
}

/** Something that is told, and the event that says who did it. */
interface Told {
  readonly news: DraftNews;
  readonly event: DraftEvent;
}

/** Writes to everybody who is concerned by what has become of a draft, but not to whoever did it. */
export async function writeDraftLetters(
  letters: DraftLetters,
  tx: ContractsTransaction,
  decided: Decided,
): Promise<void> {
  const told = toldOf(decided);
  if (!told) return;
  const { key, state, at } = decided;
  const { contract } = key;
  const readers = (await readersOf(tx, told, key, state)).filter(
    ({ personId, email, erasedAt }) =>
      email !== undefined && erasedAt === undefined && personId !== told.event.by,
  );
  if (readers.length === 0) return;
  const about = await mailOf(tx, told, decided);
  const language = await tx.contractLanguage(contract);
  const written = new Map<Language, ComposedMail>();
  for (const { personId, email: address = '', language: own = language } of readers) {
    const letter = written.get(own) ?? letters.compose({ ...about, language: own });
    written.set(own, letter);
    const deliveryId = letters.newId();
    await tx.queueLetter(loneLetter({ deliveryId, contract, personId, kind: 'draft', address, at, letter }));
  }
}

/** What is told of a decision: of several events the one that goes furthest. */
function toldOf({ events, before, state }: Decided): Told | undefined {
  for (const event of [...events].reverse()) {
    const news = newsOf(event, before, state);
    if (news) return { news, event };
  }
  return undefined;
}

function newsOf(event: DraftEvent, before: DraftStatus, state: DraftState): DraftNews | undefined {
  switch (event.type) {
    case 'DraftProposed':
      return { kind: 'proposed' };
    case 'DraftSentBack':
      return { kind: 'sentBack' };
    case 'DraftAgreed': {
      const { contractor, oversight } = state.agreed;
      const party = event.party as Agreeing;
      return { kind: contractor && oversight ? 'agreedByBoth' : 'agreed', party };
    }
    case 'FindingOverridden': {
      const party = event.party as Agreeing;
      const given = state.overrides.find(
        ({ finding, path }) => finding === event.finding && path === event.path,
      );
      return given?.by[OTHER_PARTY[party]] ? undefined : { kind: 'reasonAsked', party };
    }
    case 'PublicationSet':
      return { kind: 'publicationSet', effectiveAt: event.effectiveAt };
    case 'PlanPublished':
      if (event.by === TERMINAL) {
        const { effectiveAt, revision } = event;
        return { kind: 'loaded', effectiveAt, revision, agreed: whoAgreed(state) };
      }
      return { kind: 'published', effectiveAt: event.effectiveAt, revision: event.revision };
    case 'DraftDropped':
      // A draft that nobody else was asked about ends quietly.
      return before === 'draft' ? undefined : { kind: 'dropped' };
    default:
      return undefined;
  }
}

const whoAgreed = ({ agreed }: DraftState): readonly string[] =>
  AGREEING.flatMap((party) => agreed[party]?.who ?? []);

/** Of which news that a plan is in force it is a part. */
const IS_IN_FORCE: ReadonlySet<DraftNews['kind']> = new Set(['published', 'loaded']);

/** Who speaks for the parties about their plan. */
const SPEAKS: Readonly<Record<Agreeing, Role>> = { contractor: 'programManager', oversight: 'oversight' };
/** Whose work a plan that is in force is as well. */
const WORKS_BY_IT: readonly Role[] = ['desk', 'accountManager', 'contact'];
/** So many people hear of one draft at most: a mail to each is written in the transaction that decides. */
const TOLD_MAX = 200;

async function readersOf(
  tx: ContractsTransaction,
  { news, event }: Told,
  { contract }: DraftKey,
  { authors, proposed }: DraftState,
): Promise<readonly Person[]> {
  const holding = (roles: readonly Role[]): Promise<readonly Person[]> =>
    tx.peopleHolding(
      contract,
      roles.map((role) => ({ role, customerId: undefined })),
      { after: '', max: TOLD_MAX },
    );
  if (news.kind === 'reasonAsked') return holding([SPEAKS[OTHER_PARTY[news.party]]]);
  const wrote = new Set([...authors.map(({ by }) => by), ...(proposed ? [proposed.by] : []), event.by]);
  const works = IS_IN_FORCE.has(news.kind) ? WORKS_BY_IT : [];
  const found = [
    ...(await holding([SPEAKS.contractor, SPEAKS.oversight])),
    ...(await tx.people(contract, [...wrote])),
    ...(works.length > 0 ? await holding(works) : []),
  ];
  return [...new Map(found.map((person) => [person.personId, person])).values()].slice(0, TOLD_MAX);
}

async function mailOf(
  tx: ContractsTransaction,
  { news, event }: Told,
  { key, state, at }: Decided,
): Promise<Omit<DraftMail, 'language'>> {
  const contract = await tx.contract(key.contract);
  assert(contract, 'a draft is of a contract that is known');
  const [person] = await tx.people(key.contract, [event.by]);
  return {
    news: news.kind === 'loaded' ? { ...news, agreed: await namesOf(tx, key.contract, news.agreed) } : news,
    contractTitle: contract.title,
    timeZone: contract.timeZone,
    draft: key.draft,
    name: person && (person.name ?? person.personId),
    text: 'text' in event ? event.text : undefined,
    finding: event.type === 'FindingOverridden' ? findingOf(event, state, at) : undefined,
    changes: event.type === 'DraftProposed' ? await changesOf(tx, contract, state) : undefined,
    url: pageLink(pathOf(news, key)),
    isDemonstration: await tx.isDemonstration(),
  };
}

/** What people are called; a seat that nobody is called by stays its id. */
async function namesOf(
  tx: ContractsTransaction,
  contract: string,
  who: readonly string[],
): Promise<readonly string[]> {
  const people = await tx.people(contract, who);
  return who.map((id) => people.find(({ personId }) => personId === id)?.name ?? id);
}

function pathOf({ kind }: DraftNews, { contract, draft }: DraftKey): string {
  const id = encodeURIComponent(contract);
  return IS_IN_FORCE.has(kind) ? `/plans/${id}` : `/contracts/${id}/drafts/${draft}`;
}

const findingOf = (
  named: Extract<DraftEvent, { type: 'FindingOverridden' }>,
  { text = '', overrides }: DraftState,
  at: Instant,
) =>
  judgeDraft({ text, overrides }, judgedAt(at)).findings.find((finding) => {
    const { finding: code, path } = findingName(finding);
    return code === named.finding && path === named.path;
  });

/** What a proposal changes in the plan in force; undefined where there is none, or its text was erased. */
async function changesOf(tx: ContractsTransaction, { id }: Contract, { text = '' }: DraftState) {
  const published = await tx.publishedRevision(id);
  const before = published?.personal.find(({ path }) => path === SOURCE)?.kept?.value;
  return before === undefined ? undefined : diff(parse(before).value, parse(text).value);
}
