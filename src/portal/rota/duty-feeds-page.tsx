import type { RotaView } from '../../app/views/rota/rota-view.ts';
import type { Instant } from '../../core/instant.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { DutyFeedProblem } from '../../core/message/portal/duty-feed.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { radioField } from '../parts/choices.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { table } from '../parts/lists.tsx';
import { confirmation, emptyState } from '../parts/notices.tsx';
import { around, instantPart, type RotaFrame } from './rota-frame.tsx';
import { ownRotas } from './rota-page.tsx';

interface ShownFeed {
  readonly feedId: string;
  readonly level: number | undefined;
  readonly madeAt: Instant;
}

interface FeedsPage {
  readonly frame: RotaFrame;
  readonly view: RotaView;
  readonly feeds: readonly ShownFeed[];
  readonly isEnded: boolean;
  /** The address that was just made. */
  readonly made?: string;
  readonly problem?: DutyFeedProblem;
}

/** What an address may show its reader: their own duty where they have any, and each level that reaches a rota. */
export function feedChoices(
  view: RotaView,
): readonly { readonly value: string; readonly level: number | undefined }[] {
  const levels = [...new Set(view.rotas.flatMap((rota) => rota.levels))].sort((a, b) => a - b);
  return [
    ...(ownRotas(view).length > 0 ? [{ value: 'own', level: undefined }] : []),
    ...levels.map((level) => ({ value: `level-${level}`, level })),
  ];
}

/** One's addresses for calendar programs: the one that was just made, those there are, and a form for another. */
export function dutyFeedsPage(asked: FeedsPage): string {
  const { frame, made, isEnded, problem, feeds } = asked;
  const { language } = frame;
  const words = catalogue(language).dutyFeed;
  const said = problem && words.problems[problem];
  const error = said && `${said.message} ${said.advice}`;
  return around({
    frame,
    title: words.title,
    errors: error === undefined ? [] : [{ name: 'what', error }],
    children: (
      <>
        {isEnded && confirmation({ title: words.ended })}
        {made !== undefined &&
          confirmation({
            title: words.made.title,
            children: (
              <>
                <p>{words.made.about}</p>
                <p class="token">{made}</p>
              </>
            ),
          })}
        <p>{words.about}</p>
        {feeds.length === 0 ? emptyState({ title: words.empty }) : feedTable(asked)}
        {addPart(asked, error)}
      </>
    ),
  });
}

const nameOf = ({ level }: Pick<ShownFeed, 'level'>, { language }: RotaFrame): string => {
  const words = catalogue(language).dutyFeed;
  return level === undefined ? words.own : words.level({ level });
};

function feedTable({ frame, view, feeds }: FeedsPage): Html {
  const words = catalogue(frame.language).dutyFeed;
  const { what, made, act } = words.columns;
  return table({
    caption: words.title,
    isCaptionHidden: true,
    columns: [what, made, act].map((title) => ({ title })),
    rows: feeds.map((one) => [
      nameOf(one, frame),
      instantPart(frame, view, one.madeAt),
      postForm({
        action: `${frame.base}/calendars/${one.feedId}/end`,
        children: buttonRow([{ label: words.end({ name: nameOf(one, frame) }), kind: 'plain' }]),
      }),
    ]),
  });
}

function addPart({ frame, view }: FeedsPage, error: string | undefined): Html {
  const { language, base } = frame;
  const { add } = catalogue(language).dutyFeed;
  const choices = feedChoices(view);
  if (choices.length === 0) return <p>{add.none}</p>;
  return (
    <section>
      <h2>{add.title}</h2>
      {postForm({
        action: `${base}/calendars`,
        children: (
          <>
            {radioField({
              ...{ language, name: 'what', label: add.what, error },
              choices: choices.map(({ value, level }) => ({
                value,
                label: nameOf({ level }, frame),
                hint: level === undefined ? add.ownHint : add.levelHint,
              })),
            })}
            {buttonRow([{ label: add.button }])}
          </>
        ),
      })}
    </section>
  );
}
