import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { NEW_ENTRY, type PartForm } from '../../core/plan/edit/part-form.ts';
import type { Plan } from '../../core/plan/format/schema.ts';

/** What an entry of a plan is called where it is one of several. */
export function entryTitle(
  { contacts = {}, levels = [], tracks = {}, obligations = [] }: Plan,
  { part, key }: Pick<PartForm, 'part' | 'key'>,
  language: Language,
): string {
  const words = catalogue(language).drafts.planForms;
  if (key === NEW_ENTRY) return words.newOne[part];
  switch (part) {
    case 'contacts':
      return contacts[key]?.name ?? contacts[key]?.title ?? key;
    case 'levels':
      return words.level({ level: Number(key), title: levels[Number(key) - 1]?.title ?? '' });
    case 'tracks':
      return tracks[key]?.title ?? key;
    case 'calendars':
      return key;
    case 'obligations': {
      const { title, id = key } = obligations[Number(key) - 1] ?? {};
      return title ?? id;
    }
  }
}
