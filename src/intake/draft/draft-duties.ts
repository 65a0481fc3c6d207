import { partyOf } from '../find/cast.ts';
import type { Cast } from '../find/moves.ts';
import { slugOf } from '../find/people-words.ts';
import type { Found, Said } from '../found.ts';
import type { DraftClocks } from './draft-clocks.ts';
import { askBetween, askWhereTwice, type Drafting, note, quotedFrom, say, sayList } from './drafting.ts';

type Entry = Record<string, unknown>;

/** What the clause demands, as the plan's `requirements`; null where no clause is quoted. */
export function draftRequirements({ demands }: Found, clocks: DraftClocks, drafting: Drafting): Entry | null {
  if (Object.keys(demands).length === 0) return null;
  const at = (key: string): string => `requirements.${key}`;
  const entry: Entry = {
    levels: say(drafting, at('levels'), demands.levels),
    contactFields: sayList(drafting, at('contactFields'), demands.contactFields),
    availability: say(drafting, at('availability'), demands.availability),
    posting: null,
    sections: sayList(drafting, at('sections'), demands.sections),
  };
  const place = say(drafting, at('posting.place'), demands.postingPlace);
  const days = say(drafting, at('posting.within.days'), demands.postingDays);
  if (place !== null || days !== null) {
    entry.posting = { place, within: days === null ? null : { days, after: 'execution' } };
  }
  for (const key of ['longestAtLevel', 'updateEvery'] as const) {
    if (demands[key]) entry[key] = say(drafting, at(key), demands[key]);
  }
  if (demands.expedited)
    entry.expedited = { triggers: sayList(drafting, at('expedited.triggers'), demands.expedited) };
  const reissue = reissueOf({ demands }, clocks, drafting);
  if (reissue.length > 0) entry.reissue = reissue;
  return entry;
}

function reissueOf(
  { demands }: Pick<Found, 'demands'>,
  clocks: DraftClocks,
  drafting: Drafting,
): readonly Entry[] {
  const { reissueYearly: yearly, reissueAfterChange: change } = demands;
  const entries: Entry[] = [];
  if (yearly) {
    entries.push({ every: '365 days', after: 'publication' });
    note(drafting, 'requirements.reissue.1.every', '365 days', yearly.at);
  }
  if (change) {
    const path = `requirements.reissue.${entries.length + 1}`;
    const days = Number.parseInt(change.value, 10);
    const isBusiness = change.value.includes('business');
    if (isBusiness) clocks.usesDays(change.at);
    entries.push({ days, ...(isBusiness ? { of: 'business' } : {}), after: 'change' });
    note(drafting, `${path}.days`, days, change.at);
    if (isBusiness) note(drafting, `${path}.of`, 'business', change.at);
    note(drafting, `${path}.after`, 'change', change.at);
    askDays(change, path, drafting);
  }
  return entries;
}

/** Other days in another place: of them alone where they are of one kind, of business days and others as a whole. */
function askDays(change: Said, path: string, drafting: Drafting): void {
  const all = [change, ...(change.others ?? [])];
  const kinds = new Set(all.map(({ value }) => value.includes('business')));
  if (kinds.size > 1) askWhereTwice(drafting, path, change);
  else if (all.length > 1) {
    const days = all.map(({ value, at }) => ({ value: Number.parseInt(value, 10), at }));
    askBetween(drafting, `${path}.days`, days);
  }
}

/** Who does what, as the document lists it. */
export function draftRoles({ roles }: Found, cast: Cast, drafting: Drafting): readonly Entry[] | null {
  if (roles.length === 0) return null;
  return roles.map(({ role, does }, index) => {
    const path = `roles.${index + 1}`;
    note(drafting, `${path}.role`, role.value, role.at);
    return {
      role: role.value,
      party: partyOf(role.value, cast) ?? null,
      does: sayList(drafting, `${path}.does`, does),
    };
  });
}

/** What the parties owe: what the document lists, after what its clause has of itself. */
export function draftObligations(
  { demands, obligations }: Found,
  cast: Cast,
  drafting: Drafting,
): readonly Entry[] | null {
  const entries: Entry[] = [];
  const ids = new Set<string>();
  const put = (id: string, entry: Entry): string => {
    let free = id || 'obligation';
    for (let number = 2; ids.has(free); number++) free = `${id}-${number}`;
    ids.add(free);
    entries.push({ id: free, ...entry });
    return `obligations.${entries.length}`;
  };
  if (demands.postingDays) {
    const title = demands.heading?.value ?? 'Escalation process';
    const due = { days: demands.postingDays.value, after: 'execution' };
    const path = put(slugOf(title), {
      kind: 'deliverable',
      title,
      due,
      owner: 'contractor',
      acceptedBy: null,
    });
    if (demands.heading) note(drafting, `${path}.title`, title, demands.heading.at);
    say(drafting, `${path}.due.days`, demands.postingDays);
    note(drafting, `${path}.due.after`, due.after, demands.postingDays.at);
  }
  if (demands.current) {
    const title = demands.current.value;
    const path = put('plan-current', {
      kind: 'commitment',
      title,
      due: null,
      owner: 'contractor',
      acceptedBy: null,
    });
    say(drafting, `${path}.title`, demands.current);
  }
  for (const { kind, title, due, owner } of obligations) {
    const party = owner ? (partyOf(owner.value, cast) ?? null) : null;
    const path = put(slugOf(title.value), {
      kind,
      title: title.value,
      due: due?.value ?? null,
      owner: party,
      acceptedBy: null,
    });
    note(drafting, `${path}.title`, title.value, title.at);
    if (due) sayDue(due, `${path}.due`, drafting);
    if (owner && party) note(drafting, `${path}.owner`, party, owner.at);
  }
  return entries.length > 0 ? entries : null;
}

type SaidDue = NonNullable<Found['obligations'][number]['due']>;

/** When something is due: a date, or a day of every month. */
function sayDue(due: SaidDue, path: string, drafting: Drafting): void {
  const written = ({ value }: SaidDue): string =>
    typeof value === 'string' ? value : `monthly ${value.monthly}`;
  const isDate = typeof due.value === 'string';
  note(drafting, isDate ? path : `${path}.monthly`, written(due).replace('monthly ', ''), due.at);
  const readings = [due, ...(due.others ?? [])].map((one) => ({ value: written(one), at: one.at }));
  if (readings.length > 1) askBetween(drafting, path, readings);
}

/** What the clause demands and the document does not have. */
export function findMissing(
  found: Found,
  plan: Entry,
  idOf: ReadonlyMap<Found['cards'][number], string>,
  drafting: Drafting,
): void {
  const { demands, cards } = found;
  const missing = (demand: string, at = demands.heading?.at): void => {
    const quotes = at ? [quotedFrom(at)] : [];
    drafting.findings.push({ code: 'import-demand-missing', about: demand, values: { demand }, quotes });
  };
  const levels = plan.levels as readonly Entry[];
  if (demands.levels && levels.length < demands.levels.value) missing('levels', demands.levels.at);
  for (const { value: field, at } of demands.contactFields ?? []) {
    if (field === 'responsibility') {
      for (const [index, level] of levels.entries()) {
        if (level.responsibility === null) missing(`levels.${index + 1}.responsibility`, at);
      }
      continue;
    }
    for (const card of cards) {
      if (card.level === undefined || (card.fields[field] ?? []).length > 0) continue;
      missing(`contacts.${idOf.get(card)}.${field}`, at);
    }
  }
  for (const key of ['longestAtLevel', 'updateEvery'] as const) {
    const isPromised = found.tracks.some(({ promises }) => promises.some((one) => one.key === key));
    if (demands[key] && !isPromised) missing(`promises.${key}`, demands[key].at);
  }
  if (demands.expedited) missing('expedited', demands.expedited[0]?.at);
  for (const { value: section, at } of demands.sections ?? []) if (!has(found, section)) missing(section, at);
}

function has({ roles, obligations }: Found, section: string): boolean {
  if (section === 'roles') return roles.length > 0;
  if (section === 'commitmentDates') return obligations.some(({ due }) => due);
  return obligations.some(({ kind }) => kind === section.replace(/s$/, ''));
}
