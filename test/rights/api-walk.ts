import { COMMAND_RESOURCES } from '../../src/app/schemas/commands.ts';
import { inTestNames } from '../http/sample-names.ts';
import { type Answered, cellsOf, rightBy, type Walked } from './answered.ts';
import { fillIn, type Way, waysOf } from './fill-in.ts';
import type { Asker, RightsWorld } from './rights-world.ts';

interface Media {
  readonly schema: { readonly examples?: readonly unknown[]; readonly $ref?: string };
  readonly example?: unknown;
}
interface Described {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** One operation of the API of a contract, ready to be asked for. */
interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** `/contracts/{contract}/…`. */
  readonly path: string;
  readonly query: string;
  readonly body: object | undefined;
  readonly isStream: boolean;
}

/** Commands of a case have a table of their own, and are asked for there. */
const OF_A_CASE = new Set([
  ...Object.values(COMMAND_RESOURCES).map(({ path }) => `/contracts/{contract}/cases/{caseId}/${path}`),
  '/contracts/{contract}/cases/{caseId}/files',
]);

const PREFIX = '/api/v1';

/** Every operation that the server itself describes, but the commands of a case and what has nothing to do with contracts. */
export function operations({ server }: RightsWorld): readonly Operation[] {
  const { paths, components } = server.swagger() as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, Media['schema']>> };
  };
  return Object.entries(paths).flatMap(([whole, item]) =>
    Object.entries(item).flatMap(([lower, { operationId: id, parameters = [], requestBody, responses }]) => {
      const path = whole.replace(PREFIX, '');
      const method = lower.toUpperCase() as Operation['method'];
      if (!path.startsWith('/contracts') || (method === 'POST' && OF_A_CASE.has(path))) return [];
      const needed = parameters.filter((one) => one.in === 'query' && one.required === true);
      const query = new URLSearchParams(
        needed.map(({ name, example }) => [name, String(inTestNames(example))]),
      ).toString();
      const [media] = Object.values(requestBody?.content ?? {});
      const named = media?.schema.$ref?.split('/').at(-1) ?? '';
      const body = media && (media.example ?? (components.schemas[named] ?? media.schema).examples?.[0]);
      const isStream = responses[200]?.content?.['text/event-stream'] !== undefined;
      return [{ id, method, path, query, body: inTestNames(body) as object | undefined, isStream }];
    }),
  );
}

/** Asks for an operation as somebody; what stands for the names of its address may be said. */
export function asks(
  here: RightsWorld,
  asker: Asker | undefined,
  { method, path, query, body, isStream }: Operation,
  named: Readonly<Record<string, string>> = {},
): Promise<number> {
  const url = `${PREFIX}${fillIn(here, path, named)}${query === '' ? '' : `?${query}`}`;
  return isStream
    ? here.beginOf(asker, url)
    : here.apiAt(asker, method, url, body).then((one) => one.statusCode);
}

/** What is asked for twice over: by somebody for themselves, and by the desk for a caller. */
const OPENING = { customer: 'agency', track: 'service', text: 'Both lines are down.' };
const FOR_A_CALLER = { ...OPENING, reporter: 'dana', onBehalfOf: 'customer' };

/** What each asker is answered by each operation, in the order of the description. */
export async function walkApi(here: RightsWorld): Promise<Walked> {
  const walked = new Map<string, ReadonlyMap<Asker, Answered>>();
  for (const one of operations(here)) {
    const name = `\`${one.method} ${one.path}\``;
    const forms: readonly (Operation & Way)[] =
      one.id === 'openCase'
        ? [
            { ...one, called: '', named: {}, body: OPENING },
            { ...one, called: ', for a caller', named: {}, body: FOR_A_CALLER },
          ]
        : waysOf(one.path).map((way) => ({ ...one, ...way }));
    for (const operation of forms) {
      const row = `${name}${operation.called}`;
      const cells = await cellsOf(row, async (asker) =>
        rightBy(`${row} by ${asker}`, await asks(here, asker, operation, operation.named)),
      );
      walked.set(row, cells);
    }
  }
  return walked;
}
