import type { Caller } from '../app/authorise.ts';
import type { Reading } from '../app/ports/reading.ts';
import type { RecordLook } from '../app/ports/record-look.ts';
import type { CaseKey } from '../app/ports/store.ts';
import { caseFile } from '../app/views/case/case-file.ts';
import { caseFileJson } from '../app/views/case/case-file-json.ts';
import type { Language } from '../core/message/catalogue.ts';
import { filePaper } from '../render/case-file/file-paper.ts';
import { paperPdf } from '../render/pdf/paper-pdf.ts';
import { typefaces } from './typefaces.ts';

/** What the file of a case is made with. */
interface FileParts {
  readonly reading: Reading;
  readonly record: Pick<RecordLook, 'verifyCase'>;
  readonly baseUrl: () => string;
}

interface Asked {
  readonly caller: Caller;
  readonly key: CaseKey;
  /** From 1. */
  readonly part: number;
  readonly language: Language;
}

/** More parts no case has. */
export const PARTS_MAX = 100_000;

/** A part of a case's file as JSON; undefined where the caller may have none, or there is no such part. */
export async function caseFileData(parts: FileParts, asked: Asked): Promise<object | undefined> {
  const file = await caseFile(parts, asked);
  return file && caseFileJson(file, asked.language);
}

/** The same as a tagged PDF. */
export async function caseFilePdf(parts: FileParts, asked: Asked): Promise<Uint8Array | undefined> {
  const file = await caseFile(parts, asked);
  if (!file) return undefined;
  const { contract, caseId } = asked.key;
  const address = `${parts.baseUrl()}/contracts/${encodeURIComponent(contract)}/cases/${encodeURIComponent(caseId)}`;
  return paperPdf(filePaper({ file, address }, asked.language), typefaces(), 'LETTER');
}

/** What a part is saved under. */
export const caseFileName = ({ key: { contract, caseId }, part }: Asked, ending: 'pdf' | 'json'): string =>
  `${contract}-${caseId}${part > 1 ? `-part-${part}` : ''}.${ending}`;
