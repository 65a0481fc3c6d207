import type { DraftWords } from '../portal/drafts.ts';
import { ofParty, partyWords } from './case-parts.ts';
import { draftMails } from './portal-draft-mails.ts';
import { draftStatus } from './portal-drafts-parts.ts';
import { draftRefusals } from './portal-drafts-refusals.ts';
import { planForms } from './portal-plan-forms.ts';
import { aboutWords } from './question-place.ts';

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
    forms: 'Formularios',
    text: 'Texto',
    preview: 'Vista previa',
  },
  forms: {
    propose: {
      title: 'Proponerlo',
      about: 'El texto queda como está hasta que se apruebe o se devuelva.',
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
    effectiveAtHint: 'Vacío: ahora.',
    because: 'Por qué',
    yaml: 'El plan como texto',
    yamlHint: 'YAML, como lo describe la referencia del plan. Los comentarios se conservan.',
  },
  done: {
    made: 'El borrador se conserva.',
    edited: 'El texto está guardado.',
    unchanged: 'Nada era diferente, así que no se guardó nada.',
    propose: 'El borrador está propuesto.',
    agree: 'Su acuerdo está registrado.',
    agreedByBoth: 'Las dos partes están de acuerdo. El plan se puede publicar.',
    sendBack: 'El borrador está devuelto.',
    publish: 'El plan está publicado.',
    set: 'El plan entra en vigor en el momento que usted eligió.',
    comment: 'Su comentario está ahí.',
    drop: 'El borrador está descartado.',
    override: 'Su motivo está registrado.',
    settle: 'La pregunta está resuelta, y la lectura está escrita en el plan.',
    entryKept: 'El cambio está escrito en el borrador.',
    entryRemoved: 'Está fuera del borrador.',
  },
};

export const drafts: DraftWords = {
  ...pages,
  refusals: draftRefusals,
  mails: draftMails,
  planForms,
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
  },
  overrides: {
    title: 'Dejarlo así',
    about:
      'Cuando las dos partes dan un motivo, esta observación ya no lo impide, y el plan publicado muestra los dos.',
    button: 'Dejar así la observación',
    by: ({ party, name }) => `${name}, por ${partyWords(party)}`,
    waits: ({ party }) => `Todavía espera el motivo ${ofParty(party)}.`,
    erased: 'El motivo se borró.',
  },
  questions: {
    title: 'Preguntas abiertas',
    about:
      'El documento dice estas cosas de dos maneras, o las deja abiertas. Elija qué vale: se escribe en el plan, con quién lo resolvió y por qué.',
    one: ({ about }) => `¿Qué vale para ${aboutWords(about)}?`,
    reading: ({ value, quote }) => (quote === undefined ? value : `${value}: «${quote}»`),
    button: 'Resolver la pregunta',
    notChosen: 'Elija la lectura que vale.',
    notWritten: ({ about }) => `La lectura no se puede escribir sola en ${about}. Cambie el texto a mano.`,
  },
  changes: {
    title: 'Qué cambia',
    none: 'Dice lo mismo que el plan vigente.',
    more: ({ more }) => `${more} ${more === 1 ? 'cambio' : 'cambios'} más`,
    nothingBefore: 'Todavía no hay ningún plan vigente: todo lo que dice es nuevo.',
    unreadable: 'El texto todavía no se puede leer como un plan. Las observaciones dicen dónde.',
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
  preview: {
    about:
      'Así leería cualquiera este plan si se publicara ahora, con las personas que nombra su texto. Nada de esto está en vigor.',
    unfinished:
      'Todavía no hay nada que mostrar: sus plazos no se pueden calcular. Las observaciones dicen qué falta.',
  },
  edit: {
    title: 'Texto',
    save: 'Guardar el texto',
    locked:
      'El texto queda como está mientras el borrador está propuesto o aprobado. Devuélvalo para cambiarlo.',
  },
};
