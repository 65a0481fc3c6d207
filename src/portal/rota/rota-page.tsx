import { AHEAD_DAYS, dutyNow, ownDuty } from '../../app/views/rota/duty-view.ts';
import { type NamedRota, type RotaView, rotaPeople } from '../../app/views/rota/rota-view.ts';
import { awayAhead } from '../../app/views/rota/time-off-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { buttonRow, linkButton, postForm } from '../parts/form.tsx';
import { summaryList, table } from '../parts/lists.tsx';
import { emptyState, notice } from '../parts/notices.tsx';
import { changesPart } from './changes-part.tsx';
import { dutyPlan, type ShownPlan } from './duty-plan.tsx';
import { around, instantPart, type RotaFrame } from './rota-frame.tsx';

interface RotaPage {
  readonly frame: RotaFrame;
  readonly view: RotaView;
  /** The rota whose week or month is shown; undefined where the plan has none. */
  readonly shown: ShownPlan | undefined;
  /** Whether the reader is told of their own duty by mail. */
  readonly mails: 'sent' | 'stopped';
}

/** Who is on duty now and next, the reader's own duty, a week or a month of it, and what was changed. */
export function rotaPage({ frame, view, shown, mails }: RotaPage): string {
  const { language, base } = frame;
  const { rota: words } = catalogue(language);
  const hasRotas = view.rotas.length > 0;
  return around({
    frame,
    title: words.title,
    isFirst: true,
    children: (
      <>
        <p>{words.about}</p>
        {askedOf(frame, view)}
        {hasRotas ? (
          <>
            {youPart(frame, view, mails)}
            <section>
              <h2>{words.now.title}</h2>
              {summaryList(
                view.rotas.map((one) => ({ name: rotaName(frame, one), value: nowPart(frame, view, one) })),
              )}
            </section>
            <div class="buttons">
              {view.manages && linkButton({ label: words.acts.override, path: `${base}/override` })}
              {ownRotas(view).length > 0 &&
                linkButton({ label: words.acts.swap, path: `${base}/swap`, kind: 'plain' })}
              <a href={`${base}/coverage`}>{words.coverage.title}</a>
              {readinessLink(frame)}
              <a href={`${base}/calendars`}>{catalogue(language).dutyFeed.title}</a>
              {view.seats.length > 0 && <a href={`${base}/time-off`}>{catalogue(language).timeOff.title}</a>}
            </div>
          </>
        ) : (
          <>
            {emptyState({ title: words.none.title, children: <p>{words.none.about}</p> })}
            <p>
              <a href={`${base}/coverage`}>{words.coverage.title}</a>
            </p>
            <p>{readinessLink(frame)}</p>
          </>
        )}
        {shown && dutyPlan(frame, view, shown)}
        {shown && awayPart(frame, view, shown)}
        {hasRotas && changesPart(frame, view)}
      </>
    ),
  });
}

/** Who of the shown rota has time off in the next weeks. */
function awayPart(frame: RotaFrame, view: RotaView, { rota }: ShownPlan): Html {
  const { away: words } = catalogue(frame.language).timeOff;
  const away = awayAhead(rota, view.now);
  return (
    <section>
      <h2>{words.title}</h2>
      {away.length === 0 ? (
        <p>{words.empty({ count: AHEAD_DAYS })}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [words.columns.name, words.columns.from, words.columns.until].map((title) => ({ title })),
          rows: away.map(({ who, from, until }) => [
            view.nameOf(who),
            instantPart(frame, view, from),
            instantPart(frame, view, until),
          ]),
        })
      )}
    </section>
  );
}

const readinessLink = ({ language, readinessPath: path }: RotaFrame): Html | undefined =>
  path === undefined ? undefined : <a href={path}>{catalogue(language).readiness.link}</a>;

function rotaName({ language }: RotaFrame, { title, levels }: NamedRota): string {
  const { now } = catalogue(language).rota;
  return levels.length === 0 ? title : `${title} (${now.levels({ levels })})`;
}

/** The rotas in which one of the reader's seats has a turn, each with that seat. */
export const ownRotas = (view: RotaView): readonly { readonly rota: NamedRota; readonly seat: string }[] =>
  view.rotas.flatMap((rota) => {
    const people = rotaPeople(rota);
    return view.seats.filter((seat) => people.includes(seat)).map((seat) => ({ rota, seat }));
  });

function youPart(frame: RotaFrame, view: RotaView, mails: RotaPage['mails']): Html | undefined {
  const own = ownRotas(view);
  if (own.length === 0) return undefined;
  const words = catalogue(frame.language).rota.you;
  return (
    <section>
      <h2>{words.title}</h2>
      {own.map(({ rota: { title, rules }, seat }) => {
        const { until, next } = ownDuty(rules, seat, view.now);
        return notice({
          kind: until === undefined ? 'info' : 'warning',
          language: frame.language,
          title: until === undefined ? words.off({ title }) : words.on({ title }),
          children: (
            <>
              {until !== undefined && (
                <p>
                  {words.until} {instantPart(frame, view, until)}.
                </p>
              )}
              {next && (
                <p>
                  {words.next} {instantPart(frame, view, next.from)}.
                </p>
              )}
              {until === undefined && !next && <p>{words.nothing({ count: AHEAD_DAYS })}</p>}
            </>
          ),
        });
      })}
      {mailsPart(frame, mails)}
    </section>
  );
}

function mailsPart({ language, base }: RotaFrame, mails: RotaPage['mails']): Html {
  const { about, button } = catalogue(language).dutyMail.choice[mails];
  const value = mails === 'sent' ? 'stopped' : 'sent';
  return postForm({
    action: `${base}/mails`,
    children: (
      <>
        <p>{about}</p>
        {buttonRow([{ label: button, name: 'mails', value, kind: 'plain' }])}
      </>
    ),
  });
}

function nowPart(frame: RotaFrame, view: RotaView, { rules }: NamedRota): Child {
  const words = catalogue(frame.language).rota.now;
  const { people, next } = dutyNow(rules, view.now);
  const named = (ids: readonly string[]): string =>
    ids.length === 0 ? words.nobody : ids.map(view.nameOf).join(', ');
  return (
    <>
      <strong>{named(people)}</strong>
      {next ? (
        <span>
          , {words.until} {instantPart(frame, view, next.from)}. {words.next}: {named(next.people)}
        </span>
      ) : (
        <span class="quiet"> {words.steady({ count: AHEAD_DAYS })}</span>
      )}
    </>
  );
}

/** Swaps that wait for the reader's word. */
function askedOf(frame: RotaFrame, view: RotaView): Child {
  const { language, base } = frame;
  const { asked, acts } = catalogue(language).rota;
  return view.entries.map((one) => {
    if (one.kind !== 'swap' || one.status !== 'asked') return undefined;
    const [first, second] = one.between;
    if (!view.seats.includes(second.who)) return undefined;
    const time = ({ from, until }: typeof first): Html => (
      <span>
        {instantPart(frame, view, from)} – {instantPart(frame, view, until)}
      </span>
    );
    const title = asked.title({ name: view.nameOf(first.who) });
    return notice({
      ...{ kind: 'warning', language, title },
      children: (
        <>
          {summaryList([
            { name: asked.yours, value: time(second) },
            { name: asked.theirs, value: time(first) },
          ])}
          {postForm({
            action: `${base}/changes/${one.entry}`,
            children: buttonRow([
              { label: acts.accept, name: 'act', value: 'accept' },
              { label: acts.decline, name: 'act', value: 'decline', kind: 'plain' },
            ]),
          })}
        </>
      ),
    });
  });
}
