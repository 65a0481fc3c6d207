import type { Block, Cell } from '../../render/paper/paper.ts';

/** A table, or a sentence where it would have no row. */
export function tableOr(
  none: string,
  table: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  },
): Block {
  return table.rows.length === 0 ? { is: 'text', words: none } : { is: 'table', ...table };
}
