import type { DraftView } from '../../app/views/drafts/draft-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Child } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { errorSummary } from '../parts/form.tsx';
import { tabs } from '../parts/lists.tsx';
import { notice } from '../parts/notices.tsx';

export interface DraftFrame extends Frame {
  readonly view: DraftView;
  readonly base: string;
  /** What has just been done, by its code. */
  readonly done: string | undefined;
}

interface DraftPart {
  readonly frame: DraftFrame;
  readonly part: 'draft' | 'forms' | 'text' | 'preview';
  readonly errors: readonly { readonly name: string; readonly error: string }[];
  readonly children: Child;
}

/** One part of a draft: what it is, what was done, what was wrong. */
export function draftFrame({ frame, part, errors, children }: DraftPart): string {
  const { language, base, view, done = '' } = frame;
  const { drafts: words } = catalogue(language);
  const said = Object.hasOwn(words.done, done) ? words.done[done as keyof typeof words.done] : undefined;
  return page({
    ...frame,
    title: words.one(view.kept),
    caption: view.contractTitle,
    isWide: true,
    hasErrors: errors.length > 0,
    crumbs: [{ title: words.title, path: base.slice(0, base.lastIndexOf('/')) }],
    children: (
      <>
        {errorSummary(errors, language)}
        {said !== undefined && notice({ kind: 'success', language, title: said })}
        {tabs(words.tabs.label, [
          { label: words.tabs.draft, path: base, isHere: part === 'draft' },
          { label: words.tabs.forms, path: `${base}/forms`, isHere: part === 'forms' },
          { label: words.tabs.text, path: `${base}/text`, isHere: part === 'text' },
          { label: words.tabs.preview, path: `${base}/preview`, isHere: part === 'preview' },
        ])}
        {children}
      </>
    ),
  });
}
