import type { FastifyInstance } from 'fastify';
import type { DraftAnswer } from '../../../app/publication/give-draft.ts';
import { type DraftView, draftView } from '../../../app/views/drafts/draft-view.ts';
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

/** What a no says, in one piece. */
export function noWords(
  { refusal }: Extract<DraftAnswer, { accepted: false }>,
  { language }: Pick<SignedVisit, 'language'>,
): string {
  const { message, advice } = draftRefusalWords(refusal, language);
  return `${message} ${advice}`;
}
