import type { ContactField } from '../../contact/contact-change.ts';
import type { Instant } from '../../instant.ts';
import type { Clocks } from '../clocks.ts';
import type { ContactWords } from '../portal/contacts.ts';
import { formatLocal } from './dates.ts';

const FIELDS: Readonly<Record<ContactField, string>> = {
  email: 'dirección de correo',
  office: 'número de la oficina',
  mobile: 'número del celular',
};
const THE: Readonly<Record<ContactField, string>> = {
  email: 'la dirección de correo',
  office: 'el número de la oficina',
  mobile: 'el número del celular',
};
const NEW: Readonly<Record<ContactField, string>> = {
  email: 'Nueva dirección de correo',
  office: 'Nuevo número de la oficina',
  mobile: 'Nuevo número del celular',
};

const on = ({ at, timeZone }: { at: Instant; timeZone: Clocks }): string =>
  formatLocal(at, timeZone, { year: true });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const of = (field: ContactField): string =>
  field === 'email' ? 'de la dirección de correo' : `del ${FIELDS[field]}`;
const NONE = 'ninguno';
const none = (value: string | undefined): string => value ?? NONE;

export const contacts: ContactWords = {
  fields: FIELDS,
  none: NONE,
  erased: 'borrado',
  confirmed: (values) => `Confirmado el ${on(values)}`,
  unconfirmed: 'Sin confirmar todavía',
  own: {
    title: 'Sus números y su dirección',
    about:
      'Por estas vías se le contacta cuando le toca responder a un caso. Una nueva se usa en cuanto se confirma; hasta entonces vale la anterior.',
    change: ({ field }) => `Cambiar ${THE[field]}`,
    waiting: ({ value }) => `Pasará a ser ${value} en cuanto se confirme`,
    frozen: ({ value }) =>
      `El cambio a ${value} está retenido. El director del programa y supervisión deciden juntos.`,
    changed: 'Desde ahora se usa lo nuevo.',
    takenBack: 'El cambio queda retirado. Todo sigue como antes.',
  },
  ask: {
    title: ({ field }) => `Cambiar ${THE[field]}`,
    aboutMail:
      'Se envía un código a la nueva dirección y usted lo escribe aquí. A la dirección de hoy se le avisa enseguida, con un enlace que retiene el cambio. Con esta dirección también inicia sesión.',
    aboutNumber: ({ codeBy }) =>
      codeBy === undefined
        ? 'Otra persona de este contrato llama al nuevo número para confirmarlo. A su dirección se le avisa enseguida, con un enlace que retiene el cambio.'
        : 'Se envía un código al nuevo número y usted lo escribe aquí. A su dirección, y a un celular que se reemplace, se les avisa enseguida, con un enlace que retiene el cambio.',
    codeBy: '¿Cómo quiere recibir el código?',
    codeByMeans: { text: 'Por mensaje de texto', call: 'De viva voz, en una llamada' },
    now: 'Ahora',
    label: ({ field }) => NEW[field],
    hintNumber: 'Con + y el país, por ejemplo +1 916 555 0142.',
    button: 'Pedir el cambio',
    buttonCode: 'Enviar el código',
    cancel: 'No hacer nada',
  },
  code: {
    title: {
      email: 'Escriba el código del correo',
      text: 'Escriba el código del mensaje de texto',
      call: 'Escriba el código de la llamada',
    },
    about: ({ value, codeBy }) =>
      `${
        {
          email: `Un correo con un código de ocho cifras va camino de ${value}.`,
          text: `Un mensaje de texto con un código de ocho cifras va camino del ${value}.`,
          call: `Se está llamando al ${value}. Quien conteste oye un código de ocho cifras, dos veces.`,
        }[codeBy]
      } El código vale durante 30 minutos.`,
    label: 'Código',
    hint: 'Ocho cifras',
    button: ({ field }) => (field === 'email' ? 'Usar la nueva dirección' : 'Usar el nuevo número'),
    instead: {
      text: 'Enviar un código nuevo por mensaje de texto',
      call: 'Decir un código nuevo en una llamada',
    },
    takeBack: 'Retirar el cambio',
    doneTitle: ({ field }) =>
      field === 'email' ? 'Su nueva dirección ya se usa' : 'Su nuevo número ya se usa',
    done: ({ value, field }) =>
      field === 'email'
        ? `Desde ahora los correos van a ${value}, y con ella inicia sesión. Si desde esta página no puede seguir, inicie sesión de nuevo.`
        : `Desde ahora se le contacta en el ${value}.`,
  },
  callWaiting: {
    title: 'A la espera de una llamada',
    about: ({ value }) =>
      `Se ha pedido a la mesa de ayuda y al director del programa que llamen al ${value}. Cuando usted haya contestado, uno de ellos lo anota y el número se usa.`,
  },
  list: {
    title: 'Cambios de números y direcciones',
    about:
      'Lo que cada persona ha cambiado sobre cómo se le contacta. Un cambio retenido espera al director del programa y a supervisión juntos.',
    empty: 'Nadie ha cambiado nada todavía.',
    columns: { person: 'Persona', what: 'Qué', asked: 'Pedido', status: 'Situación' },
    newest: 'Cambios más recientes',
  },
  status: {
    waitingCode: 'espera el código',
    waitingCall: 'espera una llamada',
    done: 'en uso',
    frozen: 'retenido',
    dropped: 'sin usar',
  },
  one: {
    title: ({ name, field }) => `${name}: ${FIELDS[field]}`,
    before: 'Antes',
    after: 'Nuevo',
    history: 'Qué ha ocurrido',
    events: {
      ContactChangeAsked: ({ name }) => `${name} pidió el cambio`,
      ContactCodeWrong: ({ name }) => `${name} escribió un código equivocado`,
      ContactChanged: ({ name, over }) =>
        ({
          code: `${name} lo confirmó con el código: se usa lo nuevo`,
          call: `${name} llamó y le contestaron: se usa lo nuevo`,
          agreement: 'Las dos partes están de acuerdo: se usa lo nuevo',
        })[over],
      ContactChangeFrozen: () => 'Retenido desde donde se le contactaba antes: se usa lo anterior',
      ContactChangeJudged: ({ name, party, verdict }) =>
        `${name}, por ${party === 'oversight' ? 'supervisión' : 'el contratista'}: ${verdict === 'use' ? 'usar lo nuevo' : 'mantener lo anterior'}`,
      ContactChangeDropped: ({ name, because }) =>
        ({
          'taken-back': `${name} lo retiró`,
          replaced: `${name} pidió otro en su lugar`,
          'wrong-codes': 'Terminado: demasiados códigos equivocados',
          frozen: 'Terminado: otro cambio suyo quedó retenido',
          agreement: 'Las dos partes están de acuerdo: sigue lo anterior',
        })[because],
    },
    call: {
      title: 'Llame al nuevo número',
      about: ({ name, value }) =>
        `Llame al ${value} y hable con ${name}, cuya voz conoce o que puede decir lo que nadie más sabe. Anótelo solo cuando esa persona haya contestado allí.`,
      button: 'Llamé y me contestó',
    },
    judge: {
      title: 'Decidir',
      about:
        'Pregunte a la persona por una vía que nadie haya cambiado hace poco. La segunda parte que dice lo mismo lo resuelve; hasta entonces se usa lo anterior.',
      use: ({ value }) => `Usar ${value}`,
      keep: ({ value }) => `Mantener ${value}`,
    },
    saved: 'Guardado.',
  },
  freeze: {
    title: '¿Retener el cambio?',
    about: ({ name, field }) =>
      `${capital(THE[field])} de ${name} va a ser otra vía. Si ${name} no quiere eso, retenga el cambio: enseguida vuelve a usarse lo anterior, y el director del programa y supervisión reciben un aviso y deciden juntos.`,
    button: 'Retener el cambio',
    doneTitle: 'El cambio está retenido',
    done: 'Se usa lo anterior. El director del programa y supervisión han recibido un aviso.',
  },
  problems: {
    missing: { message: 'No se escribió nada.', advice: 'Escriba lo que se va a usar.' },
    mailInvalid: {
      message: 'A esta dirección no se puede enviar correo.',
      advice: 'Escríbala como nombre@agencia.example.',
    },
    numberInvalid: {
      message: 'Este número no se puede marcar desde cualquier lugar.',
      advice: 'Escríbalo con + y el país, por ejemplo +1 916 555 0142.',
    },
    same: { message: 'Es lo que ya se usa.', advice: 'Escriba otra cosa o no haga nada.' },
    taken: {
      message: 'Esta dirección ya es de alguien en este contrato.',
      advice: 'Dos personas con una misma dirección no podrían iniciar sesión. Dé otra.',
    },
    frozen: {
      message: 'Un cambio suyo está retenido.',
      advice: 'Antes deciden sobre él el director del programa y supervisión. Llame a uno de los dos.',
    },
    tooOften: {
      message: 'Hoy se han pedido demasiados cambios.',
      advice: 'Pídalo de nuevo dentro de 24 horas o llame al director del programa.',
    },
    noAddress: {
      message: 'No consta ninguna dirección de correo suya, así que no se podría avisar del cambio a nadie.',
      advice: 'Pregunte a quien administra el contrato.',
    },
    codeWrong: {
      message: 'Este no es el código.',
      advice: 'Tome el más reciente que se le envió o se le dijo y escriba las ocho cifras.',
    },
    codesSpent: {
      message: 'Demasiados códigos equivocados: el cambio ha terminado y todo sigue como antes.',
      advice: 'Pida el cambio de nuevo.',
    },
    codeOver: {
      message: 'El código ya no vale: han pasado 30 minutos.',
      advice: 'Pida el cambio de nuevo; se envía otro código.',
    },
    notWaiting: {
      message: 'Este cambio ya no espera nada.',
      advice: 'Mire lo que ha ocurrido con él.',
    },
    notFrozen: { message: 'Este cambio no está retenido.', advice: 'Mire lo que ha ocurrido con él.' },
    tooLate: {
      message: 'Este enlace retenía el cambio durante 72 horas, que ya han pasado.',
      advice: 'Llame al director del programa o a supervisión si el cambio no es correcto.',
    },
    ownChange: {
      message: 'Nadie confirma ni decide su propio cambio.',
      advice: 'Pídalo a otra persona que pueda.',
    },
    notByCall: {
      message: 'Este cambio se confirma con un código, y no con la llamada de otra persona.',
      advice: 'La persona escribe el código que llegó a la nueva dirección o al nuevo número.',
    },
    notTheirs: { message: 'Este cambio es de otra persona.', advice: 'Cambie sus propios datos.' },
  },
  mails: {
    code: ({ contractTitle, name, field }) => ({
      subject: `Su código para ${field === 'email' ? 'la nueva dirección' : 'el nuevo número'}`,
      lead: [
        `${name} pidió que se le contacte por esta dirección en ${contractTitle}. Escriba este código en la página donde se pidió; vale durante 30 minutos.`,
        'Si esto no le dice nada, no haga nada: sin el código no cambia nada. Nadie de Ladder se lo pedirá nunca.',
      ],
      link: undefined,
    }),
    told: ({ contractTitle, name, field, oldValue, newValue }) => ({
      subject: `Se va a cambiar ${THE[field]} de ${name}`,
      lead: [
        `Alguien que inició sesión como ${name} pidió en ${contractTitle} el cambio ${of(field)}: ${none(newValue)} en lugar de ${none(oldValue)}.`,
        'Si fue usted, no tiene que hacer nada. Si no, retenga el cambio: enseguida vuelve a usarse lo anterior, y el director del programa y supervisión reciben un aviso. Se puede durante 72 horas.',
      ],
      link: { label: 'Retener el cambio', says: 'Abre una página con un botón; solo el botón lo hace.' },
    }),
    callWanted: ({ contractTitle, name, newValue }) => ({
      subject: `Llame, por favor, al nuevo número de ${name}`,
      lead: [
        `${name} pidió que se le contacte en ${contractTitle} por el ${none(newValue)}. Se usa en cuanto otra persona haya llamado y ${name} haya contestado.`,
        'La primera persona que lo haga lo anota en la página.',
      ],
      link: { label: 'Abrir el cambio', says: 'Usted inicia sesión y anota allí la llamada.' },
    }),
    changed: ({ contractTitle, name, field, newValue }) => ({
      subject: `Ya se usa lo nuevo: ${FIELDS[field]}`,
      lead: [
        `${name}, en ${contractTitle} ${THE[field]} de usted es desde ahora ${none(newValue)}.${field === 'email' ? ' Con ella también inicia sesión.' : ''}`,
      ],
      link: undefined,
    }),
    frozen: ({ contractTitle, name, field, oldValue, newValue }) => ({
      subject: `Retenido: cambio ${of(field)} de ${name}`,
      lead: [
        `En ${contractTitle} ${THE[field]} de ${name} iba a ser ${none(newValue)} en lugar de ${none(oldValue)}. Quien lee el buzón de antes lo ha retenido, así que otra persona puede haber iniciado sesión como ${name}.`,
        `Se usa ${none(oldValue)} hasta que el director del programa y supervisión digan los dos lo que vale. Pregunte a ${name} por una vía que nadie haya cambiado hace poco.`,
      ],
      link: { label: 'Abrir el cambio', says: 'Usted inicia sesión y decide allí.' },
    }),
    kept: ({ contractTitle, name, field, oldValue }) => ({
      subject: `Sigue como estaba: ${FIELDS[field]}`,
      lead: [
        `${name}, en ${contractTitle} el director del programa y supervisión han decidido: ${THE[field]} de usted sigue siendo ${none(oldValue)}.`,
      ],
      link: undefined,
    }),
  },
  texts: {
    code: ({ code }) =>
      `Ladder: ${code} es su código para este número. Escríbalo antes de 30 minutos en la página donde lo pidió. Nadie se lo pide nunca.`,
    told: ({ contractTitle, url }) =>
      `Ladder, ${contractTitle}: alguien que inició sesión como usted pidió reemplazar este número. Si no fue usted, reténgalo antes de 72 horas: ${url}`,
  },
  spokenCode: ({ contractTitle, code }) => [
    `Le habla Ladder, de parte de ${contractTitle}.`,
    'Alguien pidió que se le contacte en este número, y un código lo confirma.',
    `El código es ${code}.`,
    'Escríbalo antes de 30 minutos en la página donde lo pidió.',
    'Si usted no pidió nada, cuelgue. Sin el código no se cambia nada, y nadie se lo pide nunca.',
  ],
  footer: ({ contractTitle }) => `Ladder, para ${contractTitle}`,
};
