import { asInstant, type Instant } from '../../core/instant.ts';
import type { SeatMail } from '../../core/message/portal/seats.ts';
import { HOLD_UP_MS } from '../../core/seat/decide.ts';
import type { FillingEvent, FillingEventOf } from '../../core/seat/event.ts';
import {
  evolveFilling,
  type FillingState,
  isToDecide,
  type LiveFilling,
  noFilling,
} from '../../core/seat/state.ts';
import { pageLink } from '../notices/fill-links.ts';
import type { LetterParts } from '../notices/letters.ts';
import type { NewDelivery, NoticeJob, Person } from '../ports/engine.ts';
import { type FillingKey, type FillingPapers, fillingRecordKey } from '../ports/seat-fillings.ts';
import { fillingsPath } from './seat-paths.ts';

/** The kind under which these letters are kept. */
const FILLING_LETTER = 'seatFilling';

interface FillingLetters {
  readonly deliveries: readonly NewDelivery[];
  /** A person, or a party of whom nobody has an address. */
  readonly unreached: readonly string[];
}

interface About {
  readonly parts: LetterParts;
  readonly key: FillingKey;
  readonly papers: FillingPapers;
  readonly state: LiveFilling;
  readonly at: Instant;
  readonly number: number;
}

/** Letters for what the events of a notice tell. */
export function fillingLetters(
  parts: LetterParts,
  key: FillingKey,
  { from, to }: Pick<NoticeJob, 'from' | 'to'>,
  papers: FillingPapers,
  at: Instant,
): FillingLetters {
  const state = papers.events.reduce<FillingState>(evolveFilling, noFilling);
  if (state.status === 'none') return { deliveries: [], unreached: [] };
  const about: About = { parts, key, papers, state, at, number: to };
  const made = papers.events.slice(from - 1, to).map((event) => lettersOf(about, event));
  return {
    deliveries: made.flatMap(({ deliveries }) => deliveries),
    unreached: made.flatMap(({ unreached }) => unreached),
  };
}

const NONE: FillingLetters = { deliveries: [], unreached: [] };

function lettersOf(about: About, event: FillingEvent): FillingLetters {
  const { papers, state } = about;
  const { holder, before } = state.filling;
  switch (event.type) {
    case 'SeatFilled':
      return filled(about, event);
    case 'AgreementReminded':
      return isToDecide(state) ? told(about, 'reminded', papers.oversight) : NONE;
    case 'AgreementLate':
      return isToDecide(state) ? told(about, 'late', [...papers.oversight, ...papers.managers]) : NONE;
    case 'FillingAgreed':
      return told(about, 'agreed', [...papers.managers, ...named(about, [holder])], event.text);
    case 'FillingRefused':
      return told(about, 'refused', [...papers.managers, ...named(about, [holder, before])], event.text);
    case 'FillingHeldUp':
      return told(about, 'heldUp', [...papers.managers, ...papers.oversight, ...named(about, [holder])]);
    case 'FillingReplaced':
    case 'NoticeFailed':
      return NONE;
  }
}

/** Everybody who is to hear that a seat is filled: the one place from which it is told. */
function filled(about: About, event: FillingEventOf<'SeatFilled'>): FillingLetters {
  const { papers, state, at } = about;
  const { holder, before } = state.filling;
  const toOversight = told(about, 'filled', papers.oversight, event.text);
  const canBeHeldUp = at < asInstant(state.filledAt + HOLD_UP_MS) && isToDecide(state);
  const toBefore = named(about, [before])
    .filter(({ email }) => email !== undefined)
    .map((reader) =>
      letter(about, reader, {
        kind: 'toBefore',
        text: event.text,
        url: canBeHeldUp ? `ladder-link:${papers.holdId}` : undefined,
      }),
    );
  const toHolder = told(about, 'toHolder', named(about, [holder]));
  const unreached = [
    ...(toOversight.deliveries.length === 0 ? ['oversight'] : []),
    ...(holder !== undefined && toHolder.deliveries.length === 0 ? [holder] : []),
    ...(before !== undefined && toBefore.length === 0 ? [before] : []),
  ];
  return { deliveries: [...toOversight.deliveries, ...toBefore, ...toHolder.deliveries], unreached };
}

const named = ({ papers }: About, ids: readonly (string | undefined)[]): readonly Person[] =>
  ids.flatMap((id) => (id === undefined ? [] : (papers.people.get(id) ?? [])));

/** The same to everybody of these who has an address, each once. */
function told(
  about: About,
  kind: SeatMail['kind'],
  readers: readonly Person[],
  text?: string | undefined,
): FillingLetters {
  const once = [...new Map(readers.map((one) => [one.personId, one])).values()];
  const url = pageLink(`${fillingsPath(about.key.contract)}/${about.key.filling}`);
  const deliveries = once
    .filter(({ email }) => email !== undefined)
    .map((reader) => letter(about, reader, { kind, text, url: kind === 'toHolder' ? undefined : url }));
  return { deliveries, unreached: [] };
}

function letter(
  { parts, key, papers, state, at, number }: About,
  reader: Person,
  { kind, text, url }: Pick<SeatMail, 'kind' | 'text' | 'url'>,
): NewDelivery {
  const { filling, filledBy, dueAt } = state;
  const nameOf = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (papers.people.get(id)?.name ?? id);
  const mail = parts.writer.seat({
    ...{ kind, text, url, dueAt, timeZone: papers.timeZone, contractTitle: papers.contractTitle },
    ...{
      seat: papers.seatTitle || filling.seat,
      holder: nameOf(filling.holder),
      before: nameOf(filling.before),
    },
    ...{ by: nameOf(filledBy) ?? filledBy, language: reader.language, demonstration: parts.isDemonstration },
  });
  return {
    ...fillingRecordKey(key),
    deliveryId: parts.newId(),
    ...{ number, round: 0, personId: reader.personId, level: undefined, kind: `${FILLING_LETTER}/${kind}` },
    ...{ means: 'email', queuedAt: at, address: reader.email ?? '', ...mail },
    ...{ canReply: false, replyHash: undefined, links: [] },
  };
}
