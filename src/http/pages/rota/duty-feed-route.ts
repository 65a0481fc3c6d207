import type { FastifyInstance } from 'fastify';
import ical, { ICalEventTransparency } from 'ical-generator';
import { readDutyFeed } from '../../../app/rota/duty-feeds.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import { rotaPath } from '../places.ts';
import { isUnchanged } from '../unchanged.ts';
import type { PageAnswer, Visit } from '../visit.ts';

/** Where a calendar program asks, by an address that nobody can guess. */
export const dutyFeedPath = (token: string): string => `/duty/${token}/duty.ics`;

/** Programs are to ask so often; what is on duty within the hour is on the page. */
const AGAIN_SECONDS = 3_600;

/** Who is on duty, for calendar programs. */
export function dutyFeedRoute(server: FastifyInstance, parts: PageParts): void {
  const route = { method: 'GET', path: '/duty/:token/duty.ics', isBounded: true } as const;
  openPage(server, parts, route, feed);
}

async function feed({ parts, params, request, reply, language: asked }: Visit): Promise<PageAnswer> {
  const read = await readDutyFeed(
    {
      contracts: parts.contractsFor({ kind: 'terminal' }),
      reading: parts.reading,
      answers: parts.links.answers,
    },
    params.token ?? '',
  );
  if (read === 'missing') return 'missing';
  void reply.header('referrer-policy', 'no-referrer').header('cache-control', 'private, no-cache');
  if (read === 'gone') {
    void reply.code(410).type('text/plain; charset=utf-8').send(catalogue(asked).dutyFeed.feed.gone);
    return 'sent';
  }
  const { feed: one, contractTitle, language, duties } = read;
  const words = catalogue(language).dutyFeed.feed;
  const { level } = one;
  const calendar = ical({
    name: level === undefined ? words.ownName({ contractTitle }) : words.levelName({ contractTitle, level }),
    prodId: { company: 'Ladder', product: 'Duty', language: language.toUpperCase() },
    ttl: AGAIN_SECONDS,
  });
  const url = `${parts.baseUrl()}${rotaPath(one.contract)}`;
  for (const { uid, from, until, name, rota, sequence, changedAt } of duties)
    calendar.createEvent({
      ...{ id: uid, sequence, stamp: new Date(changedAt), lastModified: new Date(changedAt) },
      ...{ start: new Date(from), end: new Date(until), url },
      summary: level === undefined ? words.ownDuty({ title: rota }) : words.duty({ name, title: rota }),
      // Duty keeps nobody from being asked to a meeting.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  const body = calendar.toString().replaceAll(/\r?\n/g, '\r\n');
  if (isUnchanged(request, reply, body)) return 'sent';
  void reply
    .header('content-disposition', 'inline; filename="duty.ics"')
    .type('text/calendar; charset=utf-8')
    .serializer((sent: unknown) => String(sent))
    .send(body);
  return 'sent';
}
