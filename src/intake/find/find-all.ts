import type { Card, Found, FoundTrack, Front } from '../found.ts';
import { type Ledger, sectionsOf } from '../paper/ledger.ts';
import { blocksOf, type Paper, wholeOf } from '../paper/paper.ts';
import { cardsIn } from './cards.ts';
import { castOf } from './cast.ts';
import { demandsIn } from './clause.ts';
import { clocksIn } from './clocks.ts';
import { readDetails } from './details.ts';
import { dutiesIn } from './duties.ts';
import { frontOf } from './front.ts';
import { labelledRow } from './labels.ts';
import { listingsOf } from './listings.ts';
import type { Cast } from './moves.ts';
import { emergencyIn, placeByMentions, tracksIn } from './tracks.ts';

interface FoundInPaper {
  readonly found: Found;
  readonly cast: Cast;
  /** Whether levels are numbered by the order of the contacts alone. */
  readonly isOrderAssumed: boolean;
}

/** Everything that a document says of a plan. What is understood is taken from the ledger as it is found. */
export function findAll(paper: Paper, ledger: Ledger): FoundInPaper {
  const sections = sectionsOf(paper.parts);
  const early: Front = {};
  const demands = demandsIn(sections, early, ledger);
  const clauseless = paper.parts.filter((part) => part.kind === 'table' || !ledger.isTaken(wholeOf(part)));
  const duties = dutiesIn(sections, ledger);
  const cards = cardsIn(clauseless, ledger);
  const blocks = blocksOf(clauseless);
  placeByMentions(cards, blocks);
  const isOrderAssumed = cards.length > 0 && cards.every(({ level }) => level === undefined);
  if (isOrderAssumed) for (const [index, card] of cards.entries()) card.level = index + 1;
  const front = frontOf(paper.parts, early, ledger);
  const cast = castOf(front, cards);
  const clocks = clocksIn(
    blocks.filter(({ kind }) => kind !== 'heading'),
    ledger,
  );
  const { tracks, ...rest } = tracksIn(sections, front, cast, ledger);
  readDetails(blocks, cards, ledger);
  applyRest(tracks, rest, ledger);
  takeLabels(paper, ledger);
  const emergency = emergencyIn(blocks, ledger);
  return {
    found: {
      ...{ front, demands, clocks, tracks, emergency, ...duties },
      cards: inLevels(cards),
      listings: listingsOf(cards, clauseless),
    },
    cast,
    isOrderAssumed,
  };
}

/** The words that only say what stands beside them go with what they say. */
function takeLabels({ parts }: Paper, ledger: Ledger): void {
  for (const part of parts) {
    if (part.kind !== 'table') continue;
    const taken = part.rows.filter((row) => {
      const label = labelledRow(row);
      return label !== undefined && ledger.isTaken(label.value);
    });
    const heads = taken.length > 0 && part.rows[0] && !labelledRow(part.rows[0]) ? part.rows[0] : [];
    for (const cell of [...taken.flatMap((row) => row[0] ?? []), ...heads]) ledger.take(wholeOf(cell));
  }
}

/** What stands outside the tracks holds for each of them: a promise, and what a note says of a level that has a step. */
function applyRest(
  tracks: readonly FoundTrack[],
  { notes, promises }: Pick<ReturnType<typeof tracksIn>, 'notes' | 'promises'>,
  ledger: Ledger,
): void {
  for (const note of notes) {
    const noted = tracks.filter(({ moves }) => moves.some(({ level }) => level === note.level));
    for (const { moves } of noted) moves.push(note);
    if (noted.length === 0) ledger.leave(note.at);
  }
  for (const track of tracks) track.promises.push(...promises);
  if (tracks.length === 0) for (const { time } of promises) ledger.leave(time.passage);
}

const inLevels = (cards: readonly Card[]): readonly Card[] =>
  cards.toSorted((one, other) => (one.level ?? 99) - (other.level ?? 99));
