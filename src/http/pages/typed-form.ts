import type { FastifyRequest } from 'fastify';
import type { TypedForm } from '../../portal/kept-form-page.tsx';
import { fieldsOf, fieldsTyped } from './fields.ts';
import { typedUpload, type UploadForm } from './upload.ts';

/** How a form stands on a page that gives it back: what came too late, too early, too often, or where Ladder failed. */
interface Keeping {
  readonly secretFields: readonly string[];
  readonly upload: UploadForm | undefined;
}

/** Said of a route: what is typed into its forms may stand on a page, but for what is secret. */
export const keepsForm = ({
  secretFields = [],
  upload,
}: Partial<Keeping> = {}): { readonly keepsForm: Keeping } => ({ keepsForm: { secretFields, upload } });

/**
 * What a request has typed, to be sent again; undefined where it has sent no form, or one that is not kept. Of a file its
 * name is kept and nothing else, and what is secret is not kept at all.
 */
export async function typedForm(request: FastifyRequest): Promise<TypedForm | undefined> {
  const { keepsForm: keeping } = request.routeOptions.config as Partial<ReturnType<typeof keepsForm>>;
  if (!keeping || request.method !== 'POST') return undefined;
  const { secretFields, upload } = keeping;
  const sent = upload ? await typedUpload(request, upload) : undefined;
  const all = sent
    ? [...sent.fields].map(([name, value]) => ({ name, value }))
    : fieldsTyped(fieldsOf(request.body));
  const isSecret = ({ name }: (typeof all)[number]): boolean => secretFields.includes(name);
  return {
    to: request.url,
    fields: all.filter((one) => !isSecret(one)),
    hasSecrets: all.some((one) => isSecret(one) && one.value !== ''),
    isInParts: upload !== undefined,
    file: sent && upload ? fileOf(sent.name, upload) : undefined,
  };
}

function fileOf(name: string, { accepts, isFileNeeded }: UploadForm): TypedForm['file'] {
  return name === '' || accepts === undefined
    ? undefined
    : { name, accepts, isNeeded: isFileNeeded === true };
}
