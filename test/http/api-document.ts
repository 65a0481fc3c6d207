import { catalogue } from '../../src/core/message/catalogue.ts';
import type { ServiceProblems } from '../../src/core/message/service.ts';
import { STATUS } from '../../src/http/problem.ts';

/** One operation, as the description has it. */
interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
}
export type DescribedPaths = Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;

/** The page of the API: what is said in general, then every operation and every code. */
export function apiDocument(paths: DescribedPaths): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId, summary }]) => {
      const address = `\`${method.toUpperCase()} ${path.replace('/api/v1', '')}\``;
      return `| ${address} | ${summary} | \`${operationId}\` |`;
    }),
  );
  const { titles } = catalogue('en').service;
  const codes = Object.keys(STATUS) as (keyof ServiceProblems)[];
  const problems = codes.map((code) => `| \`${code}\` | ${STATUS[code]} | ${titles[STATUS[code]]} |`);
  const problemRows = ['| code | status | what kind of no |', '| --- | --- | --- |', ...problems];
  const operationRows = ['| request | what it does | operation |', '| --- | --- | --- |', ...operations];
  return TEXT.replace('{operations}', operationRows.join('\n')).replace('{problems}', problemRows.join('\n'));
}

const TEXT = `# The API

REST over HTTP under \`/api/v1\`. A running Ladder describes it at \`/api/openapi.json\` (OpenAPI 3.1, from the schemas that
validate) and at \`/api\` for people. Its examples name what the demonstration has, and the page has each as a line of
\`curl\`, with the token of \`LADDER_TOKEN\`. This page is written by
\`npx vitest run test/http/api-document.test.ts --update\`; without \`--update\` it is compared with the program.

## Who asks

Send \`Authorization: Bearer ladder_…\`. A token belongs to a person of one contract and does what its scopes say (\`read\`,
\`write\`) within that person's rights, or to the installation (\`admin\`, \`metrics\`): that one looks at everything and gives
no command. What you may not see is answered exactly as what does not exist: 404.

Each token has its own allowance of requests a minute (\`LADDER_RATE_PER_MINUTE\`), counted by each node for itself; so has
each address that sends no token or a wrong one. Beyond it: 429 with \`Retry-After\`.

## Commands, repeats and races

Every command of a case is posted to a sub-resource of it; [commands.md](commands.md) says what each does. The reply is 201
with the events it brought, or 200 where there was nothing new.

- \`Idempotency-Key\`: 1 to 100 visible ASCII characters of your choice. The same request under the same key, also at the
  same moment, is done once, and each sender gets the first answer. Another request under the key: 422. Without a key a
  repeat is another command. Commands of drafts and of obligations heed it too; a draft comes as it stands by then.
- \`If-Match\`: the \`ETag\` of the case you have seen, which is the number of its events. Where more was said since, the
  answer is 412 with the sentences of what happened under \`happened\`. What carriers reported meanwhile does not count.
- \`If-None-Match\` on a case: 304 while nothing has happened. Contacts are live and have no tag.
- \`onBehalfOf: "customer"\`: the desk records it for a caller. \`statedAt\`: it happened earlier, at most 24 hours.

Instants are ISO 8601 with an offset; replies are in UTC. Unknown fields are refused with the name that was probably meant.
Texts hold at most 20,000 characters, bodies 128 KiB, files 10 MB. Sentences come in English, whoever asks; codes and values say the same.

## Lists

\`limit\` is at most 200. \`next\` is the \`cursor\` of the next page, \`null\` on the last. Cases come with the one opened last
first, and what is opened while you read moves nothing. They are narrowed by \`status\`, \`track\`, \`level\`, \`waiting\` (what
is waited for, or whose turn it is), \`customer\`, \`reference\`, \`practice\`, \`opened-from\`, \`opened-until\`. Events are read
\`after\` a number; a note for another party is left out, so numbers may have gaps.

## Streams

Server-sent events. On a case the id is the event's number, and \`Last-Event-ID\` or \`after\` says from where to go on. On a
contract the id names instant, case and number; after a break everything you missed comes, as fast as you take it, and events
of the last half minute may come again, told apart by case and number. A burst of more than a hundred cases at once is not
announced: look at the list for those. A comment comes every 15 seconds. Where a token is revoked or expires, or its person
loses the role or the case, nothing more is told and the stream ends within those 15 seconds. A token has 20 streams at most,
a node 500; a reader who owes more than 1 MiB, and everybody when the node stops, is let go and comes back. What ends a
stream is said (\`event: end\`), but to a reader who owes too much.

## The case file

\`GET …/cases/{caseId}/file\` is a whole case for an audit or a claim, \`…/file.pdf\` the same as a paper. It is for those who
have the whole case to do with, not for watchers and stand-ins. A case of more than 400 events, or of more than 256 KiB of
text, comes in parts: \`part\` says how many there are, and \`?part=2\` asks for the next. A part has the clocks that began
with its events.

Each of \`clocks\` is one run of one clock: \`from\` when it counted, \`dueAt\`, the \`reasons\`, and how it \`ended\` by which event:
\`fell\` (its deadline was reached), \`kept\` or \`void\` (a promise), \`stopped\` before it fell due, \`moved\` (counted anew); \`null\`
while it runs. Each of \`events\` is what the record has, and beside it \`sentence\`, \`text\` and, of what a carrier said,
\`carried\`. Without these three and \`digest\` it is the body over which its digest is made: SHA-256, hex, over the digest
before it, a line feed, its number, a line feed, and the rest of the body as JSON with sorted keys and no blanks. The first
follows on the SHA-256 of \`contract/caseId\`. What is for others is there as \`withheld\`, with its digest.
\`record\` says whether Ladder found the whole chain to hold, and the last checkpoint that lists the case.

## Operations

{operations}

\`moveClock\` is there, and in the description, in a demonstration alone. It needs no token, and is for programs on the same
machine; a page of another site is refused. Send \`by\`, a span of time, or \`until\`, an instant; where \`isThere\` is false,
send \`until\` again.

Without a token: \`GET /healthz\` (the process lives), \`GET /readyz\` (503 while the database is away, is not migrated, the
engine does not run, or the node is being stopped). With a token of scope \`metrics\`: \`GET /metrics\`; see
[metrics.md](metrics.md).

## Problems

Every no is \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`, and of our own \`code\`, \`values\`, and
for fields \`problems\` with \`path\`, \`code\` and \`message\`. A case's own refusals (\`case-…\`, see [commands.md](commands.md)) are
409; 403 where it is not your move. Codes never change their meaning.

\`internal-fault\` is a fault of Ladder's own. \`values.undone\` is true where nothing of it was done, false where nobody can
say, absent where nothing was to be done; \`plan\` is where the published plan is, and \`call\` those whom it lets anybody call.
The same request under the same idempotency key is done once, however often it is sent.

{problems}
`;
