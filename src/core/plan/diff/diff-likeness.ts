/** An item of a list of things: its name, all it says as one text, and the key it stands under. */
export interface Listed {
  readonly name: string;
  readonly is: string;
  readonly key: string;
}

/**
 * Items with keys: the key of the earlier item that says the same under the same name, else of the next earlier one of
 * that name which no other is the same as, else a key that nothing earlier has.
 *
 *     likeKeys([{ name: 'a', is: '2' }, { name: 'a', is: '1' }], [{ name: 'a', is: '1', key: 'a#1' }])  // a#2, a#1
 */
export function likeKeys(
  items: readonly Omit<Listed, 'key'>[],
  earlier: readonly Listed[],
): readonly Listed[] {
  const free = [...earlier];
  const take = (isLike: (one: Listed) => boolean): string | undefined => {
    const at = free.findIndex(isLike);
    return at < 0 ? undefined : free.splice(at, 1)[0]?.key;
  };
  const same = items.map(({ name, is }) => take((one) => one.name === name && one.is === is));
  const like = items.map(({ name }, index) => same[index] ?? take((one) => one.name === name));
  const counts = new Map<string, number>();
  for (const { name } of earlier) counts.set(name, (counts.get(name) ?? 0) + 1);
  return items.map((item, index) => {
    const key = like[index];
    if (key !== undefined) return { ...item, key };
    const nth = (counts.get(item.name) ?? 0) + 1;
    counts.set(item.name, nth);
    return { ...item, key: `${item.name}#${nth}` };
  });
}
