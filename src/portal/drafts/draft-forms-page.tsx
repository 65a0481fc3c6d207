import { catalogue } from '../../core/message/catalogue.ts';
import { entriesOf, NEW_ENTRY, PLAN_PARTS, type PlanPart } from '../../core/plan/edit/part-form.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { notice } from '../parts/notices.tsx';
import { type DraftFrame, draftFrame } from './draft-frame.tsx';
import { entryTitle } from './entry-title.ts';

interface DraftForms extends DraftFrame {
  /** Whether the draft is open to whoever looks. */
  readonly isOpen: boolean;
}

/** Every entry of the plan that has a form, part by part. */
export function draftFormsPage(frame: DraftForms): string {
  const { language, view, isOpen } = frame;
  const { planForms: words, edit } = catalogue(language).drafts;
  const { plan } = view.judged;
  const isReadable = Object.keys(plan).length > 0;
  return draftFrame({
    frame,
    part: 'forms',
    errors: [],
    children: (
      <>
        <p>{words.about}</p>
        {!isOpen && notice({ kind: 'info', language, title: edit.locked })}
        {isReadable
          ? PLAN_PARTS.map((part) => partSection(frame, plan, part))
          : notice({ kind: 'warning', language, title: words.unreadable })}
      </>
    ),
  });
}

function partSection({ language, base, isOpen }: DraftForms, plan: Plan, part: PlanPart): Html {
  const words = catalogue(language).drafts.planForms;
  const entries = entriesOf(plan, part);
  const path = (key: string): string => `${base}/forms/${part}/${encodeURIComponent(key)}`;
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{words.parts[part].title}</h2>
      {entries.length === 0 && <p>{words.parts[part].none}</p>}
      <ul>
        {entries.map((key) => (
          <li>
            <a href={path(key)}>{entryTitle(plan, { part, key }, language)}</a>
          </li>
        ))}
        {isOpen && (
          <li>
            <a href={path(NEW_ENTRY)}>{words.parts[part].add}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
