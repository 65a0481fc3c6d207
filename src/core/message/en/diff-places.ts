import type { Place, PlaceKind, Places, RotaList, Section } from '../../plan/diff/change.ts';

export const nthWords = (nth: number): string => (nth > 1 ? ` (number ${nth})` : '');

const withId = (id: string, name: string | undefined): string =>
  name === undefined ? id : `${name} (${id})`;

/** `1, 2 and 3` */
export const listed = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const step = ({ track, level, nth }: Places['step']): string => `Level ${level} of ${track}${nthWords(nth)}`;

const levelWords = (levels: readonly number[]): string =>
  `level${levels.length === 1 ? '' : 's'} ${listed(levels)}`;

function waiting({ clock, levels }: Places['condition']): string {
  if (clock === 'allSilent') return `, while no answer comes from ${levelWords(levels)}`;
  if (clock === 'anySilent') return `, while one of ${levelWords(levels)} does not answer`;
  return clock === 'unsatisfiedFor' ? ', while the customer is not satisfied' : '';
}

const SECTIONS: Readonly<Record<Section, string>> = {
  pauses: 'The rule on pauses',
  reopening: 'The rule on reopening',
  closing: 'The rule on closing',
  emergency: 'The rule for emergencies',
  contactChanges: 'The rule on changes of contact',
};

const ROTA_LISTS: Readonly<Record<RotaList, string>> = {
  layers: 'Layer',
  timeOff: 'Time off',
  swaps: 'Swap',
  overrides: 'Override',
};

const PLACES: { readonly [K in PlaceKind]: (values: Places[K]) => string } = {
  plan: () => 'The plan',
  document: () => 'The document',
  section: ({ section }) => SECTIONS[section],
  contract: () => 'The contract',
  requirements: () => 'What is required',
  party: ({ party }) => `The party ${party}`,
  history: ({ version, nth }) => `Version ${version} in the history${nthWords(nth)}`,
  question: ({ about, nth }) => `The question about ${about}${nthWords(nth)}`,
  settlement: ({ about, nth }) => `The settlement of the question about ${about}${nthWords(nth)}`,
  reading: ({ about, nth, number }) => `Reading ${number} of the question about ${about}${nthWords(nth)}`,
  calendar: ({ id }) => `The calendar ${id}`,
  contact: ({ id, name }) => `The contact ${withId(id, name)}`,
  rota: ({ id, title }) => `The rota ${withId(id, title)}`,
  rotaEntry: ({ rota, list, number }) => `${ROTA_LISTS[list]} ${number} of the rota ${rota}`,
  level: ({ number, title }) => (title === undefined ? `Level ${number}` : `Level ${number}, ${title}`),
  track: ({ id, title }) => `The track ${withId(id, title)}`,
  step,
  condition: (values) => `${step(values.step)}${waiting(values)}${nthWords(values.nth)}`,
  promise: ({ track, level, nth }) => `The promise at level ${level} of ${track}${nthWords(nth)}`,
  role: ({ role, nth }) => `The role ${role}${nthWords(nth)}`,
  obligation: ({ id, title, nth }) => `The obligation ${withId(id, title)}${nthWords(nth)}`,
};

/** What something is called at the beginning of a sentence. */
export const placeWords = (place: Place): string =>
  (PLACES[place.kind] as (values: unknown) => string)(place.values);

/** The same where the whole thing came or went, not a value of it. */
export function thingWords(place: Place): string {
  if (place.kind === 'step') return `The step to level ${place.values.level} of ${stepRest(place.values)}`;
  if (place.kind !== 'condition') return placeWords(place);
  const { step: at, nth } = place.values;
  return `A condition for level ${at.level} of ${stepRest(at)}${waiting(place.values)}${nthWords(nth)},`;
}

const stepRest = ({ track, nth }: Places['step']): string => `${track}${nthWords(nth)}`;
