import type { FastifyInstance } from 'fastify';
import type { CaseRefusalCode } from '../core/case/refusal.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { type Frame, page } from '../portal/frame.tsx';
import type { Html } from '../render/jsx-runtime.ts';
import { API, CLOCK, OUTBOX, PROBLEMS } from './pages/places.ts';
import { ASSETS } from './pages/static-files.ts';
import type { HttpParts } from './parts.ts';
import { caseStatus, FORECAST_STATUS, STATUS } from './problem.ts';

interface Described {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
}

/** The description as a document, and as pages that can be read without script. */
export function apiPages(
  server: FastifyInstance,
  { isDemonstration }: Pick<HttpParts, 'isDemonstration'>,
): void {
  const words = catalogue('en').service.api;
  const schema = { hide: true };
  let document: string | undefined;
  server.get('/api/openapi.json', { schema }, async (_request, reply) => {
    document ??= JSON.stringify(server.swagger());
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
    described ??= page({ ...frame, title: words.title, children: browse(server.swagger().paths ?? {}) });
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

function browse(paths: object): Html {
  const words = catalogue('en').service.api;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Described>).map(([method, described]) => ({
      path,
      method,
      described,
    })),
  );
  return (
    <>
      <p>{words.about}</p>
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
}: {
  path: string;
  method: string;
  described: Described;
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
