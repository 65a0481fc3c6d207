import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';

interface Notice {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly language: Language;
  /** Says itself what kind of word this is; left out, the kind's own word stands there. */
  readonly title?: string;
  /** Said at once to who listens: for what just went wrong. */
  readonly isUrgent?: boolean;
  readonly children?: Child;
}

/** Word that stands out, by its heading as well as by its colour. */
export function notice({ kind, language, title, isUrgent = false, children }: Notice): Html {
  const role = isUrgent ? 'alert' : kind === 'success' ? 'status' : undefined;
  return (
    <div class={`notice ${kind}`} role={role}>
      <p class="notice-title">{title ?? catalogue(language).parts.notices[kind]}</p>
      {children}
    </div>
  );
}

/** What has been done, where a page is there to say so; it stands under the page's own heading. */
export const confirmation = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: Child;
}): Html => (
  <div class="confirmation" role="status">
    <p class="confirmation-title">{title}</p>
    {children}
  </div>
);

/** Nothing is here, why that is so, and what would bring something. */
export const emptyState = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: Child;
}): Html => (
  <div class="empty">
    <h2>{title}</h2>
    {children}
  </div>
);

/** How far something that takes long has come, in words as well. */
export function progressMeter({
  label,
  done,
  of,
  language,
}: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly language: Language;
}): Html {
  const words = catalogue(language).parts.progress({ done, of });
  return (
    <div class="progress">
      <p>
        {label}: {words}
      </p>
      <progress aria-label={label} value={done} max={of}>
        {words}
      </progress>
    </div>
  );
}

interface Followed {
  /** Sends an event `changed` for what came after `version`. */
  readonly stream?: { readonly path: string; readonly version: number | string };
  /** In place of a stream: the page looks again after so long, for as long as the page it finds says so. */
  readonly againSeconds?: number | undefined;
  /** How it stands, in a sentence: said to who listens once it has become another. */
  readonly told: string | undefined;
  readonly path: string;
  readonly language: Language;
  readonly children: Child;
}

/**
 * A part of a page that follows what happens: the regions inside are fetched again when there is something new, and one
 * sentence is said about it. Without script it is what it was when the page was made.
 */
export function followed({ stream, againSeconds, told, path, language, children }: Followed): Html {
  const words = catalogue(language).parts.script;
  return (
    <div data-follow="" data-events={stream?.path} data-version={stream?.version} data-again={againSeconds}>
      {children}
      <p
        class="only-read-out"
        role="status"
        data-said=""
        data-told={told}
        data-newer={stream && words.newer}
        data-stale={words.changed}
      />
      <div class="notice info changed" hidden data-changed="">
        <p class="notice-title">{words.changed}</p>
        <p>
          <a href={path}>{words.show}</a>
        </p>
      </div>
    </div>
  );
}

/** A region of a followed part, replaced whole where it came out different. */
export const region = (id: string, children: Child): Html => (
  <div id={id} data-region="">
    {children}
  </div>
);
