import type { FastifyInstance } from 'fastify';
import type { CaseRefusalCode } from '../core/case/refusal.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { type Frame, page } from '../portal/frame.tsx';
import type { Html } from '../render/jsx-runtime.ts';
import { curlExample } from './curl-example.ts';
import { API, CLOCK, OUTBOX, PROBLEMS } from './pages/places.ts';
import { ASSETS } from './pages/static-files.ts';
import type { HttpParts } from './parts.ts';
import { caseStatus, FORECAST_STATUS, STATUS } from './problem.ts';

interface Schema {
  readonly $ref?: string;
  readonly examples?: readonly unknown[];
}
type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;
interface Described {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: unknown;
  }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

/** The description, as far as its page reads it. */
interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** The description as a document, and as pages that can be read without script. */
export function apiPages(
  server: FastifyInstance,
  { isDemonstration, baseUrl }: Pick<HttpParts, 'isDemonstration' | 'baseUrl'>,
): void {
  const words = catalogue('en').service.api;
  const schema = { hide: true };
  let document: string | undefined;
  server.get('/api/openapi.json', { schema }, async (_request, reply) => {
    document ??= JSON.stringify({ ...server.swagger(), servers: [{ url: baseUrl() }] });
    return reply.type('application/json; charset=utf-8').send(document);
  });
  const frame: Frame = {
    language: 'en',
    isDemonstration,
    places: isDemonstration ? [OUTBOX, CLOCK, PROBLEMS, API] : [],
    assets: ASSETS,
  };
  let described: string | undefined;
  server.get('/api', { schema }, async (_request, reply) => {
    const children = () => browse(server.swagger() as unknown as Description, baseUrl());
    described ??= page({ ...frame, title: words.title, children: children() });
    return reply.type('text/html; charset=utf-8').send(described);
  });
  const problems = page({
    ...frame,
    title: words.problems,
    crumbs: [{ title: words.title, path: '/api' }],
    children: problemsList(),
  });
  server.get('/api/problems', { schema }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(problems),
  );
}

function browse({ paths = {}, components }: Description, baseUrl: string): Html {
  const words = catalogue('en').service.api;
  const exampleOf = ({ schema, example }: Content[string]): unknown =>
    example ?? (components?.schemas?.[schema?.$ref?.split('/').at(-1) ?? ''] ?? schema)?.examples?.[0];
  const curlOf = (method: string, path: string, described: Described): string => {
    const [[type, media] = []] = Object.entries(described.requestBody?.content ?? {});
    const reply = described.responses?.[200]?.content ?? {};
    return curlExample(
      {
        ...{ method, path, parameters: described.parameters ?? [] },
        body: type === undefined || !media ? undefined : { type, example: exampleOf(media) },
        replyType: Object.keys(reply)[0] ?? 'application/json',
        isSecured: described.security !== undefined,
      },
      baseUrl,
    );
  };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => ({
      ...{ path, method, described },
      curl: curlOf(method, path, described),
    })),
  );
  return (
    <>
      <p>{words.about}</p>
      <p>{words.examples}</p>
      <ul>
        <li>
          <a href="/api/openapi.json">{words.document}</a>
        </li>
        <li>
          <a href="/api/problems">{words.problems}</a>
        </li>
      </ul>
      {operations.map(operation)}
    </>
  );
}

function operation({
  path,
  method,
  described,
  curl,
}: {
  path: string;
  method: string;
  described: Described;
  curl: string;
}): Html {
  const words = catalogue('en').service.api;
  const { summary = '', parameters = [], requestBody, responses = {} } = described;
  return (
    <section>
      <h2>{summary}</h2>
      <p>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </p>
      <pre>
        <code>{curl}</code>
      </pre>
      {parameters.length > 0 && (
        <details>
          <summary>{words.parameters}</summary>
          <ul>
            {parameters.map(({ name, in: place, required = false }) => (
              <li>
                <code>{name}</code> ({place}
                {required ? `, ${words.required}` : ''})
              </li>
            ))}
          </ul>
        </details>
      )}
      {requestBody !== undefined && shown(words.request, requestBody)}
      {shown(words.reply, responses)}
    </section>
  );
}

const shown = (label: string, value: unknown): Html => (
  <details>
    <summary>{label}</summary>
    <pre>{JSON.stringify(value, null, 2)}</pre>
  </details>
);

function problemsList(): Html {
  const { titles } = catalogue('en').service;
  return (
    <dl>
      {everyProblem().map(([code, status]) => (
        <>
          <dt id={code}>
            <code>{code}</code> ({status})
          </dt>
          <dd>{titles[status]}</dd>
        </>
      ))}
    </dl>
  );
}

/** Every code that a `type` leads to, with its status. */
function everyProblem(): readonly (readonly [code: string, status: number])[] {
  const { case: ofCases, forecast } = catalogue('en');
  const own = Object.keys(ofCases.refusals) as CaseRefusalCode[];
  return [
    ...Object.entries(STATUS),
    ...own.map((code) => [code, caseStatus(code)] as const),
    ...Object.keys(forecast.refusals).map((code) => [code, FORECAST_STATUS] as const),
  ];
}
