import type { StartView } from '../../app/views/start/start-view.ts';
import { forecast } from '../../core/case/play/forecast.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { clocksOf } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { contextOf, levelOf } from '../../render/publication/plan-words.ts';
import { type Frame, page, wordPage } from '../frame.tsx';
import { selectField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { reasonsPart } from '../plan/plan-forecast.tsx';
import { hiddenOf, type StatedMoment, startPath, type TypedStart } from './start-form-page.tsx';

interface WhoView extends Frame {
  readonly start: StartView;
}

/** For whom the case is opened, where there is more than one to choose from. */
export function startWhoPage(view: WhoView): string {
  const { start, language } = view;
  const words = catalogue(language).startPage.who;
  if (start.customers.length === 0) return wordPage(view, words.none);
  return page({
    ...view,
    title: start.isOnBehalf ? words.title : words.titleOwn,
    caption: start.contractTitle,
    children: (
      <>
        {start.isOnBehalf && <p>{words.about}</p>}
        <form method="get" action={startPath(start)} accept-charset="utf-8">
          {selectField({
            language,
            name: 'customer',
            label: words.customer,
            options: start.customers.map(({ customerId, name }) => ({ value: customerId, label: name })),
          })}
          {buttonRow([{ label: words.button }])}
        </form>
      </>
    ),
  });
}

/** Of a customer none of whose people can be told. */
export const nobodyCallsPage = (view: WhoView): string =>
  wordPage(
    view,
    catalogue(view.language).startPage.who.nobody({ customerName: view.start.customer?.name ?? '' }),
  );

interface CheckView extends Frame {
  readonly start: StartView;
  readonly typed: TypedStart;
  readonly key: string;
  readonly references: readonly string[];
  readonly stated: StatedMoment | undefined;
}

/** Everything once more before it is sent, and what will happen then. */
export function startCheckPage(view: CheckView): string {
  const { start, typed, key, language } = view;
  const words = catalogue(language).startPage.check;
  return page({
    ...view,
    title: words.title,
    caption: start.customer?.name ?? start.contractTitle,
    children: (
      <>
        <p>{words.about}</p>
        {facts(view)}
        {whatNext(view)}
        {postForm({
          action: startPath(start),
          hidden: hiddenOf(typed, key),
          children: buttonRow([
            { label: words.send, name: 'step', value: 'send' },
            { label: words.change, kind: 'plain', name: 'step', value: 'change' },
          ]),
        })}
      </>
    ),
  });
}

function facts({ start, typed, references, stated, language, readerZone }: CheckView): Html {
  const words = catalogue(language).startPage.check;
  const { tracks } = start.rules;
  const timeZone = clocksOf(start.rules.timeZone, readerZone);
  const reporter = start.reporters.find(({ personId }) => personId === typed.reporter);
  const told = stated ? words.toldAt({ at: stated.at, timeZone }) : words.toldNow;
  return summaryList([
    { name: words.facts.customer, value: start.customer?.name },
    { name: words.facts.reporter, value: reporter?.name ?? reporter?.personId },
    { name: words.facts.track, value: tracks[typed.track]?.title },
    { name: words.facts.text, value: <blockquote>{typed.text.trim()}</blockquote> },
    {
      name: words.facts.told,
      value: stated?.isMoved === true ? `${told}. ${words.skipped}` : told,
    },
    { name: words.facts.references, value: references.length > 0 ? references.join(', ') : words.none },
    {
      name: words.facts.automatic,
      value: typed.automatic === '' ? undefined : typed.automatic === 'yes' ? words.yes : words.no,
    },
    { name: words.facts.practice, value: typed.practice ? words.yes : undefined },
  ]);
}

/** By the rules of the plan, as if it were sent now. */
function whatNext({ start, typed, stated, language, readerZone }: CheckView): Html | undefined {
  const { startPage, planPage, forecast: words } = catalogue(language);
  const { rules, customer, now } = start;
  const { forecast: found } = forecast(rules, {
    track: typed.track,
    openedAt: stated?.at ?? now,
    answered: [],
    directory: customer?.accounts ?? {},
    ...(typed.automatic !== '' && { automatic: typed.automatic === 'yes' }),
  });
  if (!found) return undefined;
  const context = contextOf(rules, readerZone);
  const say = words.rows.move;
  const timeZone = clocksOf(rules.timeZone, readerZone);
  return (
    <>
      <h2>{startPage.check.next}</h2>
      <ol>
        {found.rows.flatMap((row) => {
          if (row.kind === 'opened')
            return [
              <li>{startPage.check.asked({ level: planPage.people.level(levelOf(rules, row.level)) })}</li>,
            ];
          if (row.kind !== 'move') return [];
          return [
            <li>
              {startPage.opened.from({ at: row.at, timeZone })} {say(row, context)}
              {reasonsPart(row, context, { language, readerZone })}
            </li>,
          ];
        })}
      </ol>
    </>
  );
}
