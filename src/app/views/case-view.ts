import { deadlines } from '../../core/case/deadlines.ts';
import { deadlineName } from '../../core/case/deadlines-by-name.ts';
import type { CaseState, OpenState } from '../../core/case/state.ts';
import { highestLevel, runningPause } from '../../core/case/state.ts';
import { waitingFor } from '../../core/case/waiting-for.ts';
import { formatInstant, type Instant } from '../../core/instant.ts';
import { caseSentences } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { FoundCase } from '../ports/reading.ts';

type Known = Exclude<CaseState, { status: 'none' }>;

/** The case as it was last open: what a closed one is read by. */
export const openPart = (state: Known): OpenState => (state.status === 'closed' ? state.last : state);

const iso = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** Everything a caller reads at the top of a case. It depends on the case's events alone, so its version names it. */
export function caseView(
  { key, state, events, isSetAside, references }: FoundCase,
  language: Language,
): object {
  const open = openPart(state);
  const level = highestLevel(open);
  return {
    ...key,
    version: events,
    status: state.status,
    waiting: waitingView(state, language),
    track: { id: open.track.id, title: open.track.title },
    revision: open.revision.number,
    level: { number: level, title: open.revision.levels[level - 1]?.title ?? '' },
    customer: open.customer,
    reporter: open.reporter,
    owner: open.owner ?? null,
    watchers: open.watchers ?? [],
    standIn: open.standIn ? { person: open.standIn.person, endsAt: iso(open.standIn.endsAt) } : null,
    references,
    practice: open.practice,
    automatic: open.automatic ?? null,
    openedAt: formatInstant(open.openedAt),
    countsFrom: formatInstant(open.openedFrom),
    closed: state.status === 'closed' ? { at: formatInstant(state.closedAt), reason: state.reason } : null,
    pause: pauseView(open, state),
    proposedAt: iso(open.proposal?.from),
    contacted: contactedView(open),
    asks: open.asks.map(({ number, levels, from, statedAt, contest }) => {
      return { number, levels, from: formatInstant(from), statedAt: iso(statedAt), contest };
    }),
    answers: open.answers.map(({ number, kind, level: of, from, statedAt }) => {
      return { number, kind, level: of, from: formatInstant(from), statedAt: iso(statedAt) };
    }),
    acknowledgements: open.acknowledgements.map(({ level: of, by, from }) => {
      return { level: of, by, from: formatInstant(from) };
    }),
    deadlines: deadlines(state).map((one) => {
      return { name: deadlineName(one), kind: one.kind, level: one.level, dueAt: formatInstant(one.dueAt) };
    }),
    setAside: isSetAside,
  };
}

/** What a case waits for, as data and as the sentence at its top. */
function waitingView(state: Known, language: Language): object {
  const { kind, party, level, since, next, due, pauseAsked, atTop } = waitingFor(state);
  const { revision } = openPart(state);
  return {
    kind,
    party: party ?? null,
    level: level ?? null,
    since: iso(since),
    next: next ? { ...next, dueAt: formatInstant(next.dueAt) } : null,
    due: due.map((step) => ({ level: step.level, actor: step.actor, dueAt: formatInstant(step.dueAt) })),
    pauseAsked,
    atTop,
    sentence: caseSentences(catalogue(language).case, revision).waiting(waitingFor(state)),
  };
}

function pauseView(open: OpenState, { status }: Known): object | null {
  const pause = status === 'open' ? runningPause(open) : undefined;
  if (pause) return { state: 'running', reason: pause.reason, since: formatInstant(pause.from) };
  const asked = open.pauseRequest;
  return asked ? { state: 'requested', reason: asked.reason, since: formatInstant(asked.from) } : null;
}

/** The levels that were contacted, and the seats, or the people of the directory, chosen then. */
const contactedView = ({ contacted, revision }: OpenState): readonly object[] =>
  contacted.map(({ level, from, contacts }) => ({
    level,
    title: revision.levels[level - 1]?.title ?? '',
    at: formatInstant(from),
    contacts: contacts.map((id) => ({ id, title: revision.seats[id]?.title ?? null })),
  }));
