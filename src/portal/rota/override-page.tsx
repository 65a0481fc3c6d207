import type { RotaView } from '../../app/views/rota/rota-view.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { OVERRIDE_KINDS } from '../../core/rota/rota.ts';
import { checkboxField, radioField } from '../parts/choices.tsx';
import { selectField } from '../parts/field.tsx';
import { buttonRow, postForm } from '../parts/form.tsx';
import { momentField } from '../parts/moment-field.tsx';
import { around, type RotaFrame } from './rota-frame.tsx';

interface Moment {
  readonly date: string;
  readonly time: string;
}

/** What was typed or chosen, to be shown again. */
export interface OverrideTyped {
  readonly rota: string;
  readonly kind: string;
  readonly who: string;
  readonly people: readonly string[];
  readonly from: Moment;
  readonly until: Moment;
}

interface OverridePage {
  readonly frame: RotaFrame;
  readonly view: RotaView;
  readonly typed: OverrideTyped;
  readonly errors: readonly { readonly name: string; readonly error: string }[];
}

/** The form by which an override is set. */
export function overridePage({ frame, view, typed, errors }: OverridePage): string {
  const { language, base } = frame;
  const { rota: words } = catalogue(language);
  const { override: said, acts } = words;
  const errorAt = (name: string) => errors.find((one) => one.name === name)?.error;
  const people = view.people.map((id) => ({ value: id, label: view.nameOf(id) }));
  const moment = (name: 'from' | 'until') =>
    momentField({
      ...{ language, name, label: said[name], timeZone: view.timeZone, error: errorAt(name) },
      ...typed[name],
    });
  return around({
    frame,
    title: acts.override,
    errors,
    children: (
      <>
        <p>{said.about}</p>
        {postForm({
          action: `${base}/override`,
          children: (
            <>
              {selectField({
                ...{ language, name: 'rota', label: words.rota, chosen: typed.rota, error: errorAt('rota') },
                options: view.rotas.map(({ id, title }) => ({ value: id, label: title })),
              })}
              {radioField({
                ...{ language, name: 'kind', label: said.kind, chosen: typed.kind, error: errorAt('kind') },
                choices: OVERRIDE_KINDS.map((kind) => ({
                  value: kind,
                  ...said.kinds[kind],
                  ...(kind === 'replace' && {
                    reveals: selectField({
                      ...{ language, name: 'who', label: said.who, chosen: typed.who, error: errorAt('who') },
                      options: people,
                      isOptional: 'unsaid' as const,
                    }),
                  }),
                })),
              })}
              {checkboxField({
                ...{ language, name: 'people', label: said.people, error: errorAt('people') },
                choices: people,
                chosen: typed.people,
              })}
              {moment('from')}
              {moment('until')}
              {buttonRow([{ label: said.button }], [{ label: acts.cancel, path: base }])}
            </>
          ),
        })}
      </>
    ),
  });
}
