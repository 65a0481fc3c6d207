import { FILES_MAX } from '../../core/case/commands/recording.ts';
import type { Instant } from '../../core/instant.ts';
import { authorise, type Caller, ownershipOf } from '../authorise.ts';
import { FILE_KINDS } from '../files/file-kind.ts';
import type { ListedFile } from '../ports/files.ts';
import type { FoundCase, Reading } from '../ports/reading.ts';
import { openPart } from './case-view.ts';
import { isFileFor } from './file-view.ts';

/** The files of a case, as one reader sees them. */
export interface CaseFiles {
  /** The first attached first. */
  readonly files: readonly (ListedFile & { readonly from: string | undefined })[];
  readonly mayAttach: boolean;
  /** No more are kept. */
  readonly isFull: boolean;
}

/** The files for the page of the case: nothing is asked where there are none, and nobody's name. */
export async function fewFilesFor(
  reading: Reading,
  { key, state }: Pick<FoundCase, 'key' | 'state'>,
  caller: Caller,
  now: Instant,
): Promise<CaseFiles> {
  const { filesCount = 0 } = openPart(state);
  const listed = filesCount === 0 ? [] : await reading.files(key);
  const files = listed
    .filter((file) => isFileFor(file, caller))
    .map((file) => ({ ...file, from: undefined }));
  return { files, ...standing(state, caller, now) };
}

const standing = (state: FoundCase['state'], caller: Caller, now: Instant) => ({
  mayAttach: authorise(caller, 'attach', ownershipOf(state, now), false).allowed,
  isFull: (openPart(state).filesCount ?? 0) >= FILES_MAX,
});

/** The files with whose they are, for the page about them. */
export async function filesFor(
  reading: Reading,
  { key, state }: Pick<FoundCase, 'key' | 'state'>,
  caller: Caller,
  now: Instant,
): Promise<CaseFiles> {
  const listed = (await reading.files(key)).filter((file) => isFileFor(file, caller));
  const names = await reading.namesOf(key.contract, senders(listed));
  return {
    files: listed.map((file) => ({ ...file, from: names.get(file.by) })),
    ...standing(state, caller, now),
  };
}

const senders = (files: readonly ListedFile[]): readonly string[] => [...new Set(files.map(({ by }) => by))];

/** How names of files end that are kept: what a browser offers to choose. */
export const FILE_ENDINGS = Object.values(FILE_KINDS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');
