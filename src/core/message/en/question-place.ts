import { type QuestionPlace, questionPlace, readingIn } from '../question-place.ts';

const FIELDS = {
  office: 'office number',
  mobile: 'mobile number',
  email: 'mail address',
  name: 'name',
  title: 'title',
} as const;

const STEPS = {
  whole: (step: string) => step,
  when: (step: string) => `when ${step} is made`,
  calendar: (step: string) => `the calendar by which ${step} is counted`,
};

const CALENDARS = {
  whole: (calendar: string) => calendar,
  businessDay: (calendar: string) => `what a business day is in ${calendar}`,
  week: (calendar: string) => `the hours of the week in ${calendar}`,
  holidays: (calendar: string) => `the holidays in ${calendar}`,
};

const DAY_RULES: ReadonlyMap<string, string> = new Map([
  ['same-time', 'until the same time of the next business day'],
  ['close', 'until the next business day ends'],
  ['hours', 'as many open hours as a business day has'],
]);

const SILENCES: ReadonlyMap<string, string> = new Map([
  ['allSilent', 'once none of the levels before has answered'],
  ['anySilent', 'once one of the levels before has not answered'],
  ['unsatisfiedFor', 'once the customer has not been satisfied for so long'],
]);

/** What a question is about, as the end of a sentence. */
export const aboutWords = (about: string): string => words(questionPlace(about));

/** What one reading of a question comes to. */
export const readingWords = (about: string, value: string): string =>
  readingIn(
    {
      dayRules: DAY_RULES,
      silences: SILENCES,
      always: 'around the clock',
      calendar: (id) => `by the calendar ${id}`,
    },
    about,
    value,
  );

function words(place: QuestionPlace): string {
  switch (place.is) {
    case 'contact':
      return place.field === undefined
        ? `the contact ${place.id}`
        : `the ${FIELDS[place.field]} of ${place.id}`;
    case 'level':
      return `level ${place.number}`;
    case 'step':
      return STEPS[place.part](`step ${place.number} of the track ${place.track}`);
    case 'calendar':
      return CALENDARS[place.part](`the calendar ${place.id}`);
    case 'requiredLevels':
      return 'the number of levels that the contract requires';
    case 'path':
      return place.path;
  }
}
