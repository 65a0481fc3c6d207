import type { OverviewView } from '../../app/views/overview-view.ts';
import type { WaitingKind } from '../../core/case/waiting-for.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { table } from '../parts/lists.tsx';
import { emptyState } from '../parts/notices.tsx';

type OpenGroup = OverviewView['open'][number];

interface OpenNow {
  readonly language: Language;
  readonly view: OverviewView;
}

/** What is open at this moment: how much, where it stands, and whose turn it is. */
export function openNow({ language, view }: OpenNow): Html {
  const { open: words } = catalogue(language).overview;
  const { open } = view;
  return (
    <section aria-labelledby="open">
      <h2 id="open">{words.title}</h2>
      {open.length === 0 ? (
        emptyState({ title: words.none })
      ) : (
        <>
          {figures(open, language)}
          {byLevel(open, view, language)}
          {byTurn(open, language)}
        </>
      )}
      <p class="quiet">{words.about}</p>
    </section>
  );
}

const sum = (groups: readonly OpenGroup[], of: (group: OpenGroup) => number): number =>
  groups.reduce((total, group) => total + of(group), 0);

const isLate = ({ waitingKind }: OpenGroup): boolean => waitingKind === 'move';

/** The three numbers that matter in the morning, each with what it means. */
function figures(open: readonly OpenGroup[], language: Language): Html {
  const { open: words, number } = catalogue(language).overview;
  const late = open.filter(isLate);
  const shown = [
    { name: words.total, value: sum(open, ({ cases }) => cases), about: '' },
    { name: words.dueToday, value: sum(open, ({ dueToday }) => dueToday), about: words.dueTodayAbout },
    {
      name: words.late,
      value: sum(late, ({ cases }) => cases),
      about: words.lateAbout,
    },
  ];
  return (
    <dl class="figures">
      {shown.map(({ name, value, about }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            <strong class="figure">{number(value)}</strong>
            {about !== '' && <span class="quiet"> {about}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function byLevel(open: readonly OpenGroup[], { places }: OverviewView, language: Language): Html {
  const { open: words, labels, number } = catalogue(language).overview;
  const levels = [...new Set(open.map(({ level }) => level))].sort((a, b) => a - b);
  const tracks = [...new Set(open.map(({ track }) => track))];
  const cell = (groups: readonly OpenGroup[]): Child => number(sum(groups, ({ cases }) => cases));
  const row = (name: string, groups: readonly OpenGroup[]): readonly Child[] => [
    name,
    ...levels.map((level) => cell(groups.filter((one) => one.level === level))),
    cell(groups),
  ];
  const titleOf = (track: string): string =>
    (Object.hasOwn(places.tracks, track) ? places.tracks[track]?.title : undefined) ?? track;
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
        ),
      ),
      ...(tracks.length > 1 ? [row(labels.all, open)] : []),
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
