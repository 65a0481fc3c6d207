import type { ComplianceWords } from '../portal/compliance.ts';
import { formatDate, formatSpan, listed } from './dates.ts';

const date = (on: string): string => formatDate(on, { year: true });
const ofRevisions = (numbers: readonly number[]): string =>
  `${numbers.length === 1 ? 'de la revisión' : 'de las revisiones'} ${listed(numbers.map(String))}`;
const inForceWords = (
  inForce: readonly { readonly number: number; readonly from: string | undefined }[],
): string => {
  if (inForce.length === 0) return 'Ningún plan estaba vigente.';
  const each = inForce.map(
    ({ number, from }) => `revisión ${number}${from === undefined ? '' : ` desde el ${date(from)}`}`,
  );
  return `Plan: ${listed(each)}.`;
};

export const compliance: ComplianceWords = {
  title: 'Informe de cumplimiento',
  about:
    'Lo que exige la cláusula y lo que lo demuestra, y lo que el registro dice de estos días. Los simulacros y los ejemplos no se cuentan.',
  stamp: ({ from, until, inForce }) => `Del ${date(from)} al ${date(until)}. ${inForceWords(inForce)}`,
  foot: ({ title, from, until }) => `${title}: del ${date(from)} al ${date(until)}`,
  take: { title: 'Para llevar', pdf: 'En PDF', csv: 'Como tabla (CSV)' },
  unpublished: 'Todavía no hay un plan publicado de este contrato, así que no hay nada que informar.',
  demands: {
    title: 'Lo que exige la cláusula',
    about:
      'Cada exigencia como la escribe el último plan vigente en estos días, y lo que muestra que se cumple: todos los planes vigentes en ellos, y quienes ocupaban sus puestos.',
    none: 'El plan no escribe ninguna exigencia de su cláusula.',
    caption: 'Exigencias y su prueba',
    columns: { demand: 'Exigencia', standing: 'Se cumple', proof: 'Prueba' },
    standings: { holds: 'Sí', fails: 'No', open: 'No consta' },
    says: {
      levels: ({ count }) => `Al menos ${count} niveles`,
      contactFields: ({ names }) => `De cada contacto: ${listed(names)}`,
      allHours: 'Cada nivel está localizable a toda hora del año',
      businessHours: 'Cada nivel está localizable en horario laboral',
      posting: ({ dueOn }) => `El plan se publica a más tardar el ${date(dueOn)}`,
      postingOpen: 'El plan se publica a tiempo',
      section: ({ name }) => `El plan tiene ${name}`,
      attestation: ({ span }) => `Los contactos se confirman cada ${formatSpan(span)}`,
      longestAtLevel: ({ span }) => `Ningún caso permanece en un nivel más de ${formatSpan(span)}`,
      updateEvery: ({ span }) => `El cliente recibe novedades cada ${formatSpan(span)}`,
      expedited: 'Lo que no puede esperar sube de inmediato',
      reissue: 'El plan se emite de nuevo cuando cambia',
    },
    fields: {
      name: 'nombre',
      title: 'cargo',
      responsibility: 'responsabilidad',
      office: 'teléfono de oficina',
      mobile: 'celular',
      email: 'correo electrónico',
    },
    sections: {
      milestones: 'hitos',
      roles: 'funciones y responsabilidades',
      deliverables: 'entregables',
      commitmentDates: 'fechas comprometidas',
    },
    proofs: {
      checked: ({ numbers }) => `La comprobación ${ofRevisions(numbers)} no halla nada en contra.`,
      found: ({ numbers }) => `La comprobación ${ofRevisions(numbers)} halla lo contrario:`,
      empty: ({ level, from, until }) =>
        until === undefined
          ? `El nivel ${level} no llega a nadie desde el ${date(from)}.`
          : `El nivel ${level} no llegaba a nadie del ${date(from)} al ${date(until)}.`,
      unreached: ({ level }) => `El nivel ${level} no llega a nadie ahora.`,
      contact: ({ name, names }) => `A ${name} le falta ahora: ${listed(names)}.`,
      erased: ({ numbers }) => `El texto ${ofRevisions(numbers)} se borró, y nada más lo muestra.`,
      today: 'Esto se cuenta a día de hoy, que no está entre estos días.',
      notInForce: 'En estos días no había ningún plan vigente.',
      published: ({ doneOn }) => `La primera revisión guardada aquí se publicó el ${date(doneOn)}.`,
      obligation: ({ title, doneOn }) => `«${title}» se hizo el ${date(doneOn)} y fue aceptada.`,
      kept: ({ done, of }) => `Se cumplió ${done} de ${of} veces en estos días.`,
      attested: ({ done, of }) => `Hoy cuentan como confirmados ${done} de ${of} datos de los contactos.`,
      noneEnded: 'Ninguna promesa de esto terminó en estos días.',
      elsewhere: 'Este informe no lo cuenta.',
    },
  },
  steps: {
    title: 'Plazos por ruta y nivel',
    about:
      'El plazo de un nivel se cumple si el cliente queda satisfecho antes de que el siguiente paso quede pendiente, y se incumple si ese paso queda pendiente. Cada cosa se cuenta el día en que ocurrió, igual que lo que se hizo con el paso.',
    caption: 'Plazos cumplidos e incumplidos, y lo que se hizo con los pasos que quedaron pendientes',
    none: 'En estos días no se cumplió ni se incumplió ningún plazo.',
    columns: {
      met: 'Cumplido',
      fellDue: 'Incumplido: quedó pendiente',
      taken: 'Dado',
      early: 'Dado antes',
      declined: 'Rechazado',
      withdrawn: 'Ya no pendiente',
    },
  },
  promises: {
    title: 'Promesas cumplidas e incumplidas',
    caption: 'Promesas cuyo plazo terminó en estos días',
    none: 'En estos días no se cumplió ni se incumplió ninguna promesa.',
  },
  levels: {
    title: 'Tiempo en cada nivel',
    about:
      'Desde que se contactó un nivel hasta que se contactó el siguiente, o hasta el fin del caso, en tiempo real. Los casos que siguen ahí todavía no tienen tiempo.',
    caption: 'Casos que llegaron a un nivel en estos días',
    none: 'En estos días ningún caso llegó a un nivel.',
    columns: { reached: 'Llegaron', left: 'Siguieron adelante', longest: 'El más largo' },
  },
  ends: {
    title: 'Satisfacción',
    about: 'Casos que se abrieron y se cerraron en estos días.',
    facts: {
      opened: 'Abiertos',
      satisfied: 'Cerrados: el cliente está satisfecho',
      withdrawn: 'Cerrados: retirados',
      otherwise: 'Cerrados por la supervisión',
      median: 'Mediana hasta la satisfacción de los abiertos, en el horario del plan',
    },
  },
  currency: {
    title: 'Cuán vigente está el plan',
    about:
      'Como está ahora, sean cuales sean los días de este informe: datos de contactos que cuentan como confirmados, y obligaciones que no van con retraso.',
    figure: ({ done, of, share }) => `${share} %: ${done} de ${of} están vigentes.`,
    nothing: 'El plan vigente no pide a nadie que confirme nada, y no debe nada.',
  },
  obligations: {
    title: 'Obligaciones',
    about: 'Las que tienen su fecha en estos días, como están ahora.',
    caption: 'Obligaciones con fecha en estos días',
    none: 'En estos días no vencía ninguna obligación.',
    inTime: 'a tiempo',
    afterDate: 'después de su fecha',
  },
};
