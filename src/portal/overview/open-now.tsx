import type { OverviewView } from '../../app/views/overview-view.ts';
import type { WaitingKind } from '../../core/case/waiting-for.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';

type OpenGroup = OverviewView['open']['groups'][number];

interface OpenNow {
  readonly language: Language;
  readonly view: OverviewView;
  /** Where the contract's cases are listed. */
  readonly casesPath: string;
}

/** What is open at this moment: how much, where it stands, and whose turn it is. */
export function openNow(shown: OpenNow): Html {
  const { language, view } = shown;
  const { open: words } = catalogue(language).overview;
  const { groups } = view.open;
  return (
    <section aria-labelledby="open">
      <h2 id="open">{words.title}</h2>
      {groups.length === 0 ? (
        emptyState({ title: words.none })
      ) : (
        <>
          {figures(shown)}
          {byLevel(shown)}
          {byTurn(groups, language)}
        </>
      )}
      <p class="quiet">{words.about}</p>
    </section>
  );
}

const sum = (groups: readonly OpenGroup[]): number => groups.reduce((total, { cases }) => total + cases, 0);

/** The list of the cases that a number counts: what is counted, and no drills. */
const listOf = (casesPath: string, narrowing: Readonly<Record<string, string>>): string =>
  `${casesPath}?${new URLSearchParams({ status: 'open', practice: 'no', ...narrowing })}`;

/** The three numbers that matter in the morning, each with what it means, and leading to its cases. */
function figures({ language, view: { open }, casesPath }: OpenNow): Html {
  const { open: words, number } = catalogue(language).overview;
  const shown = [
    { name: words.total, value: sum(open.groups), about: '', narrowing: {} },
    {
      name: words.dueToday,
      value: open.dueToday,
      about: words.dueTodayAbout,
      narrowing: { due: 'today', order: 'due' },
    },
    { name: words.late, value: open.late, about: words.lateAbout, narrowing: { due: 'late', order: 'due' } },
  ];
  return (
    <dl class="figures">
      {shown.map(({ name, value, about, narrowing }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <strong class="figure">
              {value === 0 ? number(0) : <a href={listOf(casesPath, narrowing)}>{number(value)}</a>}
            </strong>
            {about !== '' && <span class="quiet"> {about}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function byLevel({ language, view, casesPath }: OpenNow): Html {
  const { open: words, labels, number } = catalogue(language).overview;
  const { places } = view;
  const open = view.open.groups;
  const levels = [...new Set(open.map(({ level }) => level))].sort((a, b) => a - b);
  const tracks = [...new Set(open.map(({ track }) => track))];
  const isKnown = (track: string): boolean => Object.hasOwn(places.tracks, track);
  const cell = (groups: readonly OpenGroup[], narrowing: Readonly<Record<string, string>>): Child => {
    const cases = sum(groups);
    // A list is narrowed to the tracks of today's plan alone.
    const isListed = cases > 0 && (narrowing.track === undefined || isKnown(narrowing.track));
    return isListed ? <a href={listOf(casesPath, narrowing)}>{number(cases)}</a> : number(cases);
  };
  const row = (
    name: string,
    groups: readonly OpenGroup[],
    narrowing: Readonly<Record<string, string>>,
  ): readonly Child[] => [
    name,
    ...levels.map((level) =>
      cell(
        groups.filter((one) => one.level === level),
        { ...narrowing, level: String(level) },
      ),
    ),
    cell(groups, narrowing),
  ];
  const titleOf = (track: string): string =>
    (isKnown(track) ? places.tracks[track]?.title : undefined) ?? track;
  return table({
    caption: words.byLevel,
    columns: [
      { title: labels.track },
      ...levels.map((level) => ({ title: `${labels.level} ${level}`, isNumber: true })),
      { title: labels.all, isNumber: true },
    ],
    rows: [
      ...tracks.map((track) =>
        row(
          titleOf(track),
          open.filter((one) => one.track === track),
          { track },
        ),
      ),
      ...(tracks.length > 1 ? [row(labels.all, open, {})] : []),
    ],
  });
}

function byTurn(open: readonly OpenGroup[], language: Language): Html {
  const { open: words, labels, number } = catalogue(language).overview;
  const turns = new Map<string, { readonly group: OpenGroup; cases: number }>();
  for (const group of open) {
    const name = `${group.waitingKind}/${group.waitingParty ?? ''}`;
    const known = turns.get(name);
    turns.set(name, { group: known?.group ?? group, cases: (known?.cases ?? 0) + group.cases });
  }
  const sorted = [...turns.values()].sort((a, b) => b.cases - a.cases);
  return table({
    caption: words.byTurn,
    columns: [{ title: labels.waitingFor }, { title: labels.cases, isNumber: true }],
    rows: sorted.map(({ group, cases }) => [
      words.waits({ kind: group.waitingKind as WaitingKind, party: group.waitingParty as Party | undefined }),
      number(cases),
    ]),
  });
}
