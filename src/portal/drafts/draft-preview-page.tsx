import type { PlanView } from '../../app/views/plan/plan-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import type { Paper } from '../../render/paper/paper.ts';
import { notice } from '../parts/notices.tsx';
import { blocksHtml, NO_PLACES, sectionHtml } from '../plan/paper-html.tsx';
import { type ForecastOfPlan, forecastSection } from '../plan/plan-forecast.tsx';
import { type DraftFrame, draftFrame } from './draft-frame.tsx';

interface DraftPreview extends DraftFrame {
  /** Undefined where nobody can count its clocks yet. */
  readonly shown:
    | {
        readonly plan: PlanView;
        readonly paper: Paper;
        readonly forecast: Omit<ForecastOfPlan, 'language' | 'path' | 'rules'>;
      }
    | undefined;
}

/** Of these the page of a published plan says what is true only once it is published. */
const ONLY_PUBLISHED: ReadonlySet<string> = new Set(['history', 'about']);

/** What anybody would read if the draft were published now, with what each of its clocks comes to. */
export function draftPreviewPage(frame: DraftPreview): string {
  const { language, shown } = frame;
  const { preview } = catalogue(language).drafts;
  return draftFrame({
    frame,
    part: 'preview',
    errors: [],
    children: (
      <>
        {notice({ kind: 'info', language, title: shown ? preview.about : preview.unfinished })}
        {shown && plan(frame, shown)}
      </>
    ),
  });
}

function plan(
  { language, base }: DraftPreview,
  { plan: { rules }, paper, forecast }: NonNullable<DraftPreview['shown']>,
): Html {
  const places = { language, places: NO_PLACES };
  return (
    <>
      <h2>{paper.title}</h2>
      {blocksHtml(paper.opening, places)}
      {paper.sections
        .filter(({ id }) => !ONLY_PUBLISHED.has(id))
        .map((section) => (
          <>
            {sectionHtml(section, places)}
            {section.id === 'tracks' &&
              forecastSection({ ...forecast, language, path: `${base}/preview`, rules })}
          </>
        ))}
    </>
  );
}
