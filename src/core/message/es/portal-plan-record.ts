import type { PlanPageWords } from '../portal/plan.ts';
import { readingValue } from '../question-place.ts';
import { counted, formatDate, formatLocal, listed, longDate } from './dates.ts';
import { aboutWords, readingWords } from './question-place.ts';

const date = (text: string): string => formatDate(text, { year: true });

/** What the page of a plan says of the plan itself: its questions, its history, what it is. */
export const planRecordWords: Pick<
  PlanPageWords,
  'questions' | 'overrides' | 'history' | 'about' | 'cardNote'
> = {
  questions: {
    title: 'Preguntas abiertas',
    none: 'El plan no deja nada abierto ni dice nada de dos maneras, según lo que anotaron sus partes.',
    open: ({ count }) =>
      count === 1
        ? 'Una pregunta no está resuelta todavía. Mientras tanto, el plan se rige por la lectura marcada abajo.'
        : `${counted(count, 'pregunta')} no están resueltas todavía. Mientras tanto, el plan se rige por las lecturas marcadas abajo.`,
    allSettled: ({ count }) =>
      count === 1
        ? 'Ninguna. La única que había se ha resuelto.'
        : `Ninguna. Las ${count} preguntas que había se han resuelto.`,
    settledTitle: 'Preguntas que se resolvieron, y cómo',
    about: ({ about }) => `Sobre ${aboutWords(about)}`,
    value: ({ about, value }) => readingValue(value, (part) => readingWords(about, part)),
    reading: ({ value, quote, place }) => {
      const where = place === undefined ? '' : ` (${place})`;
      return quote === undefined ? `${value}${where}` : `${value}: “${quote}”${where}`;
    },
    taken: 'Así se rige el plan.',
    settled: ({ by, date: on }) =>
      `Resuelta${by.length === 0 ? '' : ` por ${listed(by)}`}${on === undefined ? '' : ` el ${longDate(on, { year: true })}`}.`,
    because: ({ because }) => `Porque: ${because}.`,
    unsettled: 'Todavía sin resolver.',
    kept: 'Trata de un número que no se le muestra a usted.',
  },
  overrides: {
    none: 'No se pasó por alto ninguna observación que habría impedido la publicación.',
    title: 'Observaciones que ambas partes dejaron como están',
    about: ({ count }) =>
      count === 1
        ? 'Esta habría impedido la publicación. El contratista y la supervisión la dejaron como está, cada uno por un motivo. La observación está escrita en inglés.'
        : 'Estas habrían impedido la publicación. El contratista y la supervisión las dejaron como están, cada uno por un motivo. Las observaciones están escritas en inglés.',
    one: ({ path }) => `Sobre ${path}`,
    by: ({ party, name }) => `${name}, por ${party === 'contractor' ? 'el contratista' : 'la supervisión'}`,
    kept: 'Trata de un contacto cuyos números no se le muestran a usted.',
    keptReason: 'El motivo no se le muestra a usted.',
    erased: 'No se puede mostrar lo observado: el texto se borró.',
    erasedReason: 'El motivo se borró.',
  },
  history: {
    title: 'Historia',
    about: 'Un caso se rige por la revisión con la que se abrió, se publique lo que se publique después.',
    revision: ({ number }) => `Revisión ${number}`,
    inForce: 'En vigor',
    publishedAt: 'Publicada',
    agreedBy: 'Acordada por',
    byWord: ({ names }) =>
      `${names}, según quien opera esta instalación, que la cargó en la terminal; no la acordaron aquí`,
    first: 'La primera revisión que se publicó aquí.',
    sameText: 'Dice lo mismo que la anterior.',
    erased: 'No se puede mostrar qué cambió: el texto de una de las dos se borró.',
    changes: ({ count }) => `Qué cambió: ${counted(count, 'cambio')}`,
    kept: ({ count }) => `${counted(count, 'cambio')} de números que no se le muestran a usted.`,
    older: ({ count }) => `Antes de estas hay ${counted(count, 'revisión', 'revisiones')}.`,
    versions: 'Versiones del documento',
    version: ({ version, date: on, note }) =>
      `${version}${on === undefined ? '' : `, ${date(on)}`}${note === undefined ? '' : `: ${note}`}`,
  },
  about: {
    title: 'Acerca de este plan',
    document: 'Documento',
    version: 'Versión del documento',
    contract: 'Contrato',
    clause: 'Cláusula',
    parties: 'Contratista y supervisión',
    term: 'Vigencia',
    termSays: ({ from, until }) => `Del ${date(from)} al ${date(until)}`,
    revision: 'Revisión',
    effective: 'En vigor desde',
    digest: 'Huella',
    digestSays:
      'La huella se calcula con todo lo que se acordó. Dos copias con la misma huella dicen lo mismo.',
    zone: 'Zona horaria de sus plazos',
    json: 'Este plan para programas (JSON)',
    erased:
      'El plan escrito se borró, y con él lo que solo decía el texto. Abajo están las reglas por las que se rigen los casos, como se acordaron.',
  },
  cardNote: ({ contract, levels, at, timeZone }) =>
    `${levels.length === 0 ? 'Contacto' : `Nivel ${listed(levels.map(String))}`} del plan de escalamiento de ${contract}${at === undefined ? '' : `, a fecha de ${formatLocal(at, timeZone, { year: true })}`}.`,
};
