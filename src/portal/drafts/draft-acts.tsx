import type { OpenQuestion } from '../../app/views/drafts/open-questions.ts';
import type { Finding } from '../../core/finding.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { DraftFormName } from '../../core/message/portal/drafts.ts';
import { findingName, mayStand, overrideOf } from '../../core/publication/draft-findings.ts';
import { AGREEING } from '../../core/publication/draft-state.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { radioField } from '../parts/choices.tsx';
import { textArea } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { momentField } from '../parts/moment-field.tsx';
import type { DraftOverview } from './draft-page.tsx';

/** What may be done with a draft as it stands, each with its form. */
export function actForms(frame: DraftOverview): readonly Html[] {
  const { view, mayWrite, maySpeak } = frame;
  const { status, agreed } = view.kept.state;
  const isOpen = status === 'draft' || status === 'proposed' || status === 'agreed';
  const speaks = (does: boolean): boolean => maySpeak && does;
  const mine = AGREEING.find((party) => party === frame.party);
  const offered: readonly (readonly [DraftFormName, boolean])[] = [
    ['propose', speaks(status === 'draft')],
    ['agree', speaks(status === 'proposed' && mine !== undefined && !agreed[mine])],
    ['publish', speaks(status === 'agreed')],
    ['sendBack', speaks(status === 'proposed' || status === 'agreed')],
    ['comment', mayWrite],
    ['drop', mayWrite && isOpen],
  ];
  return offered.filter(([, is]) => is).map(([name]) => actForm(frame, name));
}

function actForm(frame: DraftOverview, name: DraftFormName): Html {
  const { language, base, view } = frame;
  const { forms } = catalogue(language).drafts;
  const { title, about, button } = forms[name];
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <p>{about}</p>
      {postForm({
        action: `${base}/${name}`,
        hidden: { base: view.kept.state.textNumber },
        children: (
          <>
            {fieldOf(frame, name)}
            {buttonRow([{ label: button, kind: KINDS[name] }])}
          </>
        ),
      })}
    </section>
  );
}

const KINDS = {
  propose: 'main',
  agree: 'main',
  publish: 'main',
  sendBack: 'plain',
  comment: 'plain',
  drop: 'grave',
} as const satisfies Readonly<Record<DraftFormName, string>>;

function fieldOf({ language, view, wrong, typed }: DraftOverview, name: DraftFormName): Html | undefined {
  const { labels } = catalogue(language).drafts;
  if (name === 'agree') return undefined;
  if (name === 'publish') {
    const error = wrong?.field === 'effectiveAt' ? wrong.error : undefined;
    return momentField({
      ...{ language, name: 'effectiveAt', label: labels.effectiveAt, hint: labels.effectiveAtHint },
      ...{ isOptional: true, timeZone: view.timeZone, error },
      ...{ date: typed.text('effectiveAt-date'), time: typed.text('effectiveAt-time') },
    });
  }
  const asked = {
    propose: labels.note,
    sendBack: labels.reason,
    comment: labels.comment,
    drop: labels.reason,
  };
  const label = asked[name];
  const isOptional = name === 'propose' || name === 'drop';
  const error = wrong?.field === name ? wrong.error : undefined;
  const field = `${name}-text`;
  return namedArea({ language, name: field, label, value: typed.text(field), isOptional, error });
}

/** The forms of the page are many: each field has a name of its own. */
interface NamedArea {
  readonly language: DraftOverview['language'];
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isOptional: boolean;
  readonly error?: string | undefined;
}

const namedArea = (area: NamedArea): Html => textArea({ ...area, rows: 3 });

/** A question with its readings: choosing one writes it into the plan. */
export function questionForm(frame: DraftOverview, { question, at }: OpenQuestion): Html {
  const { language, base, view, mayWrite, wrong, typed } = frame;
  const { questions: words, labels } = catalogue(language).drafts;
  const { about = '', readings = [] } = question;
  const field = `question-${at}`;
  const isWrong = wrong?.field === field;
  const { value: valueWords } = catalogue(language).planPage.questions;
  const choices = readings.map(({ value, quote }, index) => ({
    value: String(index + 1),
    label: words.reading({ value: valueWords({ about, value }), quote }),
  }));
  if (!mayWrite || view.kept.state.status !== 'draft') {
    return (
      <>
        <h3>{words.one({ about })}</h3>
        <ul>
          {choices.map(({ label }) => (
            <li>{label}</li>
          ))}
        </ul>
      </>
    );
  }
  return postForm({
    action: `${base}/settle`,
    hidden: { base: view.kept.state.textNumber, question: at },
    children: (
      <div id={field}>
        {radioField({
          ...{ language, name: `reading-${at}`, label: words.one({ about }), choices },
          chosen: typed.text(`reading-${at}`) || undefined,
          error: isWrong ? wrong?.error : undefined,
        })}
        {namedArea({
          ...{ language, name: `because-${at}`, label: labels.because, isOptional: false },
          value: typed.text(`because-${at}`),
        })}
        {buttonRow([{ label: words.button, kind: 'plain' }])}
      </div>
    ),
  });
}

/** What both parties say about a finding that they let stand, and the form for one who has not. */
export function overrideForm(frame: DraftOverview, finding: Finding, at: number): Html | undefined {
  const { language, base, view, maySpeak, nameOf, typed } = frame;
  const { overrides: words, labels } = catalogue(language).drafts;
  const { state } = view.kept;
  if (!mayStand(finding)) return undefined;
  const given = overrideOf(state.overrides, finding)?.by ?? {};
  const mine = AGREEING.find((party) => party === frame.party);
  const isOpen = state.status === 'draft' || state.status === 'proposed';
  const mayGive = maySpeak && isOpen && mine !== undefined && !given[mine];
  const has = Object.keys(given).length > 0;
  const written = typed.text(`override-${at}`);
  return (
    <>
      {AGREEING.map((party) => {
        const one = given[party];
        if (!one) return has && <p class="quiet">{words.waits({ party })}</p>;
        const name = nameOf(one.by);
        return (
          <p>
            {words.by({ party, name })}: {one.text ?? words.erased}
          </p>
        );
      })}
      {mayGive && (
        <details open={written !== ''}>
          <summary>{words.title}</summary>
          <p>{words.about}</p>
          {postForm({
            action: `${base}/override`,
            hidden: { base: state.textNumber, at, ...findingName(finding) },
            children: (
              <>
                {namedArea({
                  language,
                  name: `override-${at}`,
                  label: labels.reason,
                  value: written,
                  isOptional: false,
                })}
                {buttonRow([{ label: words.button, kind: 'plain' }])}
              </>
            ),
          })}
        </details>
      )}
    </>
  );
}
