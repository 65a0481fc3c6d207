import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { selectField, textField } from '../parts/field.tsx';
import { buttonRow, errorSummary, postForm } from '../parts/form.tsx';
import { languageField } from '../parts/language-field.tsx';

interface DetailsView extends Frame {
  readonly typed: { readonly name: string; readonly language: string; readonly timeZone: string };
  readonly timeZones: readonly string[];
  readonly problems: readonly ('nameMissing' | 'timeZoneUnknown')[];
}

const FIELDS = { nameMissing: 'name', timeZoneUnknown: 'timeZone' } as const;

/** What somebody says of themselves. */
export function detailsPage(view: DetailsView): string {
  const { language, typed, timeZones, problems } = view;
  const { account } = catalogue(language);
  const words = account.details;
  const errors = problems.map((problem) => {
    const { message, advice } = words[problem];
    return { name: FIELDS[problem], error: `${message} ${advice}` };
  });
  const errorAt = (name: string) => errors.find((one) => one.name === name)?.error;
  return page({
    ...view,
    title: words.title,
    crumbs: [{ title: account.overview.title, path: '/account' }],
    hasErrors: errors.length > 0,
    children: (
      <>
        {errorSummary(errors, language)}
        {postForm({
          action: '/account/details',
          children: (
            <>
              {textField({
                language,
                name: 'name',
                label: words.name,
                hint: words.nameHint,
                error: errorAt('name'),
                value: typed.name,
                autocomplete: 'name',
                lengthMax: 200,
              })}
              {languageField({
                language,
                label: words.language,
                isOptional: 'unsaid',
                none: words.languageNone,
                chosen: typed.language,
              })}
              {selectField({
                language,
                name: 'timeZone',
                label: words.timeZone,
                hint: words.timeZoneHint,
                error: errorAt('timeZone'),
                isOptional: 'unsaid',
                none: words.timeZoneNone,
                chosen: typed.timeZone,
                options: timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
              })}
              {buttonRow([{ label: words.button }])}
            </>
          ),
        })}
      </>
    ),
  });
}
