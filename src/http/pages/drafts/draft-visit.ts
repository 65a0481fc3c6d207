import type { FastifyInstance } from 'fastify';
import { authoriseDraft } from '../../../app/authorise.ts';
import type { DraftAnswer } from '../../../app/publication/give-draft.ts';
import { type DraftView, draftView } from '../../../app/views/drafts/draft-view.ts';
import { wordPage } from '../../../portal/frame.tsx';
import { draftRefusalWords } from '../../draft-problem.ts';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { DRAFT_ROLES, draftsPath } from '../places.ts';
import type { PageAnswer, PageRoute, SignedVisit } from '../visit.ts';

/** A visit about one draft. */
export interface DraftVisit extends SignedVisit {
  readonly view: DraftView;
  /** Where its page is. */
  readonly base: string;
}

/** A page about drafts, for those who see them; everybody else is told that there is no such page. */
export const draftsPage = (
  server: FastifyInstance,
  parts: PageParts,
  { path, ...route }: Omit<PageRoute, 'roles'>,
  answer: (visit: SignedVisit) => Promise<PageAnswer>,
): void =>
  signedPage(
    server,
    parts,
    { ...route, path: `/contracts/:contract/drafts${path}`, roles: DRAFT_ROLES },
    answer,
  );

/** A page about one of them. */
export const draftPage = (
  server: FastifyInstance,
  parts: PageParts,
  { path, ...route }: Omit<PageRoute, 'roles'>,
  answer: (visit: DraftVisit) => Promise<PageAnswer>,
): void =>
  draftsPage(server, parts, { ...route, path: `/:draft${path}` }, async (visit) => {
    const { contract = '', draft: written = '' } = visit.params;
    if (!/^[1-9]\d{0,6}$/.test(written)) return 'missing';
    const draft = Number(written);
    const view = await draftView(parts, { contract, draft });
    return view ? answer({ ...visit, view, base: `${draftsPath(contract)}/${draft}` }) : 'missing';
  });

/** An answer for whoever may ask for it. Whoever only looks on is told so, before anything is said of their form. */
export const allowed =
  <V extends SignedVisit>(
    command: Exclude<Parameters<typeof authoriseDraft>[1], 'see'>,
    answer: (visit: V) => Promise<PageAnswer>,
  ): ((visit: V) => Promise<PageAnswer>) =>
  async (visit) => {
    const { visitor, frame, language } = visit;
    if (authoriseDraft(visitor.caller, command).allowed) return answer(visit);
    const refusal = { code: 'draft-not-allowed', values: { command } } as const;
    return { status: 403, html: wordPage(frame, draftRefusalWords(refusal, language)) };
  };

/** What a no says, in one piece. */
export function noWords(
  { refusal }: Extract<DraftAnswer, { accepted: false }>,
  { language }: Pick<SignedVisit, 'language'>,
): string {
  const { message, advice } = draftRefusalWords(refusal, language);
  return `${message} ${advice}`;
}
