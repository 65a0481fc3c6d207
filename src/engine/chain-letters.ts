import type { NewDelivery, NoticeJob } from '../app/ports/engine.ts';

interface Written {
  readonly deliveries: readonly NewDelivery[];
  /** Who has no address. */
  readonly unreached: readonly string[];
}

interface ChainLetters<Key, Papers> {
  /** What a notice is about; undefined where it is about something else. */
  readonly keyIn: (notice: NoticeJob) => Key | undefined;
  readonly papersOf: (keys: readonly Key[]) => Promise<readonly Papers[]>;
  readonly write: (key: Key, notice: NoticeJob, papers: Papers) => Written;
  /** That somebody could not be told is an event of what they were to be told about. */
  readonly note: (failed: readonly { readonly key: Key; readonly whom: string }[]) => Promise<unknown>;
}

/** Letters for notices about one kind of what has a chain of its own. */
export async function chainLetters<Key, Papers>(
  notices: readonly NoticeJob[],
  { keyIn, papersOf, write, note }: ChainLetters<Key, Papers>,
): Promise<readonly NewDelivery[]> {
  const told = notices.flatMap((notice) => {
    const key = keyIn(notice);
    return key ? [{ key, notice }] : [];
  });
  if (told.length === 0) return [];
  const papers = await papersOf(told.map(({ key }) => key));
  const made = told.map(({ key, notice }, index) => ({ key, ...write(key, notice, papers[index]!) }));
  const failed = made.flatMap(({ key, unreached }) => unreached.map((whom) => ({ key, whom })));
  if (failed.length > 0) await note(failed);
  return made.flatMap(({ deliveries }) => deliveries);
}
