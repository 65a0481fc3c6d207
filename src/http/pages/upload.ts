import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { problem } from '../problem.ts';

/** What a form with a file in it brings; `bytes` is undefined where it was bigger than any that is taken. */
interface Upload {
  readonly fields: ReadonlyMap<string, string>;
  readonly name: string;
  readonly bytes: Uint8Array | undefined;
}

/** Of a form's own parts there are two at most; what anybody adds is read no further than this. */
const PARTS = { files: 1, fields: 8, parts: 10 };

/** How much of a form is read: bytes of its file, and of each of its other fields. */
interface UploadBounds {
  readonly fileSize: number;
  readonly fieldSize?: number;
}

/** A form with a file in it, as its page has it. */
export interface UploadForm extends UploadBounds {
  /** Which files its field offers, as HTML says it; undefined: the form is one of several parts, and has no file. */
  readonly accepts?: string;
  /** Without its file it says nothing. */
  readonly isFileNeeded?: true;
}

/** A request is read once: whoever asks afterwards is told the same. */
const READ = new WeakMap<FastifyRequest, Promise<Upload>>();

/** Reads a form with a file in it; bytes beyond the bounds are let go as they come, and a field too long is none. */
export const uploadOf = (request: FastifyRequest, bounds: UploadBounds): Promise<Upload> =>
  readOnce(request, bounds, async (part) => {
    const bytes = await part.toBuffer();
    return part.file.truncated ? undefined : bytes;
  });

/** The same where nothing is done with its file: of that only the name is read. */
export const typedUpload = (request: FastifyRequest, bounds: UploadBounds): Promise<Upload> =>
  readOnce(request, bounds, async ({ file }) => void file.resume());

function readOnce(...[request, bounds, take]: Parameters<typeof read>): Promise<Upload> {
  const known = READ.get(request) ?? read(request, bounds, take);
  READ.set(request, known);
  return known;
}

async function read(
  request: FastifyRequest,
  { fileSize, fieldSize = 1_000 }: UploadBounds,
  take: (part: MultipartFile) => Promise<Uint8Array | undefined>,
): Promise<Upload> {
  const fields = new Map<string, string>();
  let upload: Pick<Upload, 'name' | 'bytes'> = { name: '', bytes: new Uint8Array() };
  if (!request.isMultipart()) return { fields, ...upload };
  // A file that is too big takes none of the fields with it that stand behind it.
  const how = { limits: { ...PARTS, fileSize, fieldSize }, throwFileSizeLimit: false };
  try {
    for await (const part of request.parts(how)) {
      if (part.type === 'field') {
        if (!part.valueTruncated) fields.set(part.fieldname, String(part.value));
      } else if (part.fieldname === 'file') {
        upload = { name: part.filename, bytes: await take(part) };
      } else part.file.resume();
    }
  } catch {
    // A form that no browser of ours sent, or that was cut off.
    throw problem('request-body-malformed', {});
  }
  return { fields, ...upload };
}
