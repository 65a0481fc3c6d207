import type { CaseFileWords } from '../portal/case-file.ts';
import { counted } from './dates.ts';

/** The file of a case, in Spanish. */
export const caseFile: CaseFileWords = {
  offer: {
    title: 'El expediente del caso',
    about:
      'El caso entero para guardarlo, auditarlo o reclamar con él: sus plazos con sus razones, todo lo que ocurrió, qué fue de cada mensaje y los resúmenes.',
    pdf: 'Expediente para imprimir y archivar (PDF)',
    json: 'Expediente para programas (JSON)',
  },
  stamp: {
    events: ({ first, last, events }) => `Eventos del ${first} al ${last}, de ${events}.`,
    part: ({ number, of }) => `Parte ${number} de ${of}.`,
    next: 'La parte siguiente:',
    written: 'Escrito el',
    address: 'El caso está en',
  },
  foot: ({ title, number, of, digest }) =>
    `${title}, expediente${of > 1 ? `, parte ${number} de ${of}` : ''}, último resumen ${digest}`,
  facts: {
    standing: 'En qué está',
    closed: 'Cerrado',
    digest: 'Último resumen de esta parte',
    acknowledged: 'Primer acuse de recibo',
    responded: 'Primera respuesta',
    satisfied: 'Cliente satisfecho',
    pauses: 'Pausas',
    pausesNone: 'Ninguna',
    taken: ({ plain, open }) =>
      open === undefined
        ? `${plain} desde que el caso empezó a contar`
        : `${plain} desde que el caso empezó a contar, de ellos ${open} en el horario abierto del plan`,
    notYet: 'Hasta ahora no',
    revision: ({ number, digest }) => `Revisión ${number}, resumen ${digest}`,
    pause: ({ reason, from, until }) =>
      until === undefined ? `${reason}: desde el ${from}` : `${reason}: del ${from} al ${until}`,
    pauseUpheld: 'Se impugnó con éxito y no cuenta.',
  },
  levels: {
    title: 'Niveles alcanzados',
    columns: { level: 'Nivel', since: 'Contactado', who: 'A quién había que llegar' },
    none: 'No se ha contactado ningún nivel.',
  },
  clocks: {
    title: 'Plazos y promesas',
    about:
      'Cada vez que un plazo empezó: desde cuándo contó, cuándo vencía, por qué entonces y cómo terminó. Los plazos son los del contrato; que una máquina lo note tarde no mueve ninguno.',
    none: 'En esta parte no empezó ningún plazo.',
    from: 'Cuenta desde',
    due: 'Vence',
    why: 'Por qué entonces',
    became: 'Cómo terminó',
    runs: 'Sigue corriendo.',
    how: {
      fell: ({ number, event }) => `Venció, evento ${number}: ${event}`,
      kept: ({ number, event }) => `Se cumplió, evento ${number}: ${event}`,
      void: ({ number, event }) => `Terminó sin objeto, evento ${number}: ${event}`,
      stopped: ({ number, event }) => `Se detuvo antes de vencer, por el evento ${number}: ${event}`,
      moved: ({ number, event }) => `Se contó de nuevo después del evento ${number}: ${event}`,
    },
  },
  events: {
    title: 'Todo lo que ocurrió',
    about:
      'En el orden del registro, que nadie puede cambiar. Debajo de cada hora está el mismo instante en UTC, tal como se registró.',
    caption: 'Eventos del caso',
    columns: { number: 'N.º', when: 'Cuándo', what: 'Qué ocurrió' },
    withheld:
      'Esto es para otras personas del contrato. Está en el registro, y su resumen lo ata a lo que se muestra aquí.',
    counted: ({ at }) => `Entró en el registro el ${at}.`,
    file: 'Resumen del archivo',
    digest: 'Resumen',
    carried: ({ name, event, attempts, reason }) =>
      `${name === undefined ? 'Sobre' : `A ${name}, sobre`} el evento ${event}, ${counted(attempts, 'intento')}${
        reason === undefined ? '' : `; el operador dijo: ${reason}`
      }.`,
  },
  record: {
    title: 'El registro que hay detrás',
    about:
      'Cada resumen de arriba es SHA-256 del resumen anterior, el número del evento y lo que dice. Quien tenga el JSON de este expediente y los puntos de control puede calcularlos de nuevo.',
    checkpointDigest: 'Resumen de ese punto de control',
  },
};
