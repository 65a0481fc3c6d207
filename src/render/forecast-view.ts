import type { Forecast } from '../core/case/play/forecast.ts';
import { type Catalogue, catalogue, type Language } from '../core/message/catalogue.ts';
import type { PictureWords, Standing } from '../core/message/picture.ts';
import { contactOf } from '../core/plan/asked/lookup.ts';
import { contactName } from '../core/plan/asked/people.ts';
import type { Plan } from '../core/plan/format/schema.ts';
import type { Revision, Step } from '../core/plan/revision/revision.ts';
import type { LadderView, PersonView, RungView } from './ladder-view.ts';

/**
 * The ladder of a forecast as it stands at the opening: level 1 is asked, the next has its clock running, the rest
 * comes later, and what the course never reaches says so.
 */
export function forecastView(
  plan: Plan,
  revision: Revision,
  found: Forecast,
  language: Language,
): LadderView {
  const { track, timeZone, openedAt } = found;
  const words = catalogue(language);
  const rungs = track.steps.map((step, index) => rungOf({ plan, revision, found, words }, step, index));
  const answers = found.rows.flatMap((row) =>
    row.kind === 'answered' ? [{ level: row.by, at: row.at }] : [],
  );
  const notes = [words.picture.supposed({ answers, timeZone })];
  return { id: `ladder-${track.id}`, language, title: track.title, timeZone, openedAt, notes, rungs };
}

/** What a rung is drawn from, and in whose words. */
interface Drawn {
  readonly plan: Plan;
  readonly revision: Revision;
  readonly found: Forecast;
  readonly words: Catalogue;
}

function rungOf(drawn: Drawn, step: Step, index: number): RungView {
  const { revision, found } = drawn;
  const { level } = step;
  const row = found.rows.find((one) => one.level === level && (one.kind === 'opened' || one.kind === 'move'));
  const chosen = row && 'contacts' in row ? row.contacts : undefined;
  return {
    level,
    title: revision.levels[level - 1]?.title ?? '',
    standing: standingOf(index, row !== undefined),
    at: row?.at,
    people: peopleOf(drawn, level, chosen),
    climb: index === 0 ? undefined : climbOf(drawn, step, row?.kind === 'move' && row.automatic),
  };
}

function standingOf(index: number, isReached: boolean): Standing {
  if (!isReached) return 'never';
  return (['reached', 'next'] as const)[index] ?? 'later';
}

function climbOf({ revision, found, words }: Drawn, step: Step, automatic: boolean): RungView['climb'] {
  const { actor, means, when } = step;
  const always = new Set(
    Object.entries(revision.calendars).flatMap(([id, one]) => (one.hours === 'always' ? [id] : [])),
  );
  const below = found.track.steps.findLast((one) => one.level < step.level)?.level;
  const conditions = when.map((condition) =>
    words.forecast.condition(condition, below, { ...revision, always }),
  );
  return { actor, means, automatic, conditions };
}

/** Those chosen; before them the directory seat they stand in for, whose holder differs by customer. */
function peopleOf(
  { plan, revision: { levels, seats }, words: { picture: words } }: Drawn,
  level: number,
  chosen: readonly string[] | undefined,
): readonly PersonView[] {
  const reach = levels[level - 1]?.reach ?? [];
  const own = reach.flatMap((id) => {
    const seat = seats[id];
    return seat?.kind === 'directory' && !chosen?.includes(id) ? [seat.title] : [];
  });
  const others = (chosen ?? reach.filter((id) => seats[id]?.kind !== 'directory')).map((id) =>
    personOf(plan, id, words),
  );
  if (own.length === 0) return others;
  return [
    ...own.map((title) => ({ name: words.ownContact(title), ways: [] })),
    ...others.map(({ name, ways }) => ({ name: words.otherwise(name), ways })),
  ];
}

/** The office number before the mobile one and the address: what a reader in an outage tries first. */
function personOf(plan: Plan, id: string, words: PictureWords): PersonView {
  const contact = contactOf(plan, id);
  const { office, mobile, email } = contact ?? {};
  const ways = [
    office === undefined ? [] : words.call(office),
    mobile === undefined ? [] : words.mobile(mobile),
    email ?? [],
  ].flat();
  return { name: contactName(id, contact), ways };
}
