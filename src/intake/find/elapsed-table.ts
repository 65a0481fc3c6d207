import type { Move } from '../found.ts';
import type { Ledger } from '../paper/ledger.ts';
import { type Block, wholeOf } from '../paper/paper.ts';
import { levelsIn } from '../words/level-words.ts';
import { mentionIn } from './mentions.ts';
import type { Cast } from './moves.ts';
import { timesIn } from './times.ts';

const ELAPSED = /^(?:elapsed(?: time)?|time(?: elapsed)?|after|when|timeframe|time frame)\W*$/i;
const TO = /^(?:escalates?d? to|escalation(?: contact)?|contact|who|name|level|call|notify)\W*$/i;

/** The steps of a table that has a row for each time: how long after, and to whom; none where a table is no such. */
export function elapsedMoves(
  rows: readonly (readonly Block[])[],
  cast: Cast,
  ledger: Ledger,
): readonly Move[] {
  const [head = [], ...body] = rows;
  const elapsed = head.findIndex(({ text }) => ELAPSED.test(text.trim()));
  const to = head.findIndex(({ text }) => TO.test(text.trim()));
  if (elapsed < 0 || to < 0) return [];
  const moves = body.flatMap((row) => moveOf(row[elapsed], row[to], cast) ?? []);
  if (!moves.some(({ condition }) => condition)) return [];
  for (const cell of [head[elapsed], head[to], ...moves.flatMap(({ at }) => at.block)])
    if (cell) ledger.take(wholeOf(cell));
  return moves;
}

function moveOf(elapsed: Block | undefined, to: Block | undefined, cast: Cast): Move | undefined {
  if (!elapsed || !to) return undefined;
  const level = levelsIn(to.text)[0]?.numbers[0] ?? mentionIn(to.text, cast.cards)?.card.level;
  const at = wholeOf(elapsed);
  const [time, ...others] = timesIn(at);
  if (level === undefined || (!time && level > 1)) return undefined;
  return {
    level,
    at,
    main: wholeOf(to),
    actor: undefined,
    isTold: false,
    means: [],
    condition: time && {
      kind: undefined,
      levels: [],
      isEither: false,
      time,
      others,
      since: undefined,
      words: at,
    },
    name: undefined,
    directory: undefined,
  };
}
