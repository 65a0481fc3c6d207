/** What a question is about, as far as its path says so in a way that can be put into words. */
export type QuestionPlace =
  | { readonly is: 'contact'; readonly id: string; readonly field: ContactField | undefined }
  | { readonly is: 'level'; readonly number: string }
  | { readonly is: 'step'; readonly track: string; readonly number: string; readonly part: StepPart }
  | { readonly is: 'calendar'; readonly id: string; readonly part: CalendarPart }
  | { readonly is: 'requiredLevels' }
  | { readonly is: 'path'; readonly path: string };

/** The value of a reading as a plan has it. */
export type ReadingValue = string | number | boolean | readonly string[] | undefined;

type ContactField = 'office' | 'mobile' | 'email' | 'name' | 'title';
type StepPart = 'whole' | 'when' | 'calendar';
type CalendarPart = 'whole' | 'businessDay' | 'week' | 'holidays';

const FIELDS: ReadonlySet<string> = new Set<ContactField>(['office', 'mobile', 'email', 'name', 'title']);
const STEP_PARTS: ReadonlyMap<string, StepPart> = new Map([
  ['', 'whole'],
  ['when', 'when'],
  ['when.calendar', 'calendar'],
]);
const CALENDAR_PARTS: ReadonlyMap<string, CalendarPart> = new Map([
  ['', 'whole'],
  ['businessDay', 'businessDay'],
  ['week', 'week'],
  ['holidays', 'holidays'],
  ['holidays.use', 'holidays'],
]);

/** `levels.3` is level 3; places in lists count from 1. A path that has no words of its own stays what it is. */
export function questionPlace(path: string): QuestionPlace {
  const [section, name = '', ...rest] = path.split('.');
  const inside = rest.join('.');
  if (section === 'contacts' && name !== '' && (inside === '' || FIELDS.has(inside)))
    return { is: 'contact', id: name, field: inside === '' ? undefined : (inside as ContactField) };
  if (section === 'levels' && /^\d+$/.test(name) && inside === '') return { is: 'level', number: name };
  const calendarPart = CALENDAR_PARTS.get(inside);
  if (section === 'calendars' && name !== '' && calendarPart !== undefined)
    return { is: 'calendar', id: name, part: calendarPart };
  if (path === 'requirements.levels') return { is: 'requiredLevels' };
  const [, number, part = ''] = /^steps\.(\d+)(?:\.(.+))?$/.exec(inside) ?? [];
  const stepPart = STEP_PARTS.get(part);
  if (section === 'tracks' && number !== undefined && stepPart !== undefined)
    return { is: 'step', track: name, number, part: stepPart };
  return { is: 'path', path };
}

/** The value of a reading as a sentence has it, each of its parts put into words. */
export const readingValue = (value: ReadingValue, inWords: (part: string) => string): string =>
  [value ?? '']
    .flat()
    .map((part) => inWords(String(part)))
    .join(', ');

/** How a language says the values of readings. */
interface ReadingVocabulary {
  /** By the values of `businessDay`. */
  readonly dayRules: ReadonlyMap<string, string>;
  /** By what a step waits for. */
  readonly silences: ReadonlyMap<string, string>;
  readonly always: string;
  readonly calendar: (id: string) => string;
}

/** What one value of a reading comes to; what has no words of its own is said as it is written. */
export function readingIn(words: ReadingVocabulary, about: string, value: string): string {
  const place = questionPlace(about);
  if (place.is === 'calendar' && place.part === 'businessDay') return words.dayRules.get(value) ?? value;
  if (place.is !== 'step') return value;
  if (place.part === 'when') return words.silences.get(value) ?? value;
  if (place.part !== 'calendar') return value;
  return value === 'always' ? words.always : words.calendar(value);
}
