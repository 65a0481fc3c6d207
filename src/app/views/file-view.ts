import { formatInstant } from '../../core/instant.ts';
import type { Caller } from '../authorise.ts';
import { FILE_KINDS, type FileKind } from '../files/file-kind.ts';
import type { ListedFile } from '../ports/files.ts';
import { isForReader } from './event-view.ts';

/** Whether a caller who sees the case may read a file of it: as with notes, those it is for and those who sent it. */
export const isFileFor = ({ audience, actor }: ListedFile, caller: Caller): boolean =>
  isForReader({ body: { audience, actor } }, caller);

/** The type a file of some kind is served as. */
export const fileType = (kind: string): string =>
  Object.hasOwn(FILE_KINDS, kind) ? FILE_KINDS[kind as FileKind].type : 'application/octet-stream';

/** A file as a program reads it. */
export function fileView({
  fileId,
  event,
  at,
  by,
  actor,
  audience,
  kind,
  size,
  name,
  erasedAt,
}: ListedFile): object {
  return {
    file: fileId,
    ...{ event, at: formatInstant(at), by, actor, audience },
    ...{ name: name ?? null, type: fileType(kind), size },
    erasedAt: erasedAt === undefined ? null : formatInstant(erasedAt),
  };
}
