import type { Line } from './blocks.ts';
import type { PageText, Segment } from './pdf-layout.ts';

const EDGE = 0.09;

/** What stands at the head or foot of several pages: it is read once, where it stands first. */
export function furnitureOf(pages: readonly PageText[]): {
  readonly repeated: ReadonlySet<Segment>;
  readonly first: readonly Line[];
} {
  const groups = new Map<string, { page: number; segment: Segment }[]>();
  for (const { number, height, segments } of pages) {
    for (const segment of segments) {
      if (segment.y > height * EDGE && segment.y < height * (1 - EDGE)) continue;
      const key = `${Math.round(segment.y / 4)}:${segment.text.replaceAll(/\d+(?=\s*(?:of|\/|$))/g, '#')}`;
      groups.set(key, [...(groups.get(key) ?? []), { page: number, segment }]);
    }
  }
  const repeated = new Set<Segment>();
  const first: Line[] = [];
  for (const group of groups.values()) {
    if (new Set(group.map(({ page }) => page)).size < 2) continue;
    for (const { segment } of group) repeated.add(segment);
    const { page, segment } = group[0] as { page: number; segment: Segment };
    first.push({ text: segment.text, place: { page, line: 1 }, kind: 'furniture' });
  }
  return { repeated, first };
}
