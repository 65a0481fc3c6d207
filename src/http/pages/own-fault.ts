import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../../app/ports/sessions.ts';
import { planView } from '../../app/views/plan/plan-view.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Frame } from '../../portal/frame.tsx';
import { ownFaultPage } from '../../portal/own-fault-page.tsx';
import { type KeptPlan, keptPlan } from '../../render/publication/kept-plan.ts';
import { isAtHome } from '../at-home.ts';
import { undoneBy } from '../note-fault.ts';
import { linkFrame, sendPage } from './guards.ts';
import type { PageParts } from './page-parts.ts';
import { peopleOf, readerFrame, visitorIn } from './reader-frame.ts';
import { typedForm } from './typed-form.ts';
import type { Visitor } from './visit.ts';

/** What failed: what to say of it, and the status that it has. */
interface Failed {
  readonly error: unknown;
  readonly status: number;
  /** Undefined: nothing is known of it but its number. */
  readonly words: RefusalWords | undefined;
}

/**
 * Answers where Ladder fails by a fault of its own: that it did, what became of what was sent, and whom to call. Of what
 * this page is made anything may be what failed, so each part of it is left out rather than missed.
 */
export async function sayOwnFault(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { error, status, words }: Failed,
): Promise<FastifyReply> {
  const session = await parts.sessions.of(request.headers.cookie).catch(() => undefined);
  const contract = contractOf(request, session);
  const visitor = session && contract !== undefined ? visitorIn(session, contract) : undefined;
  const frame = frameOf(parts, request, session, visitor);
  const { ownFault } = catalogue(frame.language).pages;
  return sendPage(
    reply,
    status,
    ownFaultPage({
      ...frame,
      words: words ?? { message: ownFault.title, advice: ownFault.about({ requestId: request.id }) },
      undone: undoneBy(error, request),
      typed: await typedIn(request),
      plans: await plansFor(parts, request, contract, visitor),
    }),
  );
}

/** The contract of the page that was asked for, else the one that its reader belongs to. */
function contractOf({ params }: FastifyRequest, session: Session | undefined): string | undefined {
  const { contract } = (params ?? {}) as { readonly contract?: string };
  return contract ?? (session && peopleOf(session)[0]?.contract);
}

/** Without the page's own path: it may be that of a link, which is a secret, and a form's cannot be come back to. */
function frameOf(
  parts: PageParts,
  request: FastifyRequest,
  session: Session | undefined,
  visitor: Visitor | undefined,
): Frame {
  if (!session) return linkFrame(parts, request);
  const { path: _, ...frame } = readerFrame(parts, request, session, visitor);
  return frame;
}

/** Of a button alone there is nothing that would be lost. */
async function typedIn(request: FastifyRequest): ReturnType<typeof typedForm> {
  const typed = await typedForm(request).catch(() => undefined);
  return typed && (typed.fields.length > 0 || typed.file) ? typed : undefined;
}

/** The plan with all numbers that its reader may see; where it cannot be read, the copies that anybody may. */
async function plansFor(
  parts: PageParts,
  request: FastifyRequest,
  contract: string | undefined,
  visitor: Visitor | undefined,
): Promise<readonly KeptPlan[]> {
  if (parts.isDemonstration && !isAtHome(request, parts.baseUrl())) return [];
  const plan =
    visitor && (await planView(parts, visitor.caller.contract, visitor.caller).catch(() => undefined));
  if (plan) {
    const address = `${parts.baseUrl()}/plans/${encodeURIComponent(plan.contract.contract)}`;
    return [keptPlan({ plan, address })];
  }
  const kept = contract === undefined ? undefined : parts.kept.of(contract);
  return kept ? [kept] : parts.kept.all();
}
