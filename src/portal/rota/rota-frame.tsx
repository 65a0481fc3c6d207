import type { RotaView } from '../../app/views/rota/rota-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { errorSummary } from '../parts/form.tsx';
import { notice } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

/** What every page on duty is made with. */
export interface RotaFrame extends Frame {
  /** The path of the page on who is on duty. */
  readonly base: string;
  /** The reader's own zone, where instants are shown besides. */
  readonly readerZone: string | undefined;
  /** Whether everybody could be reached now; undefined where that is not for the reader. */
  readonly readinessPath: string | undefined;
  /** What has just been done, in a sentence. */
  readonly done?: string | undefined;
}

interface Around {
  readonly frame: RotaFrame;
  readonly title: string;
  readonly isFirst?: boolean;
  readonly errors?: readonly { readonly name: string; readonly error: string }[];
  readonly children: Child;
}

export function around({ frame, title, isFirst = false, errors = [], children }: Around): string {
  const { language, base, done } = frame;
  return page({
    ...frame,
    title,
    isWide: isFirst,
    hasErrors: errors.length > 0,
    crumbs: isFirst ? [] : [{ title: catalogue(language).rota.title, path: base }],
    children: (
      <>
        {errorSummary(errors, language)}
        {done !== undefined && notice({ kind: 'success', language, title: done })}
        {children}
      </>
    ),
  });
}

/** An instant on the contract's clocks, and on the reader's where those are others. */
export const instantPart = (
  { language, readerZone }: RotaFrame,
  { timeZone }: Pick<RotaView, 'timeZone'>,
  at: Parameters<typeof whenPart>[0]['at'],
): Html => whenPart({ at, timeZone, readerZone, language });
