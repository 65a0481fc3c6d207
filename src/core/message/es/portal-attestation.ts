import type { Detail } from '../../attestation/standing.ts';
import { dateAt } from '../../instant.ts';
import { contractZone } from '../clocks.ts';
import { telephone } from '../on-clocks.ts';
import type { AttestationWords } from '../portal/attestation.ts';
import { formatDate, formatLocal, listed } from './dates.ts';

const DETAILS: Readonly<Record<Detail, string>> = {
  email: 'Dirección de correo',
  office: 'Número de la oficina',
  mobile: 'Número del celular',
  availability: 'Disponibilidad',
};

const at = (levels: readonly number[]): string =>
  levels.length === 1 ? `el nivel ${levels[0]}` : `los niveles ${listed(levels.map(String))}`;

const WHY = {
  round: 'El plan pide confirmarlo cada cierto tiempo, y ya toca.',
  seat: 'Su lugar en el plan ha cambiado.',
  details: 'Hay algo nuevo que todavía no está confirmado.',
  reported:
    'Alguien ha avisado de que no es correcto. No se ha cambiado nada; la mesa de ayuda y el director del programa lo están comprobando.',
} as const;

const FAILED = {
  wrongPerson: 'contestó otra persona',
  notInService: 'el número no está en servicio',
} as const;

const NOT_CONFIRMED = {
  unclear: 'llegó una contestación suya que dice más que “confirmo”, u otra cosa.',
  unproved: 'llegó un correo que contesta al que le preguntaba, y nada demuestra que sea suyo.',
  passed: 'usted contestó a un correo al que ha seguido otro más reciente.',
} as const;

const HOW =
  'Abra el enlace, mire cada línea y confirme las que son correctas. Lo que esté mal puede cambiarlo allí.';

export const attestation: AttestationWords = {
  details: DETAILS,
  reachable: ({ levels }) => `Se le puede localizar para ${at(levels)}, o a quien le suple`,
  detail: ({ detail, value }) => `${DETAILS[detail]}: ${detail === 'email' ? value : telephone(value)}`,
  missed: ({ detail, at: since, timeZone }) =>
    `${DETAILS[detail]}: sin confirmar desde el ${formatDate(dateAt(since, contractZone(timeZone)), { year: true })}`,
  doubted: ({ detail, at: since, timeZone }) =>
    `${DETAILS[detail]}: en duda desde el ${formatLocal(since, timeZone, { year: true })}; ${
      detail === 'email' ? 'un correo no llegó' : 'un mensaje de texto o una llamada no dio con la persona'
    }`,
  doubtedBecause: (doubt) =>
    'failure' in doubt
      ? `${DETAILS[doubt.detail]}: alguien llamó y ${FAILED[doubt.failure]} (caso ${doubt.caseId})`
      : `${DETAILS[doubt.detail]}: ${doubt.detail === 'email' ? 'un correo se rechazó definitivamente o vino devuelto' : 'el operador de mensajes de texto y llamadas dice que no existe ese número'}`,
  mails: {
    asked: ({ contractTitle, name, levels, because }) => ({
      subject: 'Confirme cómo se le localiza',
      lead: [
        `${name}, usted está en ${at(levels)} del plan de escalamiento de ${contractTitle}. ¿Siguen siendo correctos estos datos? ${WHY[because]}`,
        HOW,
      ],
    }),
    reminded: ({ contractTitle, name, levels }) => ({
      subject: 'Recordatorio: confirme cómo se le localiza',
      lead: [
        `${name}, se le preguntó si estos datos siguen siendo correctos y todavía no los ha confirmado. Usted está en ${at(levels)} del plan de escalamiento de ${contractTitle}.`,
        HOW,
        'Sin su palabra se avisa al director del programa y a la supervisión, y el plan publicado dice que no están confirmados.',
      ],
    }),
    unanswered: ({ contractTitle, name, levels }) => ({
      subject: `Sin confirmar: cómo se localiza a ${name}`,
      lead: [
        `${name} está en ${at(levels)} del plan de escalamiento de ${contractTitle}; se le pidió confirmar estos datos, se le recordó y no ha contestado.`,
        'El plan publicado lo dice hasta que se confirmen. Pregúntele por otra vía si son correctos.',
      ],
    }),
    doubted: ({ contractTitle, name, levels, doubted }) => ({
      subject: `En duda: cómo se localiza a ${name}`,
      lead: [
        `Puede que a ${name}, en ${at(levels)} del plan de escalamiento de ${contractTitle}, ya no se le localice por lo que sigue.`,
        ...(doubted.includes('email')
          ? [
              'Hasta que confirme la dirección, la cambie o conteste un correo posterior, se avisa primero a los demás del nivel.',
            ]
          : []),
        ...(doubted.some((detail) => detail !== 'email')
          ? [
              'Un número está en duda hasta que lo confirme o lo cambie, responda desde él a un mensaje de texto o a una llamada, o se registre una llamada posterior en la que contestó.',
            ]
          : []),
        'Pregúntele por otra vía cómo se le localiza, y pídale que lo cambie o lo confirme en el portal.',
      ],
    }),
    confirmed: ({ contractTitle, name, levels }) => ({
      subject: 'Confirmado: cómo se le localiza',
      lead: [
        `${name}, su contestación por correo ha confirmado estos datos. Usted está en ${at(levels)} del plan de escalamiento de ${contractTitle}.`,
        '¿No fue usted, o hay algo mal? Cámbielo en la página.',
      ],
    }),
    notConfirmed: ({ contractTitle, name, levels, why }) => ({
      subject: 'Su correo no confirmó nada: cómo se le localiza',
      lead: [
        `${name}, ${NOT_CONFIRMED[why]} Por eso no ha confirmado ni cambiado nada. Usted está en ${at(levels)} del plan de escalamiento de ${contractTitle}.`,
        'Lo que sea correcto se confirma con el enlace, línea por línea; lo que esté mal se cambia allí.',
      ],
    }),
    reply:
      '¿Es todo correcto? Entonces también puede contestar este correo con “confirmo” solo en la primera línea. Eso confirma cada línea de arriba. No conteste así si hay algo mal.',
    ownPage: { label: 'Confirmar o cambiar sus datos', says: 'Después de iniciar sesión.' },
    confirm: {
      label: 'Mirar y confirmar',
      says: 'Abre una página con cada dato; solo su botón confirma. Sirve durante 72 horas.',
    },
    currency: { label: 'Ver cuán al día está el plan', says: 'Después de iniciar sesión.' },
    footer: ({ contractTitle, reader, canReply }) =>
      `Ladder le escribe a ${reader} por ${contractTitle}.${canReply ? '' : ' No conteste este correo; use la página.'}`,
  },
  page: {
    title: 'Confirme cómo se le localiza',
    about: ({ name, contractTitle }) =>
      `Lo confirma como ${name}, en ${contractTitle}. A estos números se llama cuando hace falta ayuda de inmediato.`,
    legend: 'Qué es correcto',
    button: 'Confirmar lo marcado',
    wrong: '¿Hay algo mal? Déjelo sin marcar y cámbielo; el dato nuevo se confirma mientras lo cambia.',
    change: 'Cambiar sus números y su dirección',
    onlyThen: 'No ocurre nada hasta que oprima el botón.',
    doneTitle: 'Confirmado',
    done: 'Gracias. Desde ahora el plan dice que estos datos están confirmados.',
    doneRest: 'Lo que dejó sin marcar sigue pendiente: cámbielo o confírmelo más tarde.',
    nothing: {
      title: 'No hay nada suyo que confirmar',
      about: 'Usted no está en ningún nivel del plan, o el plan no lo pide.',
    },
    dead: {
      used: {
        message: 'Todo lo que pedía este enlace está confirmado.',
        advice: 'No tiene que hacer nada más.',
      },
      passed: {
        message: 'Se le ha preguntado de nuevo desde que se envió este enlace.',
        advice: 'Use el enlace del correo más reciente, o inicie sesión y confirme allí.',
      },
      expired: {
        message: 'Este enlace sirvió durante 72 horas, que ya pasaron.',
        advice: 'Inicie sesión y confirme allí, o espere el próximo recordatorio.',
      },
    },
    signIn: 'Iniciar sesión y confirmar',
    last: ({ at: confirmed, timeZone }) =>
      `Confirmado el ${formatLocal(confirmed, timeZone, { year: true })}`,
  },
  currency: {
    title: 'Cuán al día está el plan',
    about:
      'Todos los que están en un nivel o actúan en los casos por una parte, con lo último que mostró que se les puede localizar, y cada obligación que todavía se debe.',
    computed:
      'Se cuentan cada número, dirección y disponibilidad de quienes están en un nivel, o estarían en un puesto de él que nadie ocupa, y cada obligación que todavía se debe. Lo que nadie está para confirmar no está al día. Un dato está al día desde que se confirma hasta que la ronda siguiente termina sin otra confirmación; una obligación, hasta que se atrasa.',
    figure: ({ done, of, share }) => `${share} %: ${done} de ${of} están al día`,
    nothing: 'El plan vigente no pide a nadie que confirme nada, y no se debe nada.',
    nextRound: ({ at: next, timeZone }) =>
      `La próxima ronda empieza el ${formatLocal(next, timeZone, { year: true })}.`,
    noRound: 'No queda ninguna ronda.',
    raise: {
      title: 'Qué lo mejoraría',
      none: 'Nada: todo está al día.',
      fill: ({ title }) => `Que se ocupe, pues está vacante: el puesto «${title}»`,
      confirm: ({ name, names }) => `${name} confirma: ${listed(names)}`,
      late: ({ title }) => `Que se entregue, pues está atrasado: ${title}`,
    },
    acting: {
      title: 'En ningún nivel',
      about:
        'Actúan en los casos por su parte, o reciben aviso de ellos. Nadie les pide que confirmen sus datos, y no cuentan en la cifra.',
      party: 'Parte',
    },
    contacts: {
      vacant: 'Nadie ocupa este puesto.',
      title: 'Contactos',
      empty: 'Nadie está en un nivel cuyos datos haya que confirmar.',
      columns: {
        name: 'Contacto',
        levels: 'Nivel',
        details: 'Datos',
        sign: 'Última señal de vida',
      },
      never: 'nunca confirmado',
      lapsed: 'vencido',
      current: 'al día',
      toConfirm: ({ count, of }) => `${count} de ${of} por confirmar`,
      allConfirmed: ({ count }) => (count === 1 ? 'Confirmado' : `Los ${count} confirmados`),
    },
    signs: {
      confirmed: (values) => `Confirmó sus datos, ${formatLocal(values.at, values.timeZone, { year: true })}`,
      answered: (values) => `Contestó un correo, ${formatLocal(values.at, values.timeZone, { year: true })}`,
      signedIn: (values) => `Inició sesión, ${formatLocal(values.at, values.timeZone, { year: true })}`,
    },
    noSign: 'Ninguna',
    obligations: {
      title: 'Obligaciones',
      none: 'No se debe nada.',
      late: 'Atrasadas',
      inTime: ({ count }) => (count === 1 ? 'Una que no está atrasada' : `${count} que no están atrasadas`),
    },
    take: { title: 'Llévelo consigo', csv: 'Como tabla (CSV)', json: 'Como JSON' },
  },
  refusals: {
    'attestation-unknown': () => ({
      message: 'No hay nada suyo que confirmar.',
      advice: 'Usted no está en ningún nivel del plan, o el plan no lo pide.',
    }),
    'attestation-detail-missing': () => ({
      message: 'No hay nada marcado.',
      advice: 'Marque cada dato que sea correcto y confirme.',
    }),
    'attestation-detail-unknown': ({ detail }) => ({
      message: `${DETAILS[detail]}: no es algo que usted tenga que confirmar.`,
      advice: 'Abra la página de nuevo: tiene lo que hay.',
    }),
  },
};
