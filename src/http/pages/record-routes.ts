import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { KeptEvent } from '../../app/ports/reading.ts';
import type { RecordProof } from '../../app/ports/record-look.ts';
import type { CaseKey } from '../../app/ports/store.ts';
import { isId } from '../../app/text-field.ts';
import { isForReader } from '../../app/views/event-view.ts';
import { sightOf } from '../../app/views/sight.ts';
import { parseInstant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { caseRecordPage, recordPage, type ShownProof } from '../../portal/record/record-pages.tsx';
import type { PageParts } from './page-parts.ts';
import { signedPage } from './page-route.ts';
import { RECORD_ROLES, recordPath } from './places.ts';
import type { PageAnswer, SignedVisit } from './visit.ts';

/** The record of a contract, for those who are to trust it. */
export function recordRoutes(server: FastifyInstance, parts: PageParts): void {
  const page = (
    method: 'GET' | 'POST',
    path: string,
    answer: (visit: SignedVisit) => Promise<PageAnswer>,
  ): void =>
    signedPage(
      server,
      parts,
      { method, path: `/contracts/:contract/record${path}`, roles: RECORD_ROLES },
      answer,
    );
  page('GET', '', whole);
  page('POST', '/verify', begin);
  page('GET', '/:case', one);
  page('GET', '/:case/events.json', events);
}

async function whole(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, query, frame } = visit;
  const { contract } = visitor.caller;
  const base = recordPath(contract);
  const wanted = query.text('case').trim();
  if (wanted !== '' && (await seen(visit, wanted))) {
    return { seeOther: `${base}/${encodeURIComponent(wanted)}` };
  }
  const [listed] = await parts.reading.contracts(contract);
  if (!listed) return 'missing';
  const run = parts.record.run();
  const missing = wanted === '' ? undefined : wanted.slice(0, SHOWN_MAX);
  const html = recordPage({
    ...frame,
    base,
    timeZone: listed.timeZone,
    checkpoint: await parts.record.latestCheckpoint(),
    run: run && { ...run, proof: run.proof && shownProof(run.proof, visit) },
    missing,
  });
  return { html, status: missing === undefined ? 200 : 404 };
}

/** So much of what was typed is said back. */
const SHOWN_MAX = 64;

async function begin({ parts, visitor }: SignedVisit): Promise<PageAnswer> {
  await parts.record.begin();
  return { seeOther: recordPath(visitor.caller.contract) };
}

/** A case by its number, where it is in sight. */
async function seen({ parts, visitor }: SignedVisit, caseId: string): Promise<CaseKey | undefined> {
  if (!isId(caseId)) return undefined;
  const key = { contract: visitor.caller.contract, caseId };
  return (await parts.reading.case(key, sightOf(visitor.caller))) && key;
}

/** What of another contract does not hold is said to whoever keeps the installation, and to nobody of this one. */
function shownProof({ broken, ...counts }: RecordProof, { visitor, language }: SignedVisit): ShownProof {
  if (!broken) return { ...counts, broken };
  const { values } = broken;
  if ('contract' in values && values.contract !== visitor.caller.contract) {
    return { ...counts, broken: 'elsewhere' };
  }
  const say = catalogue(language).record.breaks[broken.code] as (given: unknown) => {
    readonly message: string;
    readonly advice: string;
  };
  return { ...counts, broken: say(values) };
}

const LINES_MAX = 100;

async function one(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, params, query, frame } = visit;
  const key = await seen(visit, params.case ?? '');
  const [listed] = key ? await parts.reading.contracts(key.contract) : [];
  if (!key || !listed) return 'missing';
  const { contract, caseId } = key;
  const base = recordPath(contract);
  const asked = query.text('after');
  const after = /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  const kept = await parts.reading.events(key, after, LINES_MAX + 1);
  const shown = kept.slice(0, LINES_MAX);
  const last = kept.length > LINES_MAX ? shown.at(-1) : undefined;
  const proof = await parts.record.verifyCase(key);
  return {
    html: caseRecordPage({
      ...frame,
      base,
      timeZone: listed.timeZone,
      caseId,
      casePath: `${base.replace(/record$/, 'cases')}/${encodeURIComponent(caseId)}`,
      proof: shownProof(proof, { ...visit, visitor }),
      checkpoint: proof.lastCheckpoint,
      events: shown.map(shownEvent),
      older:
        last &&
        `${base}/${encodeURIComponent(caseId)}?${new URLSearchParams({ after: String(last.number) })}`,
    }),
  };
}

const shownEvent = ({ number, body, text, textErased, digest }: KeptEvent) => ({
  number,
  at: parseInstant(String(body.at)),
  type: String(body.type),
  text: textErased ? ('erased' as const) : text === undefined ? ('none' as const) : ('kept' as const),
  digest,
});

async function events(visit: SignedVisit): Promise<PageAnswer> {
  const key = await seen(visit, visit.params.case ?? '');
  if (!key) return 'missing';
  return {
    body: Readable.from(eventsText(visit, key), { objectMode: false }),
    type: 'application/json; charset=utf-8',
    saveAs: `${key.contract}-${key.caseId}-events.json`,
  };
}

const EVENTS_AT_ONCE = 500;

/** Every event as it lies in the record, with its digest; a text said to another party only as its digest. */
async function* eventsText({ parts, visitor }: SignedVisit, key: CaseKey): AsyncGenerator<string> {
  const head = { format: 'ladder-case-events-1', ...key };
  yield `${JSON.stringify(head).slice(0, -1)},"events":[`;
  let after = 0;
  for (;;) {
    const kept = await parts.reading.events(key, after, EVENTS_AT_ONCE);
    for (const [index, one] of kept.entries()) {
      const { number, body, digest, text, textErased } = one;
      const said = text !== undefined && isForReader(one, visitor.caller) ? { text } : {};
      const line = JSON.stringify({ number, ...body, ...said, ...(textErased && { textErased }), digest });
      yield `${after === 0 && index === 0 ? '\n' : ',\n'}${line}`;
    }
    const last = kept.at(-1);
    if (!last || kept.length < EVENTS_AT_ONCE) break;
    after = last.number;
  }
  yield '\n]}\n';
}
