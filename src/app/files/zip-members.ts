const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const COMMENT_MAX = 0xffff;
/** A document has some dozens of parts, and one of many pictures some hundreds. */
const MEMBERS_MAX = 5_000;

/**
 * The names of what a zip archive holds, by its own list; undefined where it is none, or is not whole. One that has
 * anything before it, such as a program that unpacks itself, is none.
 */
export function zipMembers(bytes: Uint8Array): readonly string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_BYTES || view.getUint32(0, true) !== LOCAL) return undefined;
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count === 0 || count > MEMBERS_MAX) return undefined;
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = count; left > 0; left--) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== ENTRY) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const from = at + ENTRY_BYTES;
    at = from + name! + extra! + comment!;
    if (at > end) return undefined;
    names.push(new TextDecoder().decode(bytes.subarray(from, from + name!)));
  }
  return names;
}

/** Where the list ends: a comment may follow, so it is looked for from behind. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
