import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { attachFile, FILE_BYTES_MAX, FILE_MEBIBYTES_MAX } from '../../../app/files/attach-file.ts';
import type { FoundCase } from '../../../app/ports/reading.ts';
import { openPart } from '../../../app/views/case-view.ts';
import { isFileFor } from '../../../app/views/file-view.ts';
import { FILE_ENDINGS, filesFor } from '../../../app/views/files-view.ts';
import { FILES_MAX } from '../../../core/case/commands/recording.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { Party } from '../../../core/plan/format/schema-values.ts';
import { type FilesView, filesPage } from '../../../portal/case-extras/files-page.tsx';
import { sendFile } from '../../file-reply.ts';
import { STATUS } from '../../problem.ts';
import { formKey } from '../form-key.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { uploadOf } from '../upload.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { refusalWords, statusOf } from './act-words.ts';
import { headOf, namedCase } from './beside.ts';

const AUDIENCES = ['all', 'customer', 'contractor', 'oversight'] as const satisfies readonly (
  | Party
  | 'all'
)[];

const FORM = { fileSize: FILE_BYTES_MAX, accepts: FILE_ENDINGS, isFileNeeded: true } as const;

/** The files of a case: the list with its form, a file that is sent, a file to be kept. */
export async function filesRoutes(server: FastifyInstance, parts: PageParts, path: string): Promise<void> {
  await server.register(multipart);
  signedPage(server, parts, { method: 'GET', path: `${path}/files` }, async (visit) => {
    const found = await namedCase(visit);
    return found ? shown(visit, found, { audience: 'all', status: 200 }) : 'missing';
  });
  signedPage(server, parts, { method: 'POST', path: `${path}/files`, upload: FORM }, addFile);
  signedPage(server, parts, { method: 'GET', path: `${path}/files/:file` }, async (visit) => {
    const found = await namedCase(visit);
    const file = found && (await visit.parts.reading.file(found.key, visit.params.file ?? ''));
    if (!file?.bytes || !isFileFor(file, visit.visitor.caller)) return 'missing';
    sendFile(visit.reply, { ...file, bytes: file.bytes });
    return 'sent';
  });
}

async function addFile(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, request, language } = visit;
  const found = await namedCase(visit);
  if (!found) return 'missing';
  const { fields, name, bytes } = await uploadOf(request, FORM);
  const audience = AUDIENCES.find((one) => one === fields.get('audience')) ?? 'all';
  const { files: words } = catalogue(language).extras;
  const problems = catalogue(language).service.problems;
  if (!bytes) {
    const error = problems['file-too-big']({ mebibytesMax: FILE_MEBIBYTES_MAX });
    return shown(visit, found, { audience, error, status: STATUS['file-too-big'] });
  }
  // A browser sends an empty file without a name where none was chosen.
  if (name === '')
    return shown(visit, found, { audience, error: { message: words.missing, advice: '' }, status: 422 });
  const { caller } = visitor;
  const answerKey = formKey(fields.get('key') ?? '', caller, `${name}\n${audience}\n`, bytes);
  const answer = await attachFile(parts.store, { caller, key: found.key, name, bytes, audience, answerKey });
  if ('code' in answer) {
    const say = problems[answer.code] as (values: object) => RefusalWords;
    return shown(visit, found, { audience, error: say(answer.values), status: STATUS[answer.code] });
  }
  if (answer.accepted) return { seeOther: `${headOf(visit, found).casePath}/files?done=${answer.to}` };
  const { refusal } = answer;
  if (refusal.code === 'case-not-found') return 'missing';
  const refused = refusalWords(refusal, { open: openPart(found.state) }, visit);
  return shown(visit, found, { audience, refused, status: statusOf(refusal.code) });
}

interface Shown {
  readonly audience: string;
  readonly error?: FilesView['error'];
  readonly refused?: FilesView['refused'];
  readonly status: number;
}

async function shown(
  visit: SignedVisit,
  found: FoundCase,
  { audience, error, refused, status }: Shown,
): Promise<PageAnswer> {
  const { parts, visitor, query } = visit;
  const { caller } = visitor;
  const caseFiles = await filesFor(parts.reading, found, caller, await parts.reading.now());
  const done = caseFiles.files.find(
    ({ event, by }) => String(event) === query.text('done') && by === caller.personId,
  );
  return {
    status,
    html: filesPage({
      ...headOf(visit, found),
      ...{ caseFiles, filesMax: FILES_MAX, mebibytesMax: FILE_MEBIBYTES_MAX, done },
      ...{ audience, error, refused },
    }),
  };
}
