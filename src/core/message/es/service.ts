import { service as english } from '../en/service.ts';
import type { ServiceWords } from '../service.ts';
import { listed } from './dates.ts';
import { problems } from './service-problems.ts';

/** What a person may come to see on a page; the API itself is described and answers in English. */
export const service: ServiceWords = {
  ...english,
  problems,
  fields: {
    'field-unknown': ({ field, suggestion }) =>
      suggestion === undefined
        ? `“${field}” no se conoce aquí.`
        : `“${field}” no se conoce aquí; ¿quiso decir “${suggestion}”?`,
    'field-missing': () => 'Esto hace falta.',
    'field-type-wrong': ({ expected }) => `Esto debe ser de tipo ${expected}.`,
    'field-choice-unknown': ({ choices }) => `Esto debe ser uno de: ${listed(choices.map(String))}.`,
    'field-too-long': ({ max }) => `Aquí caben ${max} como máximo.`,
    'field-too-short': ({ min }) => `Aquí se necesitan ${min} como mínimo.`,
    'field-too-big': ({ max }) => `El máximo que se acepta es ${max}.`,
    'field-too-small': ({ min }) => `El mínimo que se acepta es ${min}.`,
    'field-text-unsound': () => 'El texto contiene medio carácter, o el carácter número 0.',
    'field-line-unsound': () => 'Esto es una sola línea de texto, sin caracteres de control.',
    'field-id-malformed': () =>
      'Un nombre empieza con una letra o un dígito y sigue con letras, dígitos, ".", "_" y "-".',
    'field-instant-malformed': () =>
      'Un momento se escribe como 2026-11-20T16:30:00-08:00, con su diferencia horaria.',
    'field-answer-malformed': () => 'Una respuesta supuesta se escribe como 1@2026-11-20T16:30:00-08:00.',
    'field-clock-target-unclear': () => 'Envíe `by`, un lapso de tiempo, o `until`, un momento.',
    'field-malformed': () => 'Esto no se entiende.',
  },
  titles: {
    400: 'La petición no se entiende',
    401: 'Hace falta un token',
    403: 'Usted no puede hacer esto',
    404: 'Aquí no hay nada',
    405: 'Ese método no se conoce aquí',
    409: 'La respuesta es no',
    410: 'Lo que había aquí ya no está',
    412: 'El caso ha cambiado',
    413: 'La petición es demasiado grande',
    415: 'Ese tipo de contenido no se acepta',
    422: 'La petición dice algo que no puede ser',
    429: 'Demasiado a la vez',
    500: 'Ladder falló',
    503: 'Ahora no',
  },
};
