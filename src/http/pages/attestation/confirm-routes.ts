import type { FastifyInstance } from 'fastify';
import { confirmPath } from '../../../app/attestation/attestation-paths.ts';
import { type AttestationLook, attestByLink, lookAtAttestation } from '../../../app/attestation/by-link.ts';
import { attest } from '../../../app/attestation/handle-attestations.ts';
import { CONTACT_RIGHTS } from '../../../app/authorise.ts';
import type { AttestationRefusal } from '../../../core/attestation/refusal.ts';
import { DETAILS, type Detail } from '../../../core/attestation/standing.ts';
import type { RefusalWords } from '../../../core/message/case.ts';
import { catalogue, type Language } from '../../../core/message/catalogue.ts';
import {
  type Confirming,
  confirmedPage,
  confirmPage,
  deadConfirmPage,
  nothingToConfirmPage,
} from '../../../portal/attestation/confirm-pages.tsx';
import { linkFrame } from '../guards.ts';
import type { PageParts } from '../page-parts.ts';
import { openPage, signedPage } from '../page-route.ts';
import { ownContactPath } from '../places.ts';
import type { Fields, PageAnswer, SignedVisit, Visit } from '../visit.ts';

const UNPROCESSABLE = 422;
const GONE = 410;

/** One's own details, confirmed by the link of a mail or signed in; looking changes nothing, the button confirms. */
export function confirmRoutes(server: FastifyInstance, parts: PageParts): void {
  openPage(server, parts, { method: 'GET', path: '/attest/:token' }, look);
  openPage(server, parts, { method: 'POST', path: '/attest/:token' }, confirmByLink);
  const route = { path: '/contracts/:contract/contacts/confirm', roles: CONTACT_RIGHTS.own };
  signedPage(server, parts, { method: 'GET', ...route }, (visit) => show(visit, undefined));
  signedPage(server, parts, { method: 'POST', ...route }, confirm);
}

const chosenIn = (form: Fields): readonly Detail[] =>
  DETAILS.filter((detail) => form.all('detail').includes(detail));

function wordsOf({ code, values }: AttestationRefusal, language: Language): RefusalWords {
  const say = catalogue(language).attestation.refusals[code] as (values: object) => RefusalWords;
  return say(values);
}

async function look({ parts, params, request }: Visit): Promise<PageAnswer> {
  const found = await lookAtAttestation(parts.links.answers, params.token ?? '');
  if (!found) return 'missing';
  const frame = linkFrame(parts, request, found.person.language);
  return linkAnswer(frame, found, request.url, undefined);
}

function linkAnswer(
  frame: ReturnType<typeof linkFrame>,
  look: AttestationLook,
  formPath: string,
  refusal: AttestationRefusal | undefined,
): PageAnswer {
  const { dead, state, contract } = look;
  if (dead !== undefined) return { html: deadConfirmPage(frame, dead, confirmPath(contract)), status: GONE };
  const html = confirmPage({
    ...{ frame, formPath, details: state.open, changePath: ownContactPath(contract) },
    confirming: confirmingOf(look),
    problem: refusal && wordsOf(refusal, frame.language),
  });
  return { html, status: refusal ? UNPROCESSABLE : 200 };
}

const confirmingOf = ({ person, contractTitle, state }: AttestationLook): Confirming => ({
  ...{ name: person.name, contractTitle, state, values: person },
});

async function confirmByLink({ parts, params, request, form }: Visit): Promise<PageAnswer> {
  const done = await attestByLink(parts.links.answers, params.token ?? '', chosenIn(form));
  if (!done) return 'missing';
  const { look: found, answer } = done;
  const frame = linkFrame(parts, request, found.person.language);
  if (answer?.accepted) return { html: confirmedPage(frame, found.state, ownContactPath(found.contract)) };
  return linkAnswer(frame, found, request.url, answer?.refusal);
}

async function show(visit: SignedVisit, refusal: AttestationRefusal | undefined): Promise<PageAnswer> {
  const { parts, visitor, frame, language } = visit;
  const { contract, personId } = visitor.caller;
  const found = await parts.attestations.one({ contract, personId });
  if (!found) return 'missing';
  const { state, person } = found;
  if (state.status === 'none' || state.status === 'released') return { html: nothingToConfirmPage(frame) };
  const html = confirmPage({
    ...{ frame, formPath: confirmPath(contract), changePath: ownContactPath(contract) },
    // Whoever comes by themselves may confirm anew what nobody has asked for.
    details: state.open.length > 0 ? state.open : state.standing.details,
    confirming: { name: visitor.name, contractTitle: visitor.contractTitle, state, values: person },
    problem: refusal && wordsOf(refusal, language),
  });
  return { html, status: refusal ? UNPROCESSABLE : 200 };
}

async function confirm(visit: SignedVisit): Promise<PageAnswer> {
  const { parts, visitor, form, frame } = visit;
  const { contract, personId } = visitor.caller;
  const answer = await attest(
    parts.store,
    { contract, personId },
    { details: chosenIn(form), over: 'portal' },
  );
  if (!answer.accepted) return show(visit, answer.refusal);
  if (answer.state.status === 'none') return 'missing';
  return { html: confirmedPage(frame, answer.state, ownContactPath(contract)) };
}
