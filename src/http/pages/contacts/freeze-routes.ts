import type { FastifyInstance } from 'fastify';
import { changeToFreeze, goOnWithChange } from '../../../app/contacts/go-on.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import type { ContactProblem } from '../../../core/message/portal/contacts.ts';
import { freezePage, frozenPage } from '../../../portal/contacts/changes-pages.tsx';
import { wordPage } from '../../../portal/frame.tsx';
import { linkFrame } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage } from '../page-route.ts';
import type { PageAnswer, Visit } from '../visit.ts';
import { contactPartsOf } from './contact-visit.ts';

/** Behind the link of whoever was reached before: looking changes nothing, the button holds the change up. */
export function freezeRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/contact-change/:token' }, look);
  openPage(server, parts, { method: 'POST', path: '/contact-change/:token' }, freeze);
}

async function look(visit: Visit): Promise<PageAnswer> {
  const found = await foundBy(visit);
  if (!found) return 'missing';
  const { kept, problem, frame, name } = found;
  if (problem) return over(found, problem);
  return { html: freezePage({ frame, name, field: kept.state.field, formPath: visit.request.url }) };
}

async function freeze(visit: Visit): Promise<PageAnswer> {
  const found = await foundBy(visit);
  if (!found) return 'missing';
  const { kept, frame, contractTitle } = found;
  const parts = contactPartsOf(visit.parts, { contract: kept.contract, contractTitle, personId: undefined });
  const gone = await goOnWithChange(parts, kept.change, { type: 'freeze' });
  if (!gone) return 'missing';
  return 'problem' in gone ? over(found, gone.problem) : { html: frozenPage(frame) };
}

/** The change that the link is for, its contract, and whose it is, in their language. */
async function foundBy({ parts, params, request }: Visit) {
  const contracts = parts.contractsFor({ kind: 'terminal' });
  const found = await changeToFreeze({ contracts }, params.token ?? '');
  if (!found) return undefined;
  const { contract, state } = found.kept;
  const [listed] = await parts.reading.contracts(contract);
  const [person] = await contracts.transaction((tx) => tx.people(contract, [state.personId]));
  return {
    ...found,
    contractTitle: listed?.title ?? contract,
    name: person?.name ?? state.personId,
    frame: linkFrame(parts, request, person?.language),
  };
}

function over({ frame }: { frame: Parameters<typeof wordPage>[0] }, problem: ContactProblem): PageAnswer {
  return { html: wordPage(frame, catalogue(frame.language).contacts.problems[problem]), status: 410 };
}
