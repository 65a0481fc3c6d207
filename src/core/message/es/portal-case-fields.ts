import { telephone } from '../on-clocks.ts';
import type { CasePageWords } from '../portal/case-page.ts';
import { counted } from './dates.ts';

/** What the forms on the page of a case ask for, and what is wrong with what was filled in. */
export const caseFields: Pick<
  CasePageWords,
  | ('fields' | 'statedHints' | 'closeReasons' | 'audiences' | 'upheld' | 'outcomes' | 'rung' | 'problems')
  | ('refusals' | 'notNow')
> = {
  fields: {
    text: { label: 'Lo que quiere decir' },
    statedAt: {
      label: 'Cuándo ocurrió',
      hint: 'Solo si fue antes de ahora, y hace 24 horas como máximo. Cuenta desde entonces, y se puede impugnar.',
    },
    reason: { label: 'Por qué antes de tiempo', hint: 'El plan lo permite solo por estos motivos.' },
    declineReason: { label: 'Por qué no', hint: 'Queda en el caso.' },
    pauseReason: { label: 'Para qué es la pausa', hint: 'El plan la permite solo por estos motivos.' },
    closeReason: { label: 'Por qué se cierra' },
    track: { label: 'Qué ruta' },
    to: { label: 'A quién' },
    rung: { label: 'A qué número llamó' },
    outcome: { label: 'Qué resultó' },
    audience: { label: 'Quién puede leerla' },
    upheld: { label: 'Su decisión' },
  },
  statedHints: {
    answer:
      'Solo si respondió antes de ahora, por ejemplo por teléfono. Cuenta desde entonces cuando el cliente lo confirma; hasta entonces, desde que usted envía esto.',
    call: 'Solo si fue antes de ahora, y a lo sumo hace 24 horas.',
  },
  closeReasons: {
    openedInError: 'Se abrió por error',
    duplicate: 'Repite otro caso',
    silent: 'El cliente guardó silencio después de una propuesta y tres recordatorios',
  },
  audiences: {
    all: 'Todas las personas del caso',
    customer: 'Solo el cliente',
    contractor: 'Solo el contratista',
    oversight: 'Solo la supervisión',
  },
  upheld: {
    yes: 'Se acepta la impugnación',
    no: 'Se rechaza la impugnación: cuenta como está',
  },
  outcomes: {
    reached: 'Hablé con quien buscaba',
    noAnswer: 'No contestó nadie, o estaba ocupado',
    wrongPerson: 'Contestó alguien de quien no es el número',
    notInService: 'El número no está en servicio',
  },
  rung: {
    office: ({ level, name, value }) => `${level}: ${name}, oficina ${telephone(value)}`,
    mobile: ({ level, name, value }) => `${level}: ${name}, celular ${telephone(value)}`,
    other: ({ level }) => `${level}: otro número`,
  },
  problems: {
    missing: ({ label }) => `${label}: complete este campo.`,
    unknown: ({ label, value }) =>
      `${label}: “${value}” no es una de las opciones. Elija una de las que se muestran.`,
    tooLong: ({ label, charactersMax }) =>
      `${label}: caben ${counted(charactersMax, 'carácter', 'caracteres')} como máximo. Acórtelo, o adjúntelo como archivo.`,
    unsound: ({ label }) => `${label}: contiene signos que no son texto. Escríbalo de nuevo.`,
    instant: ({ value, zone }) =>
      `Cuándo ocurrió: “${value}” no es una fecha con su hora. Indique las dos, en ${zone}, como 2026-11-20 14:10.`,
  },
  refusals: {
    'case-changed': {
      message: 'Algo ocurrió en este caso desde que usted abrió la página, así que no se hizo nada.',
      advice: 'Lea abajo lo que ocurrió, y envíelo de nuevo si todavía corresponde.',
    },
    'case-set-aside': {
      message: 'Este caso está apartado por una falla de Ladder, así que ahora no se puede hacer nada en él.',
      advice: 'Llame a las personas de la página del caso. Pronto se intentará de nuevo.',
    },
    'command-not-allowed': {
      message: 'Esto no le corresponde a usted.',
      advice: 'La página del caso muestra lo que usted puede hacer.',
    },
    'key-used-differently': {
      message: 'Este formulario ya se envió con otro contenido, y eso se hizo.',
      advice: 'Primero vea el caso; envíe también esto si quiere las dos cosas.',
    },
  },
  notNow: {
    message: 'Esto no es posible según está el caso ahora.',
    advice: 'Algo ocurrió entretanto: vea el caso, que muestra lo que usted puede hacer.',
  },
};
