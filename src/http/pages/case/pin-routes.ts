import type { FastifyInstance } from 'fastify';
import { cleanText } from '../../../app/mail-text.ts';
import { pinSight, replacePin } from '../../../app/telephone/case-pin.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { MADE_SURE_MAX, pinPage } from '../../../portal/case-extras/pin-page.tsx';
import { ourLine } from '../../telephone/our-line.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { headOf, namedCase } from './beside.ts';

/** The PIN of a case for calls and texts, and another in its place. Where nobody can ring there is none. */
export function pinRoutes(server: FastifyInstance, parts: PageParts, path: string): void {
  signedPage(server, parts, { method: 'GET', path: `${path}/pin` }, (visit) => shown(visit, 200));
  signedPage(server, parts, { method: 'POST', path: `${path}/pin` }, replaced);
}

async function shown(visit: SignedVisit, status: number, error?: string): Promise<PageAnswer> {
  const { parts, visitor, query, form } = visit;
  const line = ourLine(parts);
  const found = await namedCase(visit);
  const sight = line && found && (await pinSight(line, visitor.caller, found.key));
  if (!line || !found || !sight) return 'missing';
  const html = pinPage({
    ...headOf(visit, found),
    ...{ number: line.number, takes: line.takes, caseId: found.key.caseId, ...sight },
    ...{ isDone: query.text('done') !== '', madeSure: form.text('madeSure'), error },
  });
  return { html, status };
}

async function replaced(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, form, language } = visit;
  const line = ourLine(parts);
  const found = await namedCase(visit);
  const sight = line && found && (await pinSight(line, visitor.caller, found.key));
  if (!line || !found || !sight) return 'missing';
  const madeSure = cleanText(form.text('madeSure'));
  const isTold = madeSure !== '' && madeSure.length <= MADE_SURE_MAX;
  if (sight.isForCaller && sight.telling && !isTold)
    return shown(visit, 422, catalogue(language).telephone.pin.madeSureMissing);
  const done = await replacePin(line, visitor.caller, found.key, madeSure);
  if (done.is === 'unseen') return 'missing';
  if (done.is === 'noTelephone') return shown(visit, 409);
  return { seeOther: `${headOf(visit, found).casePath}/pin?done=replaced` };
}
