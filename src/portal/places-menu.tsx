import { catalogue, type Language } from '../core/message/catalogue.ts';
import type { PagesWords } from '../core/message/pages.ts';
import type { Html } from '../render/jsx-runtime.ts';

/** A part of the portal that the navigation leads to. */
export type PlaceName = keyof PagesWords['places'];
type GroupName = keyof PagesWords['placeGroups'];

export interface Place {
  readonly name: PlaceName;
  readonly path: string;
  /** How much waits there, where something does. */
  readonly count?: number | undefined;
}

/** What stands together where there are many places. */
const GROUP_OF: Readonly<Record<PlaceName, GroupName>> = {
  overview: 'contract',
  compliance: 'contract',
  currency: 'contract',
  record: 'contract',
  queue: 'cases',
  mail: 'cases',
  work: 'cases',
  cases: 'cases',
  promises: 'cases',
  start: 'cases',
  contacts: 'directory',
  rota: 'directory',
  readiness: 'directory',
  drills: 'directory',
  customers: 'directory',
  people: 'directory',
  plan: 'plan',
  obligations: 'plan',
  import: 'plan',
  drafts: 'plan',
  admin: 'installation',
  installation: 'installation',
  webhooks: 'installation',
  chats: 'installation',
  outbox: 'installation',
  clock: 'installation',
  problems: 'installation',
  api: 'installation',
};

/** As many places as one row of a desk's screen holds in either language; more stand in groups. */
const ROW_MAX = 8;

interface Menu {
  readonly language: Language;
  /** Places that this reader may go to, in their order. */
  readonly places: readonly Place[];
  /** Where the reader is, as a path without its query. */
  readonly here: string;
}

interface Group {
  readonly name: GroupName;
  readonly places: readonly [Place, ...Place[]];
}

/**
 * The same places twice, of which a screen shows one. Where there is room: a row, or where they are many a row of their
 * groups and below it the places of the group one is in. Else a menu that opens without script and holds them all.
 */
export function placesMenu(menu: Menu): Html {
  const { language, places } = menu;
  const { pages, parts } = catalogue(language);
  const groups = places.length > ROW_MAX ? groupsOf(places) : [];
  return (
    <div class="places">
      <nav class="places-wide" aria-label={pages.navigation}>
        {groups.length > 0 ? rows(menu, groups) : <div class="wrap">{listOf(menu, places)}</div>}
      </nav>
      <details class="places-narrow wrap">
        <summary>{parts.frame.menu}</summary>
        <nav aria-label={pages.navigation}>
          {groups.length > 0 ? groups.map((group) => titled(menu, group)) : listOf(menu, places)}
        </nav>
      </details>
    </div>
  );
}

/** Groups in the order in which the first of each comes. */
function groupsOf(places: readonly Place[]): readonly Group[] {
  const groups = new Map<GroupName, [Place, ...Place[]]>();
  for (const place of places) {
    const name = GROUP_OF[place.name];
    const known = groups.get(name);
    if (known) known.push(place);
    else groups.set(name, [place]);
  }
  return [...groups].map(([name, held]) => ({ name, places: held }));
}

/** A group leads to the first of its places; one that holds no other is called by it. */
function rows(menu: Menu, groups: readonly Group[]): Html {
  const { pages } = catalogue(menu.language);
  const around = groups.find((group) => group.places.some(({ path }) => currentOf(path, menu.here)));
  return (
    <>
      <div class="wrap">
        <ul>
          {groups.map((group) => {
            const [first, ...others] = group.places;
            const isAlone = others.length === 0;
            const within = group === around ? 'true' : undefined;
            return (
              <li>
                <a href={first.path} aria-current={isAlone ? currentOf(first.path, menu.here) : within}>
                  {isAlone ? labelOf(first, menu.language) : pages.placeGroups[group.name]}
                </a>
              </li>
            );
          })}
        </ul>
      </div>
      {around && around.places.length > 1 && (
        <div class="places-within">
          <div class="wrap">{listOf(menu, around.places)}</div>
        </div>
      )}
    </>
  );
}

/** A group in the menu, under its name. */
function titled(menu: Menu, { name, places }: Group): Html {
  const id = `places-${name}`;
  return (
    <>
      <p class="places-title" id={id}>
        {catalogue(menu.language).pages.placeGroups[name]}
      </p>
      {listOf(menu, places, id)}
    </>
  );
}

function listOf({ language, here }: Menu, places: readonly Place[], labelledBy?: string): Html {
  return (
    <ul aria-labelledby={labelledBy}>
      {places.map((place) => (
        <li>
          <a href={place.path} aria-current={currentOf(place.path, here)}>
            {labelOf(place, language)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What a place is called, and how much waits there. */
function labelOf({ name, count = 0 }: Place, language: Language): string {
  const title = catalogue(language).pages.places[name];
  return count > 0 ? `${title} (${count})` : title;
}

/** Whether the reader is at a place, or somewhere in it. */
const currentOf = (place: string, here: string): 'page' | 'true' | undefined => {
  if (place === here) return 'page';
  return here.startsWith(`${place}/`) ? 'true' : undefined;
};
