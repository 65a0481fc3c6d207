import { telephone } from '../on-clocks.ts';
import type { CasePageWords } from '../portal/case-page.ts';
import {
  capital,
  LevelWords,
  levelWords,
  meansName,
  PartyWords,
  partyName,
  partyWords,
  when,
} from './case-parts.ts';
import { counted, listed, zoneWords } from './dates.ts';
import { caseActs } from './portal-case-acts.ts';
import { caseFields } from './portal-case-fields.ts';

const CARRIED = { email: 'correo', text: 'mensaje de texto', call: 'llamada' } as const;

const STATES = {
  queued: 'en camino',
  handedOver: 'en manos de su operador',
  delivered: 'entregado',
  failed: 'no entregado',
  overtaken: 'no se envió: ya no hacía falta',
} as const;

const conversation: CasePageWords['conversation'] = {
  heading: 'Qué ha ocurrido',
  about: 'Lo más reciente primero. Las horas son las del contrato.',
  who: ({ name, party, isYou, ladder, onBehalf }) => {
    if (ladder !== undefined)
      return { clocks: 'Ladder, por los plazos del plan', caller: 'Ladder, para quien llama' }[ladder];
    if (isYou) return `Usted, ${onBehalf ? 'mesa de ayuda, por el cliente' : partyName(party)}`;
    const side = onBehalf ? 'la mesa de ayuda, por el cliente' : partyWords(party);
    return name === undefined
      ? capital(side)
      : `${name}, ${onBehalf ? 'mesa de ayuda, por el cliente' : partyName(party)}`;
  },
  over: {
    call: 'por teléfono',
    email: 'por correo',
    text: 'por mensaje de texto',
    portal: '',
    api: 'por otro programa',
  },
  note: ({ actor, audience }) =>
    audience === 'all'
      ? `${PartyWords(actor)} escribe una nota para todas las personas del caso.`
      : `${PartyWords(actor)} escribe una nota solo para ${partyWords(audience)}.`,
  erased: 'Lo que se escribió aquí se borró.',
  told: ({ count, failed }) =>
    failed === 0
      ? `${counted(count, 'mensaje')} sobre esto`
      : `${counted(count, 'mensaje')} sobre esto, ${failed} sin entregar`,
  fate: ({ name, level, means, state, times }, context) => {
    const who = name ?? (level === undefined ? 'Alguien del caso' : LevelWords(level, context));
    const often = times > 1 ? `, se avisó ${times} veces` : '';
    return `${who}: ${meansName(means)}, ${STATES[state]}${often}`;
  },
  became: {
    queued: 'Escrito',
    handedOver: 'en manos de su operador',
    delivered: 'entregado',
    answered: 'contestado',
    failed: 'sin entregar',
    overtaken: 'descartado',
  },
};

const reach: CasePageWords['reach'] = {
  heading: 'Con quién comunicarse',
  first: 'Primero llame a',
  level: (level, context) => capital(levelWords(level, context)),
  customer: ({ customerName }) => `El cliente: ${customerName}`,
  otherwise: 'Si no',
  nobody: 'Hoy nadie ocupa este puesto. Los mensajes van a quien el plan indica en su lugar.',
  erased: 'Nombre borrado',
  hidden: 'El plan muestra estos números solo a sus partes.',
  mobile: 'Celular',
  number: telephone,
};

const DEADLINES: Readonly<Record<string, string>> = {
  acknowledgeWithin: 'prometió acusar recibo para entonces',
  respondWithin: 'prometió responder para entonces',
  updateEvery: 'prometió dar novedades para entonces',
  longestAtLevel: 'prometió resolverlo o pasarlo al siguiente nivel para entonces',
};

/** What a deadline is, by the name that it keeps: `step/2`, `promise/service/1/respondWithin`. */
const deadlineWords: CasePageWords['clocks']['deadline'] = (name, context) => {
  const [kind = '', ...rest] = name.split('/');
  const level = Number(kind === 'promise' ? rest[1] : rest[0]);
  switch (kind) {
    case 'step':
      return `Se puede contactar al ${levelWords(level, context)}`;
    case 'warning':
      return `Aviso de que pronto se podrá contactar al ${levelWords(level, context)}`;
    case 'promise':
      return `${LevelWords(level, context)} ${DEADLINES[rest[2] ?? ''] ?? ''}`.trim();
    case 'pass':
      return `El paso al ${levelWords(level, context)} le corresponde a otra parte`;
    case 'pauseEnd':
      return 'Termina la pausa más larga permitida';
    default:
      return 'Se le recuerda al cliente que una propuesta espera su palabra';
  }
};

const closed: CasePageWords['closed'] = {
  undo: ({ at, who }, context) =>
    who === 'you'
      ? `Puede deshacer “Satisfecho” hasta el ${when(at, context)}.`
      : `El cliente puede deshacer “Satisfecho” hasta el ${when(at, context)}.`,
  reopen: ({ at, who }, context) => {
    const until = `hasta el ${when(at, context)}`;
    if (who === 'you') return `Si el problema vuelve, puede reabrir este caso ${until}.`;
    if (who === 'caller') return `Si el problema vuelve, puede reabrir este caso por el cliente ${until}.`;
    return `El cliente puede reabrirlo ${until}.`;
  },
  over: ({ at }, context) =>
    at === undefined
      ? 'El plan no permite reabrir casos: este queda cerrado.'
      : `Se podía reabrir hasta el ${when(at, context)}; ahora queda cerrado.`,
  newCase: ({ caseId }) =>
    `Si el problema vuelve, el cliente abre un caso nuevo con ${caseId} entre sus números de referencia.`,
  openNew: ({ caseId }) => `Si el problema vuelve, abra un caso nuevo que mencione ${caseId}`,
};

/** The page of a case, in Spanish. */
export const casePage: CasePageWords = {
  title: ({ caseId, track }) => `Caso ${caseId}: ${track}`,
  stands: 'En qué está el caso',
  tags: {
    open: 'Abierto',
    closed: 'Cerrado',
    paused: 'En pausa',
    practice: 'Simulacro',
    setAside: 'Apartado',
    top: 'Nivel más alto',
  },
  practice:
    'Esto es un simulacro o una muestra: sigue su curso como cualquier caso, y no cuenta en ninguna estadística.',
  setAside:
    'Una falla de Ladder le impide actuar en este caso. Sus plazos siguen contando, pero aquí no se hace nada al respecto hasta que se intente de nuevo; ya se les avisó a sus personas. Mientras tanto, llame a las personas que se indican abajo.',
  untold: {
    title: 'No se pudo avisar a nadie',
    inside: ({ carriers }) =>
      carriers.some((means) => means !== 'email')
        ? `Aquí Ladder avisa por ${listed(carriers.map((means) => CARRIED[means]))}. Mientras nadie tenga allí una dirección o un número que funcione para uno de estos medios, no se avisa a nadie. Llame, y haga corregir sus datos.`
        : 'Aquí Ladder avisa solo por correo. Mientras nadie tenga allí una dirección que funcione, no se avisa a nadie. Llame, y haga corregir la dirección.',
    customer:
      'Los plazos del contrato corren igualmente: no esperan a ningún mensaje. Para que le atiendan ya, llame.',
  },
  readOnly: 'Usted consulta el caso: puede leer todo lo que hay aquí y no puede cambiar nada.',
  mayMove: ({ level, onBehalf }, context) =>
    `${onBehalf ? 'Por el cliente, usted' : 'Usted'} ya puede contactar al ${levelWords(level, context)}.`,
  mayMoveFrom: ({ level, onBehalf }, context) =>
    `${onBehalf ? 'Por el cliente, usted' : 'Usted'} podrá contactar al ${levelWords(level, context)} a partir del`,
  closed,
  yourTurn: 'Le toca a usted',
  acts: {
    heading: 'Qué puede hacer',
    none: 'Ahora no hay nada que usted pueda hacer aquí.',
    behalf: 'Por el cliente, que está al teléfono',
    more: 'Más',
    notYet: 'Todavía no',
    of: caseActs,
    cancel: 'Volver al caso',
    weigh: 'Piénselo antes de oprimir el botón',
    what: 'Qué hace esto',
  },
  ...caseFields,
  happened: 'Qué ha ocurrido desde entonces',
  sendAgain: 'Lo que usted escribió está abajo. Envíelo de nuevo si todavía corresponde.',
  done: {
    title: 'Hecho',
    nothingNew: 'Eso ya se había dicho: no cambia nada.',
    next: 'Qué sigue',
  },
  reach,
  ladder: {
    heading: 'Los niveles',
    alt: 'Una imagen de los niveles; debajo, lo mismo en palabras',
    inWords: 'Lo mismo en palabras',
    ifSilent: 'Las horas futuras valen si nadie dice nada desde ahora',
    closed: 'Como estaba cuando se cerró el caso',
  },
  conversation,
  revised: {
    caption: ({ revision }) => `Los plazos ahora y con la revisión ${revision}`,
    clock: 'Plazo',
    before: 'Ahora',
    after: 'Después del cambio',
    notRunning: 'no corre',
    atOnce: 'De inmediato',
    none: 'No corre ningún plazo, ni antes ni después.',
  },
  clocks: {
    heading: 'Plazos que corren',
    none: 'No corre ningún plazo.',
    deadline: deadlineWords,
  },
  why: {
    title: (name, context) => `¿Por qué entonces? ${deadlineWords(name, context)}`,
    due: { ahead: 'Vence:', past: 'Pendiente desde:' },
    reasons: 'Cómo se cuenta',
    none: 'No tiene un plazo propio: es parte de otro.',
    pastData: 'Los días feriados no se conocen hasta esa fecha: uno posterior todavía puede cambiar esto.',
    link: '¿Por qué entonces?',
    back: 'Volver al caso',
  },
  facts: {
    heading: 'Sobre este caso',
    case: 'Caso',
    references: 'Números de referencia',
    customer: 'Cliente',
    reporter: 'Lo reportó',
    contract: 'Contrato',
    track: 'Ruta',
    opened: 'Abierto',
    counts: 'Cuenta desde',
    revision: 'Revisión del plan',
    owner: 'Traspasado a',
    automatic: 'Pasos automáticos',
  },
  automatic: {
    on: 'Ladder da los pasos del cliente en cuanto están pendientes',
    off: 'El cliente da sus pasos por su cuenta',
    plan: 'Como lo prevé el plan para cada paso',
  },
  zone: zoneWords,
};
