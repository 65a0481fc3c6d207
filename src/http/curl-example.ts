/** An operation of the description, as far as a call of it is made from that. */
export interface Callable {
  readonly method: string;
  /** With the names of its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly example?: unknown;
  }[];
  readonly body: { readonly type: string; readonly example: unknown } | undefined;
  /** The type of what comes back. */
  readonly replyType: string;
  /** It is asked with a token. */
  readonly isSecured: boolean;
}

/**
 * A line for a shell that calls an operation with its examples: the names are those of the demonstration, and the
 * token is taken from `LADDER_TOKEN`.
 *
 *     curl -X POST 'http://localhost:8080/api/v1/contracts/…/cases/100001/asks' \
 *       -H "Authorization: Bearer $LADDER_TOKEN" \
 *       -H 'Content-Type: application/json' \
 *       -d '{"text":"Is there any news?"}'
 */
export function curlExample(
  { method, path, parameters, body, replyType, isSecured }: Callable,
  baseUrl: string,
): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const { name, in: place, example } of parameters) {
    if (example === undefined) continue;
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(String(example)));
    if (place === 'query') query.set(name, String(example));
  }
  const url = `${baseUrl}${filled}${query.size === 0 ? '' : `?${query}`}`;
  return [
    `curl ${flagsOf(method, replyType)}${quoted(url)}`,
    ...(isSecured ? ['-H "Authorization: Bearer $LADDER_TOKEN"'] : []),
    ...(body === undefined ? [] : [`-H ${quoted(`Content-Type: ${body.type}`)}`, sent(body)]),
  ].join(' \\\n  ');
}

/** A stream is shown as it comes, and what is no text goes into a file. */
function flagsOf(method: string, replyType: string): string {
  if (method !== 'get') return `-X ${method.toUpperCase()} `;
  if (replyType === 'text/event-stream') return '-N ';
  return /json|yaml|^text\//.test(replyType) ? '' : '-OJ ';
}

const sent = ({ type, example }: NonNullable<Callable['body']>): string =>
  type === 'application/json'
    ? `-d ${quoted(JSON.stringify(example))}`
    : `--data-binary ${quoted(String(example))}`;

/** One word of a shell, whatever is in it. */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
