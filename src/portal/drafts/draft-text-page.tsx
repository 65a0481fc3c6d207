import { catalogue } from '../../core/message/catalogue.ts';
import { textArea } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { notice } from '../parts/notices.tsx';
import { findingList } from './draft-findings.tsx';
import { type DraftFrame, draftFrame } from './draft-frame.tsx';

interface DraftText extends DraftFrame {
  readonly mayWrite: boolean;
  readonly typed: string | undefined;
  readonly error: string | undefined;
}

const ROWS = 30;

/** The plan as it is written: to be changed while the draft is open, its lines numbered for the findings. */
export function draftTextPage(frame: DraftText): string {
  const { language, view, base, mayWrite, typed, error } = frame;
  const { edit, labels } = catalogue(language).drafts;
  const { state } = view.kept;
  const isOpen = state.status === 'draft' && mayWrite && state.text !== undefined;
  const { text = '' } = state;
  return draftFrame({
    frame,
    part: 'text',
    errors: error === undefined ? [] : [{ name: 'text', error }],
    children: (
      <>
        {!isOpen && notice({ kind: 'info', language, title: edit.locked })}
        {isOpen &&
          postForm({
            action: `${base}/text`,
            hidden: { base: state.textNumber },
            children: (
              <>
                {textArea({
                  ...{ language, name: 'text', label: labels.yaml, hint: labels.yamlHint, rows: ROWS, error },
                  value: typed ?? text,
                })}
                {buttonRow([{ label: edit.save }])}
              </>
            ),
          })}
        <div
          id="live-findings"
          data-findings-of={isOpen ? 'text' : undefined}
          data-findings-at={`${base}/findings`}
        >
          {findingList({ language, judged: view.judged, textPath: '' })}
        </div>
        <p class="only-read-out" aria-live="polite" id="live-findings-said" />
        <section aria-labelledby="lines">
          <h2 id="lines">{edit.title}</h2>
          <section class="scroll" aria-label={labels.yaml} tabindex={0}>
            <ol class="code-lines">
              {text.split('\n').map((line, at) => (
                <li id={`line-${at + 1}`}>
                  <code>{line}</code>
                </li>
              ))}
            </ol>
          </section>
        </section>
      </>
    ),
  });
}
