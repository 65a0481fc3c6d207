import type { FastifyInstance } from 'fastify';
import ical from 'ical-generator';
import { obligationLines } from '../../../app/views/obligation/obligation-lines.ts';
import { obligationPath } from '../../../app/views/obligation/obligation-paths.ts';
import { agreedPlan } from '../../../app/views/plan/agreed-plan.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { isSettled } from '../../../core/obligation/state.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import { planPath } from '../places.ts';
import type { PageAnswer, Visit } from '../visit.ts';

/** Where calendar programs ask; the published plan says the same dates to anybody. */
export const feedPath = (contract: string): string => `${planPath(contract)}/obligations.ics`;

/** The dates of a contract's obligations as a calendar that programs follow. */
export function feedRoute(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/plans/:contract/obligations.ics' }, feed);
}

/** Only what the plan publishes is in it, and the date that holds: nothing that was handed over or said, nor whether it is late. */
async function feed({ parts, params, language, reply }: Visit): Promise<PageAnswer> {
  const { contract = '' } = params;
  const agreed = await agreedPlan(parts.reading, contract);
  if (!agreed) return 'missing';
  const { obligations: words } = catalogue(language);
  const now = await parts.reading.now();
  const lines = await obligationLines(parts.obligations, { contract, grants: [] }, now);
  const { title } = agreed.contract;
  const calendar = ical({
    name: words.feed.name({ contractTitle: title }),
    prodId: { company: 'Ladder', product: 'Obligations', language: language.toUpperCase() },
  });
  for (const { state } of lines.filter((line) => !isSettled(line.state))) {
    const { terms, dueOn, id } = state;
    calendar.createEvent({
      id: `obligation-${contract}-${id}@ladder`,
      stamp: new Date(now),
      start: dueOn,
      allDay: true,
      summary: terms.title,
      description: `${words.kinds[terms.kind]}. ${words.list.columns.owner}: ${words.parties[terms.owner]}.`,
      url: `${parts.baseUrl()}${obligationPath({ contract, obligationId: id })}`,
    });
  }
  void reply.header('cache-control', 'public, max-age=300');
  return {
    body: calendar.toString().replaceAll(/\r?\n/g, '\r\n'),
    type: 'text/calendar; charset=utf-8',
    saveAs: `${contract}-obligations.ics`,
  };
}
