import type { HeldCame, HeldMailWords } from '../portal/held-mails.ts';
import { listed } from './dates.ts';
import { sizeWords } from './portal-extras.ts';

const CAME: Readonly<Record<HeldCame, string>> = {
  mail: 'Un correo',
  call: 'Una llamada',
  text: 'Un mensaje',
};

export const heldMails: HeldMailWords = {
  title: 'Correo y teléfono',
  about:
    'De estos correos, llamadas y mensajes no ha salido ningún caso: llegaron para abrir uno, o para quien está de guardia. Cada uno espera a que alguien abra el caso para quien lo envió, o lo aparte. Los plazos cuentan desde que llegó.',
  noMail:
    'Esta instalación no recibe correo, así que aquí no llega nada. Quien la mantiene puede cambiarlo (LADDER_MAIL_PORT o IMAP_URL).',
  empty: {
    title: 'No espera nada',
    about: 'Lo que abre su caso por sí solo no figura aquí: figura su caso.',
  },
  waiting: ({ count }) => `${count === 1 ? 'Espera uno' : `Esperan ${count}`}.`,
  noSubject: 'Sin asunto',
  noText: 'No se escribió nada en él.',
  noSender: 'Nadie que se pueda saber',
  erased: 'Lo que se escribió se borró.',
  files: {
    title: 'Archivos',
    about: 'Están en el caso cuando usted lo abre, y se van cuando aparta esto.',
    line: ({ name, bytes }) => `${name} (${sizeWords(bytes)})`,
  },
  facts: {
    received: 'Recibido',
    from: 'De',
    proof: 'Prueba',
    likely: 'Quién puede ser',
    track: 'Ruta',
    why: 'Por qué está retenido',
    text: 'Lo que se escribió',
    state: 'Qué fue de él',
  },
  rung: {
    title: 'A quién llamó Ladder de parte de quien llamaba',
    about: 'Estas llamadas pasan al caso cuando usted lo abre.',
  },
  proved: 'El dominio de quien lo envía responde por él',
  unproved: 'Nada prueba que venga de ahí: pregunte a quien lo escribió antes de actuar',
  likely: ({ name, customers }) => (customers.length === 0 ? name : `${name}, ${listed(customers)}`),
  nobody: 'Nadie registrado tiene esta dirección o este número',
  noTrack: 'No nombra ninguna',
  why: {
    unproved: 'Nada prueba que venga de esta dirección.',
    unknown: 'Nadie registrado tiene esta dirección.',
    severalPeople: 'Varias personas registradas tienen esta dirección.',
    notCustomer: 'Quien lo escribió no es cliente de este contrato.',
    severalCustomers: 'Quien lo escribió es de varios clientes, y no dice para cuál es.',
    noTrack: 'Se envió a una dirección que no nombra ninguna ruta.',
    refused: 'Llegó en nombre de un cliente, pero el caso no se pudo abrir.',
    byTelephone:
      'Llegó por teléfono, y ni su número ni un código de cliente dicen para quién es: devuelva la llamada.',
    tooMany:
      'Llegó por teléfono, y en una hora se habían abierto diez casos desde su número, o para su cliente desde números ocultos.',
    noSpeaker:
      'Llegó por teléfono con el código de un cliente, y no se sabe cuál de sus personas es: devuelva la llamada.',
    connected:
      'Quien llamó pidió hablar con quienes están de guardia, y no resultó ningún caso. Si trataba de uno, ábralo: las llamadas pasan a él.',
    message:
      'Es un mensaje para quienes están de guardia, que no contestaron: devuelva la llamada. La grabación está entre los archivos.',
  },
  one: {
    title: ({ subject }) => `Espera: ${subject}`,
    held: 'Espera a la mesa de ayuda',
    opened: ({ caseId, name }) => `${name} abrió para él el caso ${caseId}`,
    putAside: ({ name, text }) => `${name} lo apartó: ${text}`,
    toCase: ({ caseId }) => `Ir al caso ${caseId}`,
    settled: {
      message: 'No se ha hecho nada: esto ya no espera.',
      advice: 'Abajo está qué fue de él.',
    },
  },
  open: {
    title: 'Abrir el caso',
    about:
      'Usted lo abre para el cliente, a quien se avisa al instante. Dice lo que está aquí, y cuenta desde que llegó.',
    choose: 'Elegir el cliente',
    other: 'Elegir otro cliente',
    customer: ({ customerName }) => `Para ${customerName}`,
    button: 'Abrir el caso',
  },
  aside: {
    title: 'Apartarlo',
    about:
      'Para lo que no es problema de ningún cliente. No se avisa a nadie; su nombre y su motivo quedan con ello.',
    reason: 'Por qué no se abre ningún caso',
    reasonHint: 'Para sus compañeros, que pueden volver a encontrarlo.',
    button: 'Apartarlo',
    reasonMissing: 'Diga por qué no se abre ningún caso.',
    reasonTooLong: ({ max }) => `Dígalo en ${max} caracteres como máximo.`,
    done: 'Está apartado',
  },
  byMail: {
    title: 'O por correo',
    about:
      'Escriba desde la dirección que consta de usted. El caso se abre cuando llega su correo, si su sistema de correo firma lo que envía; si no, lo lee antes la mesa de ayuda.',
  },
  mail: {
    writer: {
      subject: ({ contractTitle }) =>
        `${contractTitle}: un correo suyo está en la mesa de ayuda y aún no hay caso abierto`,
      lead: ({ subject, isProved }) =>
        `${isProved ? 'Su correo' : 'Un correo en su nombre'} «${subject}» ha llegado para abrir un caso, y está en la mesa de ayuda.`,
      notOpened: 'Aún no hay ningún caso abierto. La mesa de ayuda lee el correo y abre uno, o le pregunta.',
      urgent: 'Si es suyo y es urgente, no espere.',
      call: ({ name, number }) => `Llame a ${name}: ${number}.`,
      link: {
        label: 'Abrir un caso',
        says: 'Usted entra y dice qué ha pasado; los plazos corren desde ese instante.',
      },
      footer: ({ contractTitle }) =>
        `Recibe este correo porque desde su dirección llegó uno para abrir un caso bajo ${contractTitle}. No se puede responder.`,
    },
    desk: {
      subject: ({ contractTitle }) => `${contractTitle}: alguien espera a que la mesa de ayuda abra un caso`,
      lead: ({ from, subject, came }) => `${CAME[came]} de ${from} pide abrir un caso: «${subject}».`,
      what: 'Léalo, y abra el caso para quien lo envió, o apártelo. Hasta entonces no corre ningún plazo.',
      link: { label: 'Ver lo que espera', says: 'Muestra lo que llegó, y abre el caso.' },
      footer: ({ contractTitle }) =>
        `Recibe este correo porque está en la mesa de ayuda de ${contractTitle}. En cada hora se le avisa de cinco correos así; la página los tiene todos. No se puede responder.`,
    },
  },
};
