import type { RotaView } from '../../app/views/rota/rota-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { mayWithdraw } from '../../core/rota/live/decide-live.ts';
import { type LiveEntry, timeOf } from '../../core/rota/live/live-rotas.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { postForm } from '../parts/form.tsx';
import { table } from '../parts/lists.tsx';
import { instantPart, type RotaFrame } from './rota-frame.tsx';

/** What was changed and holds now or later, or waits for a word, with the button that takes it back. */
export function changesPart(frame: RotaFrame, view: RotaView): Html {
  const { changes: words, rota } = catalogue(frame.language).rota;
  const { entries } = view;
  return (
    <section>
      <h2>{words.title}</h2>
      {entries.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [words.what, rota, words.when, words.state].map((title) => ({ title })),
          rows: entries.map((one) => [
            whatOf(frame, view, one),
            view.rotas.find(({ id }) => id === one.rota)?.title ?? one.rota,
            whenOf(frame, view, one),
            stateOf(frame, view, one),
          ]),
        })
      )}
    </section>
  );
}

function whatOf({ language }: RotaFrame, { nameOf }: RotaView, one: LiveEntry): string {
  const { changes: words } = catalogue(language).rota;
  if (one.kind === 'swap') {
    const [first, second] = one.between;
    return words.swap({ name: nameOf(first.who), to: nameOf(second.who) });
  }
  const { override } = one;
  const isReplaced = override.kind === 'replace';
  return words.overrides[override.kind]({
    name: isReplaced ? nameOf(override.who) : '',
    contacts: (isReplaced ? override.by : override.people).map(nameOf),
  });
}

function whenOf(frame: RotaFrame, view: RotaView, one: LiveEntry): Child {
  const { to } = catalogue(frame.language).rota.changes;
  const times = one.kind === 'swap' ? one.between : [timeOf(one)];
  return times.map(({ from, until }) => (
    <p>
      {instantPart(frame, view, from)} {to} {instantPart(frame, view, until)}
    </p>
  ));
}

function stateOf({ language, base }: RotaFrame, view: RotaView, one: LiveEntry): Child {
  const { changes: words, acts } = catalogue(language).rota;
  const waitsFor = one.kind === 'swap' && one.status === 'asked' ? one.between[1].who : undefined;
  const what = whatOf({ language, base } as RotaFrame, view, one);
  return (
    <>
      <p>{waitsFor === undefined ? words.holds : words.asked({ name: view.nameOf(waitsFor) })}</p>
      <p class="quiet small">{words.madeBy({ name: view.makerOf(one.by) })}</p>
      {mayWithdraw(one, view) &&
        postForm({
          action: `${base}/changes/${one.entry}`,
          children: (
            <button type="submit" class="plain" name="act" value="withdraw">
              {acts.withdraw}
              <span class="only-read-out">: {what}</span>
            </button>
          ),
        })}
    </>
  );
}
