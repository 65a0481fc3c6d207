import { obligationPath, obligationsPath } from '../../app/views/obligation/obligation-paths.ts';
import type { ObligationHappening, ObligationSheet } from '../../app/views/obligation/obligation-sheet.ts';
import type { RefusalWords } from '../../core/message/case.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { ObligationWords } from '../../core/message/portal/obligations.ts';
import type { ObligationEvent } from '../../core/obligation/event.ts';
import { partiesToMove, wasInTime } from '../../core/obligation/standing.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page, problemBox } from '../frame.tsx';
import { errorSummary } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { confirmation, notice } from '../parts/notices.tsx';
import { timeline } from '../parts/when.tsx';
import { type ActsView, type ObligationField, obligationActs } from './obligation-acts.tsx';
import { standingTag } from './standing-tag.tsx';

interface ObligationView extends Frame {
  readonly sheet: ObligationSheet;
  readonly readerZone: string | undefined;
  readonly formKey: string;
  /** What the reader has just done. */
  readonly done: keyof ObligationWords['one']['done'] | undefined;
  readonly refused: RefusalWords | undefined;
  readonly typed: ActsView['typed'];
  readonly errors: ActsView['errors'];
}

/** One obligation: how it stands, what may be done about it, what was handed over, what has happened. */
export function obligationPage(view: ObligationView): string {
  const { sheet, language, done, refused, errors, typed, formKey } = view;
  const { obligations: words } = catalogue(language);
  const { state } = sheet;
  const wrong = Object.entries(errors) as [ObligationField, string][];
  return page({
    ...view,
    title: state.terms.title,
    caption: words.one.caption(state.terms),
    crumbs: [{ title: words.title, path: obligationsPath(sheet.key.contract) }],
    hasErrors: wrong.length > 0,
    children: (
      <>
        {done && confirmation({ title: words.one.done[done] })}
        {refused && problemBox(refused)}
        {errorSummary(
          wrong.map(([name, error]) => ({ name, error })),
          language,
        )}
        {standingNotices(view)}
        {facts(sheet, language)}
        {sheet.isWhole && evidence(view)}
        {obligationActs({ language, sheet, formKey, typed, errors })}
        {sheet.isWhole ? history(view) : <p class="quiet">{words.one.hidden}</p>}
      </>
    ),
  });
}

function standingNotices({ sheet, language }: ObligationView): Html {
  const { one } = catalogue(language).obligations;
  const { state, standing } = sheet;
  const { proposal, terms, dueOn } = state;
  return (
    <>
      {standing === 'late' &&
        notice({ kind: 'error', language, title: one.late({ dueOn, owner: terms.owner }) })}
      {proposal && notice({ kind: 'warning', language, title: one.proposal(proposal) })}
    </>
  );
}

function facts({ state, standing }: ObligationSheet, language: Language): Html {
  const { one, parties, date } = catalogue(language).obligations;
  const { terms, delivery, plannedOn, dueOn, revisionNumber } = state;
  const waits = partiesToMove(state);
  const inTime = wasInTime(state);
  return summaryList([
    {
      name: one.facts.standing,
      value: (
        <>
          {standingTag(standing, language)} {waits.length > 0 && one.waitsFor({ parties: waits })}
        </>
      ),
    },
    { name: one.facts.due, value: one.until({ dueOn }) },
    { name: one.facts.planned, value: plannedOn === dueOn ? undefined : date(plannedOn) },
    {
      name: one.facts.done,
      value: delivery && (inTime ? one.inTime : one.notInTime)({ doneOn: delivery.doneOn }),
    },
    { name: one.facts.owner, value: parties[terms.owner] },
    { name: one.facts.acceptedBy, value: parties[terms.acceptedBy] },
    { name: one.facts.note, value: terms.note },
    { name: one.facts.revision, value: String(revisionNumber) },
  ]);
}

function evidence({ sheet, language }: ObligationView): Html {
  const { one } = catalogue(language).obligations;
  const links = sheet.happenings.flatMap(({ event }) => (event.type === 'Delivered' ? event.links : []));
  const path = obligationPath(sheet.key);
  return (
    <section>
      <h2>{one.evidence}</h2>
      {sheet.files.length + links.length === 0 ? (
        <p>{one.noEvidence}</p>
      ) : (
        <ul>
          {sheet.files.map(({ fileId, name, erasedAt }) => (
            <li>
              {name === undefined || erasedAt !== undefined ? (
                one.erased
              ) : (
                <a href={`${path}/files/${encodeURIComponent(fileId)}`}>{name}</a>
              )}
            </li>
          ))}
          {[...new Set(links)].map((link) => (
            <li>
              <a href={link} rel="noreferrer nofollow" class="breaks">
                {link}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function history({ sheet, language, readerZone }: ObligationView): Html {
  const { one, events, parties } = catalogue(language).obligations;
  const { timeZone } = sheet.state;
  const titleOf = (event: ObligationEvent): string =>
    (events[event.type] as (e: ObligationEvent) => string)(event);
  const who = ({ by, actor }: ObligationEvent): string | undefined =>
    by === 'ladder' ? undefined : `${sheet.names.get(by) ?? by}, ${parties[actor]}`;
  return (
    <section>
      <h2>{one.history}</h2>
      {timeline(
        sheet.happenings.map((happening) => {
          const { event } = happening;
          const name = who(event);
          return {
            title: titleOf(event),
            when: { at: event.at, timeZone, readerZone, language },
            isStrong: STRONG.has(event.type),
            children: (
              <>
                {name !== undefined && <p class="quiet small">{name}</p>}
                {saidPart(happening, one.erased)}
              </>
            ),
          };
        }),
      )}
    </section>
  );
}

const STRONG: ReadonlySet<ObligationEvent['type']> = new Set([
  ...(['Delivered', 'Accepted', 'SentBack', 'BecameLate', 'ChangeAgreed', 'ObligationDropped'] as const),
]);

/** What was typed; of a file that is its name, which its title says. */
function saidPart({ event, text, textErased }: ObligationHappening, erased: string): Child {
  if (event.type === 'FileAttached') return undefined;
  if (textErased) return <p class="quiet">{erased}</p>;
  return text === undefined ? undefined : <p class="typed">{text}</p>;
}
