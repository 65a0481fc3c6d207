import { asInstant } from '../../core/instant.ts';
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
import {
  type ChainLetters,
  type ChainNotice,
  chainDelivery,
  type LetterSubject,
  lettersOfEvents,
  NO_LETTERS,
  onceWithAddress,
} from '../chain-letters.ts';
import { pageLink } from '../notices/fill-links.ts';
import type { NewDelivery, Person } from '../ports/engine.ts';
import { type FillingKey, type FillingPapers, fillingRecordKey } from '../ports/seat-fillings.ts';
import { fillingsPath } from './seat-paths.ts';

/** The kind under which these letters are kept. */
const FILLING_LETTER = 'seatFilling';

type About = LetterSubject<FillingKey, FillingPapers, LiveFilling>;

/** Letters for what the events of a notice tell. */
export const fillingLetters = (...notice: ChainNotice<FillingKey, FillingPapers>): ChainLetters =>
  lettersOfEvents<FillingKey, FillingEvent, FillingPapers, FillingState>(
    { evolve: evolveFilling, none: noFilling, write: lettersOf },
    ...notice,
  );

function lettersOf(about: About, event: FillingEvent): ChainLetters {
  const { papers, state } = about;
  const { holder, before } = state.filling;
  switch (event.type) {
    case 'SeatFilled':
      return filled(about, event);
    case 'AgreementReminded':
      return isToDecide(state) ? told(about, 'reminded', papers.oversight) : NO_LETTERS;
    case 'AgreementLate':
      return isToDecide(state) ? told(about, 'late', [...papers.oversight, ...papers.managers]) : NO_LETTERS;
    case 'FillingAgreed':
      return told(about, 'agreed', [...papers.managers, ...named(about, [holder])], event.text);
    case 'FillingRefused':
      return told(about, 'refused', [...papers.managers, ...named(about, [holder, before])], event.text);
    case 'FillingHeldUp':
      return told(about, 'heldUp', [...papers.managers, ...papers.oversight, ...named(about, [holder])]);
    case 'FillingReplaced':
    case 'NoticeFailed':
      return NO_LETTERS;
  }
}

/** Everybody who is to hear that a seat is filled: the one place from which it is told. */
function filled(about: About, event: FillingEventOf<'SeatFilled'>): ChainLetters {
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
): ChainLetters {
  const url = pageLink(`${fillingsPath(about.key.contract)}/${about.key.filling}`);
  const deliveries = onceWithAddress(readers).map((reader) =>
    letter(about, reader, { kind, text, url: kind === 'toHolder' ? undefined : url }),
  );
  return { deliveries, unreached: [] };
}

function letter(
  about: About,
  reader: Person,
  { kind, text, url }: Pick<SeatMail, 'kind' | 'text' | 'url'>,
): NewDelivery {
  const { parts, key, papers, state, number } = about;
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
  return chainDelivery(about, {
    ...{ record: fillingRecordKey(key), number, kind: `${FILLING_LETTER}/${kind}`, letter: mail },
    ...{ personId: reader.personId, address: reader.email },
  });
}
