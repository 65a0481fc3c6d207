import type { FastifyInstance } from 'fastify';
import type { CaseRefusalCode } from '../core/case/refusal.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { Html } from '../render/jsx-runtime.ts';
import { API_STYLE } from './api-style.ts';
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
export function apiPages(server: FastifyInstance): void {
  const words = catalogue('en').service.api;
  const schema = { hide: true };
  let document: string | undefined;
  server.get('/api/openapi.json', { schema }, async (_request, reply) => {
    document ??= JSON.stringify(server.swagger());
    return reply.type('application/json; charset=utf-8').send(document);
  });
  server.get('/api/style.css', { schema }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(API_STYLE),
  );
  let page: string | undefined;
  server.get('/api', { schema }, async (_request, reply) => {
    page ??= whole(words.title, browse(server.swagger().paths ?? {}));
    return reply.type('text/html; charset=utf-8').send(page);
  });
  server.get('/api/problems', { schema }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(whole(words.problems, problemsList())),
  );
}

const whole = (title: string, content: Html): string =>
  `<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/api/style.css" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>
  )}`;

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
