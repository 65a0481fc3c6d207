import { catalogue } from '../../core/message/catalogue.ts';
import type { SwapAnswer } from '../../core/message/portal/swap.ts';
import type { PersonTime } from '../../core/rota/rota.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { summaryList } from '../parts/lists.tsx';
import { confirmation } from '../parts/notices.tsx';
import { whenPart } from '../parts/when.tsx';

/** A swap as whoever is asked sees it behind a link. */
interface SwapLook {
  readonly answer: SwapAnswer;
  readonly contractTitle: string;
  readonly timeZone: string;
  readonly personName: string;
  readonly askerName: string;
  /** The first of the two asks. */
  readonly swap: { readonly between: readonly [PersonTime, PersonTime] };
  readonly levels: readonly number[];
}

interface SwapLinkPage {
  readonly frame: Frame;
  readonly look: SwapLook;
  readonly formPath: string;
}

/** A swap that waits for its reader's word, and the button that a link is for. */
export function swapLinkPage({ frame, look, formPath }: SwapLinkPage): string {
  const { link } = catalogue(frame.language).swaps;
  const { answer, personName: name, contractTitle } = look;
  return page({
    ...frame,
    title: link.title[answer]({ name: look.askerName }),
    children: (
      <>
        <p>{link.about({ name, contractTitle })}</p>
        {bothDuties(frame, look)}
        {postForm({ action: formPath, children: buttonRow([{ label: link.button[answer] }]) })}
      </>
    ),
  });
}

/** What was answered, and who has which duty. */
export function swapAnsweredPage({
  frame,
  look,
  rotaPath,
}: Omit<SwapLinkPage, 'formPath'> & { readonly rotaPath: string }): string {
  const { rota, swaps } = catalogue(frame.language);
  const { title, text } = swaps.link.done[look.answer];
  return page({
    ...frame,
    title,
    children: (
      <>
        {confirmation({ title, children: <p>{text}</p> })}
        <p>
          <a href={rotaPath}>{rota.title}</a>
        </p>
      </>
    ),
  });
}

function bothDuties({ language, readerZone }: Frame, { swap, timeZone, levels }: SwapLook): Html {
  const { rota, swaps } = catalogue(language);
  const [first, second] = swap.between;
  const time = ({ from, until }: PersonTime): Html => (
    <span>
      {whenPart({ at: from, timeZone, readerZone, language })} –{' '}
      {whenPart({ at: until, timeZone, readerZone, language })}
    </span>
  );
  return summaryList([
    { name: rota.asked.yours, value: time(second) },
    { name: rota.asked.theirs, value: time(first) },
    ...(levels.length === 0 ? [] : [{ name: swaps.mail.levels, value: rota.now.levels({ levels }) }]),
  ]);
}
