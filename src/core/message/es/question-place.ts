import { type QuestionPlace, questionPlace, readingIn } from '../question-place.ts';

const FIELDS = {
  office: 'el número de oficina',
  mobile: 'el número de celular',
  email: 'el correo',
  name: 'el nombre',
  title: 'el cargo',
} as const;

const STEPS = {
  whole: (step: string) => step,
  when: (step: string) => `cuándo se da ${step}`,
  calendar: (step: string) => `el calendario con que se cuenta ${step}`,
};

const CALENDARS = {
  whole: (id: string) => `el calendario ${id}`,
  businessDay: (id: string) => `qué es un día hábil en el calendario ${id}`,
  week: (id: string) => `las horas de la semana en el calendario ${id}`,
  holidays: (id: string) => `los feriados del calendario ${id}`,
};

const DAY_RULES: ReadonlyMap<string, string> = new Map([
  ['same-time', 'hasta la misma hora del día hábil siguiente'],
  ['close', 'hasta que termina el día hábil siguiente'],
  ['hours', 'tantas horas abiertas como tiene un día hábil'],
]);

const SILENCES: ReadonlyMap<string, string> = new Map([
  ['allSilent', 'cuando ninguno de los niveles anteriores ha respondido'],
  ['anySilent', 'cuando uno de los niveles anteriores no ha respondido'],
  ['unsatisfiedFor', 'cuando el cliente lleva ese tiempo sin estar satisfecho'],
]);

/** What a question is about, as the end of a sentence. */
export const aboutWords = (about: string): string => words(questionPlace(about));

/** What one reading of a question comes to. */
export const readingWords = (about: string, value: string): string =>
  readingIn(
    {
      dayRules: DAY_RULES,
      silences: SILENCES,
      always: 'día y noche, sin pausa',
      calendar: (id) => `con el calendario ${id}`,
    },
    about,
    value,
  );

function words(place: QuestionPlace): string {
  switch (place.is) {
    case 'contact':
      return place.field === undefined ? `el contacto ${place.id}` : `${FIELDS[place.field]} de ${place.id}`;
    case 'level':
      return `el nivel ${place.number}`;
    case 'step':
      return STEPS[place.part](`el paso ${place.number} de ${place.track}`);
    case 'calendar':
      return CALENDARS[place.part](place.id);
    case 'requiredLevels':
      return 'cuántos niveles exige el contrato';
    case 'path':
      return place.path;
  }
}
