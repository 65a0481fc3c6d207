import type pg from 'pg';

/** A text asked for the first time may never come again, such as one of a migration, or with a list of its own length. */
const ASKED_BEFORE = 3;
/** Each is kept by every session of the database, with its plan. */
const NAMED_MAX = 300;
/** Texts that are counted before they are named; when there are more, counting begins anew. */
const COUNTED_MAX = 2_000;
/** What has a plan. */
const PLANNED = /^[\s(]*(?:select|with|insert|update|delete)\b/i;

type Query = (...asked: readonly unknown[]) => unknown;

/**
 * Lets the database keep the plan of what is asked again and again: reading and planning our questions takes it several
 * times as long as answering them. Their texts are the program's own and have no values in them, so they are few.
 *
 * A text with several statements is never asked so often.
 */
export function prepareOftenAsked(pool: pg.Pool): void {
  const names = new Map<string, string>();
  const counted = new Map<string, number>();
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Query;
    const asking: Query = (text, values, ...rest) => {
      if (typeof text !== 'string' || !Array.isArray(values)) return query(text, values, ...rest);
      const asked = { name: nameOf(text), text, values };
      return rest.length > 0 ? query(asked, ...rest) : answered(query, asked);
    };
    client.query = asking as typeof client.query;
  });

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined) return known;
    const times = (counted.get(text) ?? 0) + 1;
    if (times < ASKED_BEFORE || names.size >= NAMED_MAX || !PLANNED.test(text)) {
      if (counted.size >= COUNTED_MAX) counted.clear();
      counted.set(text, times);
      return undefined;
    }
    counted.delete(text);
    const name = `asked_${names.size + 1}`;
    names.set(text, name);
    return name;
  }
}

/**
 * The answer as a promise of our own. With the one that `pg` makes, the rows of every answer were kept until the whole heap
 * was marked (measured: all of 57 MB, against 0.3 MB with this), so that what pages need for a moment filled the old space
 * and had it marked every few seconds.
 */
async function answered(query: Query, asked: object): Promise<unknown> {
  try {
    return await new Promise((resolve, reject) => {
      query(asked, undefined, (error: Error | null, result: unknown) =>
        error ? reject(error) : resolve(result),
      );
    });
  } catch (error) {
    // Of who asked, rather than of the socket on which the answer came.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
