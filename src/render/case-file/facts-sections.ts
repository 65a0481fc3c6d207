import { ANSWERS } from '../../core/case/answer-times.ts';
import type { OpenState, Stop } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { type Cell, type PaperSection, saysSomething, type Words } from '../paper/paper.ts';
import type { FiledCase, FileParts } from './filed-case.ts';

/** The case as it was last open. */
export const openOf = ({ state }: FiledCase): OpenState => (state.status === 'closed' ? state.last : state);

/** An instant on the contract's clocks, to the minute that has begun. */
export const instantPieces = (at: Instant, timeZone: string, language: Language) => [
  { text: catalogue(language).parts.time.at({ at, timeZone }), at },
];

/** What the case is, and how long its customer waited. */
export function caseSection({ file }: FileParts, language: Language): PaperSection {
  const { casePage, caseFile, case: words } = catalogue(language);
  const { facts } = casePage;
  const { facts: own } = caseFile;
  const open = openOf(file);
  const { revision, reporter, owner, openedAt, openedFrom } = open;
  const { timeZone } = revision;
  const at = (instant: Instant): Words => instantPieces(instant, timeZone, language);
  const { people, seats, customerName } = file.faces;
  const { state } = file;
  const all: readonly { readonly name: string; readonly value: Cell }[] = [
    { name: facts.case, value: file.key.caseId },
    { name: facts.references, value: file.references.join(', ') },
    { name: facts.customer, value: customerName ?? open.customer },
    { name: facts.reporter, value: people.get(reporter)?.name ?? reporter },
    { name: facts.contract, value: `${file.contractTitle} (${file.key.contract})` },
    { name: facts.track, value: open.track.title },
    {
      name: facts.revision,
      value:
        file.revisionDigest === undefined
          ? String(revision.number)
          : own.revision({ number: revision.number, digest: file.revisionDigest }),
    },
    { name: facts.opened, value: at(openedAt) },
    { name: facts.counts, value: openedFrom === openedAt ? '' : at(openedFrom) },
    {
      name: facts.owner,
      value:
        owner === undefined
          ? ''
          : ((seats.get(owner) ?? people.get(owner))?.name ?? revision.seats[owner]?.title ?? owner),
    },
    {
      name: facts.automatic,
      value: casePage.automatic[open.automatic === undefined ? 'plan' : open.automatic ? 'on' : 'off'],
    },
    ...ANSWERS.map((kind) => ({ name: own[kind], value: takenCell(file, kind, language) })),
    { name: own.pauses, value: pausesCell(open, language) },
    {
      name: own.closed,
      value:
        state.status === 'open'
          ? ''
          : {
              lines: [
                { words: at(state.closedAt) },
                {
                  words: words.events.CaseClosed(
                    { type: 'CaseClosed', reason: state.reason } as Parameters<
                      typeof words.events.CaseClosed
                    >[0],
                    revision,
                  ),
                  isQuiet: true,
                },
              ],
            },
    },
  ];
  return {
    id: 'case',
    title: facts.heading,
    blocks: [{ is: 'facts', facts: all.filter(({ value }) => saysSomething(value)) }],
  };
}

function takenCell(file: FiledCase, kind: (typeof ANSWERS)[number], language: Language): Cell {
  const { caseFile, overview } = catalogue(language);
  const taken = file.answers[kind];
  if (!taken) return caseFile.facts.notYet;
  const { timeZone } = openOf(file).revision;
  const open = taken.openMs === undefined ? undefined : overview.duration(taken.openMs);
  return {
    lines: [
      { words: instantPieces(taken.at, timeZone, language) },
      { words: caseFile.facts.taken({ plain: overview.duration(taken.plainMs), open }), isQuiet: true },
    ],
  };
}

function pausesCell({ stops, revision }: OpenState, language: Language): Cell {
  const { facts } = catalogue(language).caseFile;
  const { parts } = catalogue(language);
  const pauses = stops.filter(({ kind }) => kind === 'pause');
  if (pauses.length === 0) return facts.pausesNone;
  const on = (at: Instant): string => parts.time.at({ at, timeZone: revision.timeZone });
  const say = ({ reason, from, until, contest }: Stop): string => {
    const said = facts.pause({ reason, from: on(from), until: until === undefined ? undefined : on(until) });
    return contest === 'upheld' ? `${said}. ${facts.pauseUpheld}` : said;
  };
  return { list: pauses.map(say) };
}

/** How far up the case came, and when. */
export function levelsSection({ file }: FileParts, language: Language): PaperSection {
  const { caseFile, casePage } = catalogue(language);
  const { levels: words } = caseFile;
  const { contacted, revision } = openOf(file);
  const { seats, people } = file.faces;
  const nameOf = (id: string): string => {
    const title = revision.seats[id]?.title;
    const name = (seats.get(id) ?? people.get(id))?.name;
    return [title, name].filter((one) => one !== undefined).join(', ') || id;
  };
  const { columns } = words;
  return {
    id: 'levels',
    title: words.title,
    blocks:
      contacted.length === 0
        ? [{ is: 'text', words: words.none }]
        : [
            {
              is: 'table',
              caption: words.title,
              isCaptionHidden: true,
              columns: [columns.level, columns.since, columns.who],
              rows: contacted.map(({ level, from, contacts }) => [
                casePage.reach.level(level, revision),
                instantPieces(from, revision.timeZone, language),
                { list: contacts.map(nameOf) },
              ]),
            },
          ],
  };
}
