import type { FoundTrack, Move, PromiseKey } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, wholeOf } from '../paper/paper.ts';
import { trimmed, within } from '../paper/sentences.ts';
import { levelsIn } from '../words/level-words.ts';
import { spansIn } from '../words/spans.ts';
import { SILENT, UNSATISFIED } from './move-words.ts';
import { type Cast, moveIn } from './moves.ts';
import { timesIn } from './times.ts';

const FIRST = /\b(?:severity|priority|impact|class|urgency|category|type|kind|problem|incident|track|sev)\b/i;

type Column =
  | { readonly is: 'covers' }
  | { readonly is: 'promise'; readonly key: PromiseKey; readonly level: number | undefined }
  | { readonly is: 'step'; readonly level: number };

/** The tracks of a matrix: a row for each severity, a column for each step or promise; none where a table is no such matrix. */
export function severityTracks(
  rows: readonly (readonly Block[])[],
  cast: Cast,
  ledger: Ledger,
): readonly FoundTrack[] {
  const [head = [], ...body] = rows;
  if (!head[0] || !FIRST.test(head[0].text) || ledger.isTaken(wholeOf(head[0]))) return [];
  const columns = head.map((cell, index) => (index === 0 ? undefined : columnOf(cell.text)));
  if (!columns.some((column) => column?.is === 'step' || column?.is === 'promise')) return [];
  for (const [index, cell] of head.entries()) if (index === 0 || columns[index]) ledger.take(wholeOf(cell));
  return body.flatMap((row) => {
    const [title] = row;
    if (!title || title.text === '') return [];
    ledger.take(wholeOf(title));
    return [trackOf(title, row, head, columns, cast, ledger)];
  });
}

function trackOf(
  title: Block,
  row: readonly Block[],
  head: readonly Block[],
  columns: readonly (Column | undefined)[],
  cast: Cast,
  ledger: Ledger,
): FoundTrack {
  const track: FoundTrack = {
    title: { value: title.text, at: wholeOf(title) },
    covers: undefined,
    moves: [],
    promises: [],
    otherwise: [],
  };
  let covers = track.covers;
  for (const [index, cell] of row.entries()) {
    const column = columns[index];
    if (!column || cell.text === '') continue;
    const span = spansIn(cell.text)[0];
    if (column.is === 'covers') {
      // A second column of words finds no place beside the first.
      if (covers) continue;
      covers = { value: cell.text, at: wholeOf(cell) };
    } else if (!span) {
      continue;
    } else if (column.is === 'promise') {
      const { key, level } = column;
      track.promises.push(...timesIn(wholeOf(cell)).map((time) => ({ key, level, time })));
    } else {
      const move = stepOf(column.level, cell, head[index], cast);
      if (move) track.moves.push(move);
    }
    ledger.take(wholeOf(cell));
  }
  return { ...track, covers };
}

/** The step of a cell: its column says who goes where and why, the cell how long. */
function stepOf(level: number, cell: Block, head: Block | undefined, cast: Cast): Move | undefined {
  const at = wholeOf(cell);
  const span = spansIn(cell.text)[0];
  const heading = head?.text ?? '';
  if (!span || !head) return undefined;
  const said =
    moveIn(wholeOf(head), cast) ??
    moveIn(within(wholeOf(head), Math.max(0, heading.indexOf(':') + 1), heading.length), cast);
  const kind = SILENT.test(heading) ? 'silent' : UNSATISFIED.test(heading) ? 'unsatisfied' : undefined;
  const end = span.at + span.length;
  const after = cell.text.slice(end);
  const from = /open|report|start/i.test(after)
    ? 'opened'
    : /level|previous|reach/i.test(after)
      ? 'levelBelow'
      : undefined;
  const since = from && ({ value: from, at: trimmed(within(at, end, after.length)) } as const);
  const [time, ...others] = timesIn(at);
  if (!time) return undefined;
  return {
    level,
    at,
    main: wholeOf(head),
    actor: said?.actor,
    isTold: said?.isTold ?? false,
    means: said?.means ?? [],
    condition: { kind, levels: [], isEither: false, time, others, since, words: at },
    name: undefined,
    directory: undefined,
  };
}

function columnOf(text: string): Column | undefined {
  const levels = levelsIn(text);
  const [level] = levels.at(-1)?.numbers ?? [];
  if (/\b(?:definition|description|examples?|meaning|covers|what|applies)\b/i.test(text))
    return { is: 'covers' };
  if (/acknowledg/i.test(text)) return { is: 'promise', key: 'acknowledgeWithin', level: level ?? 1 };
  if (/\bupdates?\b|\bfeedback\b|\bstatus\b/i.test(text)) return { is: 'promise', key: 'updateEvery', level };
  if (level !== undefined && level > 1) return { is: 'step', level };
  if (/\brespon[sd]/i.test(text) && !/\bno respon/i.test(text))
    return { is: 'promise', key: 'respondWithin', level: level ?? 1 };
  return undefined;
}
