import { partyOf } from '../find/cast.ts';
import type { Cast } from '../find/moves.ts';
import { slugOf } from '../find/people-words.ts';
import type { Found } from '../found.ts';
import type { DraftClocks } from './draft-clocks.ts';
import { type Drafting, note, quotedFrom, say } from './drafting.ts';

type Entry = Record<string, unknown>;

/** What the clause demands, as the plan's `requirements`; null where no clause is quoted. */
export function draftRequirements({ demands }: Found, clocks: DraftClocks, drafting: Drafting): Entry | null {
  if (Object.keys(demands).length === 0) return null;
  const at = (key: string): string => `requirements.${key}`;
  const entry: Entry = {
    levels: say(drafting, at('levels'), demands.levels),
    contactFields: say(drafting, at('contactFields'), demands.contactFields),
    availability: say(drafting, at('availability'), demands.availability),
    posting: null,
    sections: say(drafting, at('sections'), demands.sections),
  };
  const place = say(drafting, at('posting.place'), demands.postingPlace);
  const days = say(drafting, at('posting.within.days'), demands.postingDays);
  if (place !== null || days !== null) {
    entry.posting = { place, within: days === null ? null : { days, after: 'execution' } };
  }
  for (const key of ['longestAtLevel', 'updateEvery'] as const) {
    const time = demands[key];
    if (!time) continue;
    note(drafting, at(key), time.span, time.passage);
    entry[key] = time.span;
  }
  if (demands.expedited)
    entry.expedited = { triggers: say(drafting, at('expedited.triggers'), demands.expedited) };
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
    note(drafting, 'requirements.reissue.1', '365 days', yearly.at);
  }
  const days = change && /^(\d+) (business )?days?$/.exec(change.span);
  if (change && days) {
    const isBusiness = days[2] !== undefined;
    if (isBusiness) clocks.usesDays(change.passage);
    entries.push({ days: Number(days[1]), ...(isBusiness ? { of: 'business' } : {}), after: 'change' });
    note(drafting, `requirements.reissue.${entries.length}`, change.span, change.passage);
  }
  return entries;
}

/** Who does what, as the document lists it. */
export function draftRoles({ roles }: Found, cast: Cast, drafting: Drafting): readonly Entry[] | null {
  if (roles.length === 0) return null;
  return roles.map(({ role, does }, index) => {
    const path = `roles.${index + 1}`;
    note(drafting, `${path}.role`, role.value, role.at);
    for (const one of does) note(drafting, `${path}.does`, one.value, one.at);
    return {
      role: role.value,
      party: partyOf(role.value, cast) ?? null,
      does: does.map(({ value }) => value),
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
    note(drafting, `${path}.due`, `${due.days} days after execution`, demands.postingDays.at);
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
    note(drafting, `${path}.title`, title, demands.current.at);
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
    if (due) note(drafting, `${path}.due`, due.value, due.at);
  }
  return entries.length > 0 ? entries : null;
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
  for (const field of demands.contactFields?.value ?? []) {
    if (field === 'responsibility') {
      for (const [index, level] of levels.entries()) {
        if (level.responsibility === null)
          missing(`levels.${index + 1}.responsibility`, demands.contactFields?.at);
      }
      continue;
    }
    for (const card of cards) {
      if (card.level === undefined || (card.fields[field] ?? []).length > 0) continue;
      missing(`contacts.${idOf.get(card)}.${field}`, demands.contactFields?.at);
    }
  }
  for (const key of ['longestAtLevel', 'updateEvery'] as const) {
    const isPromised = found.tracks.some(({ promises }) => promises.some((one) => one.key === key));
    if (demands[key] && !isPromised) missing(`promises.${key}`, demands[key].passage);
  }
  if (demands.expedited) missing('expedited', demands.expedited.at);
  for (const section of demands.sections?.value ?? [])
    if (!has(found, section)) missing(section, demands.sections?.at);
}

function has({ roles, obligations }: Found, section: string): boolean {
  if (section === 'roles') return roles.length > 0;
  if (section === 'commitmentDates') return obligations.some(({ due }) => due);
  return obligations.some(({ kind }) => kind === section.replace(/s$/, ''));
}
