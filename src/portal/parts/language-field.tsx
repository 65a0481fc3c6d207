import { catalogue, LANGUAGES, type Language } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type FieldFrame, selectField } from './field.tsx';

interface LanguageField extends Pick<FieldFrame, 'hint' | 'isOptional'> {
  /** Of the page. */
  readonly language: Language;
  readonly label: string;
  readonly none?: string;
  readonly chosen: string | undefined;
}

/** One of the languages Ladder speaks, each by its own name. */
export const languageField = (field: LanguageField): Html =>
  selectField({
    ...field,
    name: 'language',
    options: LANGUAGES.map((value) => ({ value, label: languageName(value) })),
  });

/** A language by its own name. */
export const languageName = (language: Language): string => catalogue(language).parts.frame.languageName;
