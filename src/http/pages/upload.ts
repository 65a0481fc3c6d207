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
const TOO_BIG = 'FST_REQ_FILE_TOO_LARGE';

/** Reads a form with a file in it; bytes beyond the bounds are let go as they come, and a field too long is none. */
export async function uploadOf(
  request: FastifyRequest,
  { fileSize, fieldSize = 1_000 }: UploadBounds,
): Promise<Upload> {
  const fields = new Map<string, string>();
  let upload: Pick<Upload, 'name' | 'bytes'> = { name: '', bytes: new Uint8Array() };
  if (!request.isMultipart()) return { fields, ...upload };
  try {
    for await (const part of request.parts({ limits: { ...PARTS, fileSize, fieldSize } })) {
      if (part.type === 'field') {
        if (!part.valueTruncated) fields.set(part.fieldname, String(part.value));
      } else if (part.fieldname === 'file') {
        upload = { name: part.filename, bytes: undefined };
        upload = { name: part.filename, bytes: await part.toBuffer() };
      } else part.file.resume();
    }
  } catch (error) {
    // Whatever else comes of reading is a form that no browser of ours sent, or that was cut off.
    const isTooBig = error instanceof Error && Reflect.get(error, 'code') === TOO_BIG;
    if (!isTooBig) throw problem('request-body-malformed', {});
  }
  return { fields, ...upload };
}
