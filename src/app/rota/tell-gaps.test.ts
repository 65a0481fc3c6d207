import { expect, test } from 'vitest';
import { asInstant } from '../../core/instant.ts';
import type { ToldGap } from '../ports/rotas.ts';
import { isTold } from './tell-gaps.ts';

const DAY_MS = 86_400_000;

const gap = (from: number, until: number, change: Partial<ToldGap> = {}): ToldGap => ({
  ...{ level: 2, from: asInstant(from * DAY_MS), until: asInstant(until * DAY_MS) },
  ...{ cover: 'otherwise' as const, isOpen: false, ...change },
});
const told = gap(3, 5);
const open = gap(12, 14, { isOpen: true });

test.each<[string, readonly ToldGap[], ToldGap, boolean]>([
  ['the same time', [told], gap(3, 5), true],
  ['a part of it', [told], gap(4, 5), true],
  ['one that ends later', [told], gap(3, 6), false],
  ['one that begins earlier', [told], gap(2, 5), false],
  ['one at another level', [told], gap(3, 5, { level: 1 }), false],
  ['one that nobody is left in', [told], gap(3, 5, { cover: 'nobody' }), false],
  ['one that somebody is reached in again', [gap(3, 5, { cover: 'nobody' })], told, true],
  ['two that follow one another', [gap(3, 4), gap(4, 5, { cover: 'nobody' })], told, true],
  ['two with a time between them', [gap(3, 4), gap(4.5, 5)], told, false],
  ['what follows the end of the two weeks without a break', [open], gap(12, 20), true],
  ['what begins after that', [open], gap(15, 20), false],
  ['nothing', [], told, false],
])('told of a gap is %s', (_title, before, now, expected) => {
  expect(isTold(before, now)).toBe(expected);
});
