import type { FastifyRequest } from 'fastify';
import { type Caller, type Grant, ROLES } from '../../app/authorise.ts';
import type { Session, SessionPerson } from '../../app/ports/sessions.ts';
import type { Frame } from '../../portal/frame.tsx';
import type { Place } from '../../portal/places-menu.tsx';
import { languageFor } from './page-language.ts';
import type { PageParts } from './page-parts.ts';
import { zoneFor } from './page-zone.ts';
import { INSTALLATION, keeperPlaces, placesFor, planPath } from './places.ts';
import { ASSETS } from './static-files.ts';
import type { Visitor } from './visit.ts';

/**
 * What stands around a page for whoever asks. On a page of no contract, or of one they are nobody in, their own
 * contract's places still lead them back.
 */
export function readerFrame(
  { isDemonstration }: Pick<PageParts, 'isDemonstration'>,
  request: FastifyRequest,
  session: Session | undefined,
  visitor: Visitor | undefined,
): Frame {
  const home = visitor ?? (session && visitorIn(session, peopleOf(session)[0]?.contract));
  return {
    language: languageFor(request, session?.language ?? home?.language),
    isDemonstration,
    places: placesOf(session, home, isDemonstration),
    assets: ASSETS,
    readerZone: zoneFor(request, home?.timeZone),
    path: request.url,
    helpPath: home ? planPath(home.caller.contract) : '/plans',
    ...(session && {
      visitor: { name: home?.name ?? session.name, contractTitle: home?.contractTitle },
    }),
  };
}

function placesOf(
  session: Session | undefined,
  home: Visitor | undefined,
  isDemonstration: boolean,
): readonly Place[] {
  const isKeeper = session?.isInstallationAdministrator === true;
  if (!home) return isKeeper ? keeperPlaces(isDemonstration, true) : [];
  return [...placesFor(home.caller, isDemonstration), ...(isKeeper ? [INSTALLATION] : [])];
}

/** The same, saying how many mails, calls and texts wait; where none ever comes in, nothing leads to them. */
export async function withHeldMails(
  parts: Pick<PageParts, 'openingMails' | 'openingDomain' | 'telephone' | 'gatewayTexts'>,
  frame: Frame,
  visitor: Visitor | undefined,
): Promise<Frame> {
  if (!visitor || !frame.places.some(({ name }) => name === 'mail')) return frame;
  const count = await parts.openingMails.heldCount(visitor.caller.contract);
  const isEmpty = count === 0 && !takesAnything(parts);
  const places = frame.places.flatMap((place) => {
    if (place.name !== 'mail') return [place];
    return isEmpty ? [] : [{ ...place, count }];
  });
  return { ...frame, places };
}

/** Whether mails, calls or texts come in that the desk may have to look at. */
export const takesAnything = ({
  openingDomain,
  telephone,
  gatewayTexts,
}: Pick<PageParts, 'openingDomain' | 'telephone' | 'gatewayTexts'>): boolean =>
  openingDomain !== undefined || telephone !== undefined || gatewayTexts !== undefined;

/** Who an account is in its contracts. Whoever has no role in one, or none any more, is nobody there. */
export const peopleOf = ({ people }: Session): readonly SessionPerson[] =>
  people.filter(({ grants }) => grants.length > 0);

/** The person an account is in a contract; undefined where it is nobody there, or no contract is named. */
export function visitorIn(session: Session, contract: string | undefined): Visitor | undefined {
  const person = peopleOf(session).find((one) => one.contract === contract);
  if (!person) return undefined;
  const { name, contractTitle, timeZone, language } = person;
  return { session, caller: callerOf(person), name, contractTitle, timeZone, language };
}

/** A person on the road, as the portal brings them. */
const callerOf = ({ contract, personId, grants, seats }: SessionPerson): Caller => ({
  contract,
  personId,
  seats,
  over: 'portal',
  grants: grants.flatMap(({ role, customerId }): Grant[] => {
    const known = ROLES.find((one) => one === role);
    if (!known) return [];
    return [customerId === undefined ? { role: known } : { role: known, customerId }];
  }),
});
