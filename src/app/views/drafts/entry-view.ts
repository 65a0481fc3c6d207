import type { Finding } from '../../../core/finding.ts';
import { check } from '../../../core/plan/check.ts';
import type { Change } from '../../../core/plan/diff/change.ts';
import { diff } from '../../../core/plan/diff/diff.ts';
import type { PartForm } from '../../../core/plan/edit/part-form.ts';
import { type WorkedClock, workedExamples } from '../../../core/plan/edit/worked-examples.ts';
import { formOfWritten, removeEntry, type Written, writeEntry } from '../../../core/plan/edit/write-entry.ts';
import { judgeDraft } from '../../../core/publication/draft-findings.ts';
import { judgedAt } from '../../publication/judged-today.ts';
import { hashOf } from '../../secret.ts';
import type { DraftView } from './draft-view.ts';

/** What one form of a draft would make of its text, before anything is kept. */
export interface EntryShown {
  readonly text: string;
  /** By which what was shown is known again when it is to be kept. */
  readonly seen: string;
  readonly changes: readonly Change[];
  /** Findings that it brings along. */
  readonly findings: readonly Finding[];
  /** How many findings block the draft now, and would then. */
  readonly blocking: { readonly now: number; readonly later: number };
  readonly examples: readonly WorkedClock[];
}

type EntryAnswer = { readonly shown: EntryShown } | Extract<Written, { wrong: readonly unknown[] }>;

/** What the fields of a form come to; the fields in which something is no value, where there are any. */
export function entryWritten(
  view: DraftView,
  form: PartForm,
  typed: Readonly<Record<string, string>>,
): EntryAnswer {
  const written = writeEntry(view.kept.state.text ?? '', form, typed);
  return written.wrong ? written : { shown: shownOf(view, formOfWritten(form, typed), written.text) };
}

/** What a draft comes to without an entry; undefined where it cannot be taken out by itself. */
export function entryRemoved(view: DraftView, form: PartForm): EntryShown | undefined {
  const text = removeEntry(view.kept.state.text ?? '', form);
  return text === undefined ? undefined : shownOf(view, form, text);
}

/** What the clocks of an entry come to as it stands; one that is not there yet has none. */
export const entryExamples = ({ judged, now }: DraftView, form: PartForm): readonly WorkedClock[] =>
  form.isNew ? [] : workedExamples(judged.plan, form, now);

function shownOf({ judged, kept, now }: DraftView, form: PartForm, text: string): EntryShown {
  const { plan } = check(text);
  const { overrides } = kept.state;
  const judgedThen = judgeDraft({ text, overrides }, judgedAt(now));
  const known = new Set(judged.findings.map(nameOf));
  return {
    text,
    seen: hashOf(text),
    changes: diff(judged.plan, plan),
    findings: judgedThen.findings.filter((finding) => !known.has(nameOf(finding))),
    blocking: { now: judged.blocking.length, later: judgedThen.blocking.length },
    examples: workedExamples(plan, form, now),
  };
}

/** A finding by what it says and where, whatever line that has become. */
const nameOf = ({ code, path, values }: Finding): string => JSON.stringify([code, path, values]);
