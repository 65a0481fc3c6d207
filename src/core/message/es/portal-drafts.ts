import type { Instant } from '../../instant.ts';
import type { DraftWords } from '../portal/drafts.ts';
import { ofParty, partyWords } from './case-parts.ts';
import { longLocal } from './dates.ts';
import { draftStatus } from './portal-drafts-parts.ts';
import { draftRefusals } from './portal-drafts-refusals.ts';

const moment = (at: Instant, timeZone: string): string => longLocal(at, timeZone, { year: true, zone: true });

const mail: DraftWords['mail'] = {
  proposed: ({ draft, name, contractTitle }) => ({
    subject: `El borrador ${draft} del plan está propuesto`,
    lead: [
      `${name} propone un nuevo plan de escalamiento para ${contractTitle}.`,
      'Solo entra en vigor cuando el contratista y la supervisión están de acuerdo. Lea qué cambia, y después apruébelo o devuélvalo con sus motivos.',
    ],
  }),
  sentBack: ({ draft, name }) => ({
    subject: `El borrador ${draft} del plan fue devuelto`,
    lead: [`${name} devolvió el borrador. Se puede cambiar de nuevo, y después se propone otra vez.`],
  }),
  agreed: ({ draft, name, party }) => ({
    subject: `Borrador ${draft} del plan: ${partyWords(party)} está de acuerdo`,
    lead: [`${name} está de acuerdo con el borrador por ${partyWords(party)}.`],
  }),
  set: ({ draft, name, effectiveAt, timeZone }) => ({
    subject: `El borrador ${draft} del plan entra en vigor el ${moment(effectiveAt, timeZone)}`,
    lead: [
      `${name} fijó cuándo entra en vigor el plan acordado por las dos partes: el ${moment(effectiveAt, timeZone)}.`,
      'Los casos que se abran desde entonces siguen ese plan. Los casos en curso conservan el suyo.',
    ],
  }),
  published: ({ contractTitle, effectiveAt, revision, timeZone }) => ({
    subject: `El plan cambió: la revisión ${revision} está vigente`,
    lead: [
      `La revisión ${revision} del plan de escalamiento para ${contractTitle} está vigente desde el ${moment(effectiveAt, timeZone)}.`,
      'Los casos que se abran desde entonces siguen ese plan. Los casos en curso conservan el suyo.',
    ],
  }),
  reason: 'El motivo',
  changes: 'Qué cambia',
  moreChanges: ({ count }) => `y ${count} más, en la página del borrador`,
  open: 'Leerlo',
  footer: ({ contractTitle }) =>
    `Usted recibe este correo porque participa en ${contractTitle}. No se puede contestar.`,
};

const pages: Pick<DraftWords, 'facts' | 'tabs' | 'forms' | 'labels' | 'done'> = {
  facts: {
    status: 'Cómo va',
    origin: 'De dónde viene',
    copyOf: 'Copia de la revisión',
    edited: 'Último cambio',
    proposed: 'Propuesto',
    contractor: 'Acuerdo del contratista',
    oversight: 'Acuerdo de la supervisión',
    effective: 'Entra en vigor',
    address: 'Se lee en',
    revision: 'Sus reglas se conservan como revisión',
    digest: 'Su resumen',
  },
  tabs: {
    label: 'Partes del borrador',
    draft: 'El borrador',
    text: 'Texto',
    clocks: 'Plazos',
    preview: 'Vista previa',
    history: 'Historia',
  },
  forms: {
    propose: {
      title: 'Proponerlo',
      about:
        'Se avisa a las dos partes por correo. El texto queda como está hasta que se apruebe o se devuelva.',
      button: 'Proponer el borrador',
    },
    agree: {
      title: 'Aprobarlo',
      about:
        'Usted aprueba el texto como está ahora, en nombre de su parte. Cuando las dos lo han aprobado, sus reglas quedan fijas y se puede publicar.',
      button: 'Aprobar el borrador',
    },
    sendBack: {
      title: 'Devolverlo',
      about: 'El borrador se puede cambiar de nuevo. Lo que se aprobó antes ya no cuenta.',
      button: 'Devolverlo',
    },
    publish: {
      title: 'Publicarlo',
      about: 'Los casos que se abran desde entonces siguen este plan. Los casos en curso conservan el suyo.',
      button: 'Publicar el plan',
    },
    comment: {
      title: 'Comentario',
      about: 'Lo leen todos los que ven el borrador.',
      button: 'Agregar el comentario',
    },
    drop: {
      title: 'Descartarlo',
      about: 'El borrador queda en la lista, y ya no se hace nada con él.',
      button: 'Descartar el borrador',
    },
  },
  labels: {
    text: 'El plan como texto',
    reason: 'Motivo',
    comment: 'Comentario',
    note: 'Unas palabras para los demás',
    effectiveAt: 'Entra en vigor el',
    effectiveAtHint: 'Por ejemplo, 2026-12-01 08:00, según el reloj del contrato. Vacío: ahora.',
    reading: '¿Qué lectura vale?',
    because: 'Por qué',
    yaml: 'El plan como texto',
    yamlHint: 'YAML, como lo describe la referencia del plan. Los comentarios se conservan.',
  },
  done: {
    made: 'El borrador se conserva.',
    edited: 'El texto está guardado.',
    unchanged: 'Nada era diferente, así que no se guardó nada.',
    propose: 'El borrador está propuesto, y se avisa a quienes corresponde.',
    agree: 'Su acuerdo está registrado, y se avisa a quienes corresponde.',
    agreedByBoth: 'Las dos partes están de acuerdo. El plan se puede publicar.',
    sendBack: 'El borrador está devuelto, y se avisa a quienes corresponde.',
    publish: 'El plan está publicado, y se avisa a quienes corresponde.',
    set: 'El plan entra en vigor en el momento que usted eligió.',
    comment: 'Su comentario está ahí.',
    drop: 'El borrador está descartado.',
    override: 'Su motivo está registrado.',
    settle: 'La pregunta está resuelta, y la lectura está escrita en el plan.',
    clock: 'El paso está cambiado.',
  },
};

export const drafts: DraftWords = {
  ...pages,
  mail,
  refusals: draftRefusals,
  status: draftStatus,
  title: 'Borradores del plan',
  about:
    'Un plan se redacta, se propone, lo aprueban el contratista y la supervisión, y se publica en un momento que los dos conocen. De cada paso queda registrado quién lo dio y cuándo.',
  one: ({ draft }) => `Borrador ${draft}`,
  empty: 'No hay ningún borrador.',
  emptyAbout: 'Empiece uno para cambiar el plan.',
  columns: {
    draft: 'Borrador',
    status: 'Cómo va',
    made: 'Empezado',
    changed: 'Último cambio',
    effective: 'Entra en vigor',
    revision: 'Revisión',
  },
  inForce: ({ number }) => `La revisión ${number} del plan está vigente`,
  nothingInForce: 'Todavía ningún plan de este contrato está vigente.',
  copy: {
    title: 'Desde el plan vigente',
    about: 'El borrador empieza como está hoy el plan.',
    button: 'Empezar un borrador desde el plan vigente',
  },
  fromText: {
    title: 'Desde un texto',
    about: 'Pegue un plan escrito en otro lugar. Puede tener huecos: el borrador los muestra.',
    button: 'Conservarlo como borrador',
  },
  origins: {
    text: 'Un texto',
    import: 'Leído de un documento',
    file: 'Un archivo, cargado en la terminal',
    copy: 'El plan vigente',
  },
  notYet: 'todavía no',
  by: ({ name }) => `por ${name}`,
  momentNotUnderstood: ({ value }) => `«${value}» no es un momento. Escríbalo como 2026-12-01 08:00.`,
  waitsFor: ({ party }) => `Espera el acuerdo ${ofParty(party)}.`,
  waitsForProposal: 'Se puede cambiar, y espera a que lo propongan.',
  waitsForPublication: 'Las dos partes están de acuerdo. Espera a que lo publiquen.',
  takesEffect: 'Las dos partes están de acuerdo. Se publica por sí solo cuando llega su momento.',
  findings: {
    title: 'Observaciones',
    none: 'Este plan no tiene nada que corregir.',
    count: ({ blocking, count }) =>
      blocking === 0
        ? `Nada lo impide. Hay ${count === 1 ? 'una observación' : `${count} observaciones`}.`
        : `${blocking} de ${count} ${count === 1 ? 'observación lo impide' : 'observaciones lo impiden'}.`,
    line: ({ line }) => `Línea ${line}`,
    severity: { blocking: 'lo impide', warning: 'advertencia', advice: 'consejo' },
    inEnglish: 'Las observaciones están escritas en inglés.',
    checking: 'Revisando el texto',
  },
  overrides: {
    title: 'Dejarlo así',
    about:
      'Cuando las dos partes dan un motivo, esta observación ya no lo impide, y el plan publicado muestra los dos.',
    button: 'Dejar así la observación',
    by: ({ party, name }) => `${name}, por ${partyWords(party)}`,
    waits: ({ party }) => `Todavía espera el motivo ${ofParty(party)}.`,
    erased: 'El motivo se borró.',
    published: 'Lo que las dos partes dejaron así',
  },
  questions: {
    title: 'Preguntas abiertas',
    about:
      'El documento dice estas cosas de dos maneras, o las deja abiertas. Elija qué vale: se escribe en el plan, con quién lo resolvió y por qué.',
    none: 'No hay preguntas abiertas.',
    one: ({ about }) => `¿Qué vale para ${about}?`,
    reading: ({ value, quote }) => (quote === undefined ? value : `${value}: «${quote}»`),
    button: 'Resolver la pregunta',
    notChosen: 'Elija la lectura que vale.',
    notWritten: ({ about }) => `La lectura no se puede escribir sola en ${about}. Cambie el texto a mano.`,
  },
  changes: {
    title: 'Qué cambia',
    none: 'Dice lo mismo que el plan vigente.',
    nothingBefore: 'Todavía no hay ningún plan vigente: todo lo que dice es nuevo.',
    unreadable: 'El texto todavía no se puede leer como un plan. Las observaciones dicen dónde.',
  },
  clocks: {
    title: 'Plazos',
    about:
      'Cada paso con lo que espera, y cuándo quedaría pendiente en un caso abierto en dos momentos si nadie respondiera. Cambie aquí un plazo y mire qué resulta.',
    step: ({ level }) => `Al nivel ${level}`,
    within: 'Espera',
    withinHint: 'Por ejemplo, `4 hours`, `90 minutes` o `1 business day`.',
    calendar: 'Contado en el calendario',
    button: 'Cambiar el paso',
    example: ({ openedAt, dueAt, timeZone }) =>
      `Abierto el ${moment(openedAt, timeZone)}: pendiente el ${moment(dueAt, timeZone)}`,
    noExample: 'No queda pendiente por sí solo.',
    uncountable: 'Los plazos todavía no se pueden contar. Las observaciones dicen qué falta.',
    spanNotUnderstood: ({ value }) =>
      `«${value}» no es una duración. Escríbala como “4 hours” o “1 business day”.`,
  },
  preview: {
    banner: 'Así se publicaría el plan. No está vigente.',
    impossible: 'El texto todavía no se puede mostrar como un plan. Las observaciones dicen qué falta.',
    back: 'Volver al borrador',
  },
  history: {
    title: 'Historia',
    says: {
      DraftMade: 'Borrador empezado',
      DraftEdited: 'Texto cambiado',
      DraftProposed: 'Propuesto',
      DraftCommented: 'Comentario',
      DraftSentBack: 'Devuelto',
      DraftAgreed: 'Aprobado',
      FindingOverridden: 'Observación que se deja así',
      OverrideLapsed: 'Observación que se juzga de nuevo, porque ahí el plan dice ahora otra cosa',
      RulesFixed: 'Reglas fijadas',
      PublicationSet: 'Momento de publicación fijado',
      PlanPublished: 'Publicado',
      PlanSuperseded: 'Reemplazado',
      DraftDropped: 'Descartado',
    },
    erased: 'Lo escrito se borró.',
  },
  edit: {
    title: 'Texto',
    save: 'Guardar el texto',
    locked:
      'El texto queda como está mientras el borrador está propuesto o aprobado. Devuélvalo para cambiarlo.',
  },
};
