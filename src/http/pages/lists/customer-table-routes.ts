import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import {
  type CustomerTable,
  seenOf,
  TABLE_BYTES_MAX,
  takeCustomerTable,
} from '../../../app/customer-table.ts';
import type { Refused } from '../../../app/refuse.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { tableRefusalWords } from '../../../core/message/portal/customer-table.ts';
import {
  customerTablePage,
  TABLE_ENDINGS,
  tablePreviewPage,
} from '../../../portal/lists/customer-table-pages.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { CUSTOMER_TABLE_ROLES, customersPath, customerTablePath } from '../places.ts';
import { uploadOf } from '../upload.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';

/** A table at its longest as a form escapes it, and what stands around it. */
const FORM_BYTES_MAX = 3 * TABLE_BYTES_MAX + 4096;

/** A byte more than is taken: what is longer is known by it. */
const FORM = { fileSize: TABLE_BYTES_MAX + 1, fieldSize: TABLE_BYTES_MAX + 1, accepts: TABLE_ENDINGS };

/** A table of customers and account managers: given, shown with what it changes, and taken in as it was shown. */
export async function customerTableRoutes(server: FastifyInstance, parts: PageParts): Promise<void> {
  const path = '/contracts/:contract/customers/table';
  const roles = CUSTOMER_TABLE_ROLES;
  await server.register(multipart);
  server.removeContentTypeParser('application/x-www-form-urlencoded');
  await server.register(formbody, { bodyLimit: FORM_BYTES_MAX });
  signedPage(server, parts, { method: 'GET', path, roles }, async (visit) => form(visit, '', undefined, 200));
  signedPage(server, parts, { method: 'POST', path, roles, upload: FORM }, preview);
  signedPage(server, parts, { method: 'POST', path: `${path}/take`, roles, isDangerous: true }, take);
}

const viewOf = ({ frame, visitor: { caller } }: SignedVisit) => ({
  ...frame,
  base: customerTablePath(caller.contract),
  customersPath: customersPath(caller.contract),
});

function form(visit: SignedVisit, text: string, error: string | undefined, status: number): PageAnswer {
  const kibibytesMax = TABLE_BYTES_MAX / 1024;
  return { status, html: customerTablePage({ ...viewOf(visit), kibibytesMax, text, error }) };
}

/** A file goes before what was pasted; of neither anything is kept. */
async function preview(visit: SignedVisit): Promise<PageAnswer> {
  const { fields, name, bytes } = await uploadOf(visit.request, FORM);
  const pasted = fields.get('text');
  const words = catalogue(visit.language).customerTable;
  if (name === '' && pasted?.trim() === '') return form(visit, '', words.missing, 422);
  const given = name === '' ? pasted && Buffer.from(pasted) : bytes;
  if (given === undefined) {
    // Longer than it was read: it is said with the same words as one that was read to its end.
    return answered(visit, await taken(visit, Buffer.alloc(TABLE_BYTES_MAX + 1), undefined), '');
  }
  const text = Buffer.from(given).toString('utf8');
  return answered(visit, await taken(visit, Buffer.from(given), undefined), text);
}

async function take(visit: SignedVisit): Promise<PageAnswer> {
  const { form: sent, visitor } = visit;
  const text = sent.text('text');
  const table = await taken(visit, Buffer.from(text), sent.text('seen'));
  if ('refusal' in table || !table.isDone) return answered(visit, table, text, true);
  const changes = table.lines.filter(({ isNew, accountManager }) => isNew || accountManager !== undefined);
  return { seeOther: `${customersPath(visitor.caller.contract)}?taken=${changes.length}` };
}

/** `seen`: it is meant, as it was shown; undefined: only to be looked at. */
function taken(
  { parts, visitor: { caller } }: SignedVisit,
  bytes: Uint8Array,
  seen: string | undefined,
): Promise<CustomerTable | Refused> {
  const { contract, personId } = caller;
  const contracts = parts.contractsFor({ kind: 'person', personId });
  return takeCustomerTable(contracts, { contract, bytes, isMeant: seen !== undefined, seen });
}

async function answered(
  visit: SignedVisit,
  table: CustomerTable | Refused,
  text: string,
  isAgain = false,
): Promise<PageAnswer> {
  if ('refusal' in table) {
    const { message, advice } = tableRefusalWords(catalogue(visit.language), table.refusal);
    return form(visit, text, `${message} ${advice}`, 422);
  }
  const names = await namesOf(visit, table);
  const status = isAgain ? 409 : table.problems.length > 0 ? 422 : 200;
  const shown = { result: table, names, text, seen: seenOf(table), isAgain };
  return { status, html: tablePreviewPage({ ...viewOf(visit), ...shown }) };
}

/** What people and customers are called: those that are new by the table itself. */
async function namesOf(
  { parts, visitor: { caller } }: SignedVisit,
  { lines, withoutManager }: CustomerTable,
): Promise<ReadonlyMap<string, string>> {
  const { contract, personId } = caller;
  const people = [...new Set(lines.flatMap((one) => [one.accountManager, one.insteadOf]))].filter(
    (one) => one !== undefined,
  );
  const names = new Map(lines.map(({ customerId, name }) => [customerId, name]));
  for (const { accountManager, managerName } of lines)
    if (accountManager !== undefined && managerName !== undefined) names.set(accountManager, managerName);
  await parts.contractsFor({ kind: 'person', personId }).transaction(async (tx) => {
    for (const { personId: id, name = id } of await tx.people(contract, people)) names.set(id, name);
    for (const id of withoutManager) {
      if (!names.has(id)) names.set(id, (await tx.customer(contract, id))?.name ?? id);
    }
  });
  return names;
}
