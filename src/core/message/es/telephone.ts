import type { CaseAct, NoticeAct } from '../../telephone/said.ts';
import { telephone as grouped } from '../on-clocks.ts';
import type { TelephoneWords, TextSayings } from '../telephone.ts';
import { courseAsked, courseMove, courseText } from './course.ts';
import { listed } from './dates.ts';

/** Las cifras una a una, como se leen en voz alta. */
/** A number digit by digit, as it is spoken. */
export const spelt = (digits: string): string => [...digits].join(', ');

const DONE: Readonly<Record<CaseAct | NoticeAct, (level: number | undefined) => string>> = {
  ask: () => 'Queda anotado que pregunta de nuevo. Se avisa a todos los contactados hasta ahora.',
  escalate: (level) => `El caso ha subido al nivel ${level}, al que se avisa ahora.`,
  satisfied: () =>
    'Queda anotado que está satisfecho, y el caso se cierra. Durante 24 horas puede deshacerlo.',
  notSatisfied: () => 'Queda anotado que no está satisfecho. Se avisa a todos los contactados hasta ahora.',
  undoSatisfied: () => 'Queda deshecho: el caso sigue como si no lo hubiera dicho.',
  acknowledge: () => 'Queda anotado que se ocupa usted del caso. El cliente espera todavía una respuesta.',
  respond: () => 'Su respuesta queda anotada y se avisa al cliente.',
};

const KEYS: Readonly<Record<NoticeAct, (level: number | undefined) => string>> = {
  acknowledge: () => 'para decir que se ocupa usted',
  respond: () => 'para responder al cliente',
  satisfied: () => 'para decir que está satisfecho',
  notSatisfied: () => 'para decir que no está satisfecho',
  escalate: (level) => `para subir al nivel ${level}`,
  undoSatisfied: () => 'para deshacer que está satisfecho',
};

const call: TelephoneWords['call'] = {
  greeting: ({ title }) =>
    title === undefined
      ? 'Ha llamado a la línea de escalamiento.'
      : `Ha llamado a la línea de escalamiento de ${title}.`,
  menu: () =>
    'Para abrir un caso, oprima 1. Si tiene el número de un caso y su PIN, oprima 2. Para hablar con quien está de guardia, oprima 3.',
  otherLanguage: () => 'Para español, oprima 9.',
  chooseContract: ({ key, title }) => `Para ${title}, oprima ${key}.`,
  chooseTrack: ({ key, title }) => `Para ${title}, oprima ${key}.`,
  confirmPerson: ({ name, customerName }) =>
    `Su número consta como el de ${name}, de ${customerName}. Para abrir el caso en su nombre, oprima 1. Si no, oprima 2.`,
  enterCode: () =>
    'Marque las ocho cifras de su código de cliente. Si no lo tiene, oprima 0 y la tecla numeral.',
  codeUnknown: () => 'Ningún cliente tiene ese código.',
  describe: () =>
    'Después del tono, diga qué ocurre y cómo se llama. Cuando termine, oprima la tecla numeral.',
  opened: ({ caseId, pin }) => `Su caso está abierto. Su número es ${spelt(caseId)}. Su PIN es ${pin}.`,
  openedAgain: ({ caseId, pin }) =>
    `Otra vez: número ${spelt(caseId)}, PIN ${pin}. Con los dos, cualquiera puede llamar o escribir sobre el caso.`,
  courseAsked,
  courseMove,
  courseEnds: () => 'Eso vale si nadie responde.',
  afterOpening: () =>
    'Para oír todo esto otra vez, oprima 9. Para hablar con quien está de guardia, oprima 1. Para oír qué puede hacer con el caso, oprima 2. Si no, puede colgar.',
  held: () =>
    'No hemos podido saber para quién es este caso. Lo que ha dicho está en la mesa de ayuda, que abre el caso y le llama. Todavía no hay ningún caso abierto.',
  heldTooMany: () =>
    'En esta hora se han abierto así tantos casos que este espera a la mesa de ayuda, que lo abre y le llama. Todavía no hay ningún caso abierto.',
  heldNoSpeaker: () =>
    'Sabemos para qué cliente es este caso, pero no cuál de sus personas es usted. Lo que ha dicho está en la mesa de ayuda, que abre el caso y le llama. Todavía no hay ningún caso abierto.',
  heldRefused: ({ text }) =>
    `El caso no se ha podido abrir ahora. ${text} Lo que ha dicho está en la mesa de ayuda, que se ocupa de ello y le llama. Todavía no hay ningún caso abierto.`,
  heldFull: () =>
    'La mesa de ayuda tiene más pendiente de lo que puede tomar. No se ha podido guardar lo que ha dicho. Hable con quien está de guardia.',
  afterHeld: () => 'Para hablar ahora con quien está de guardia, oprima 1. Si no, puede colgar.',
  notOpened: ({ text }) => `No se ha podido abrir el caso. ${text}`,
  nothingOpen: () => 'Aquí no hay ningún plan en vigor, así que no se puede abrir ningún caso por teléfono.',
  enterCase: () => 'Marque el número del caso y después la tecla numeral.',
  enterPin: () => 'Marque su PIN y después la tecla numeral.',
  wrongPin: () => 'Ese número y ese PIN no corresponden.',
  tooManyWrong: () => 'Ha fallado demasiadas veces.',
  notHeard: () => 'Hasta dentro de una hora no se atiende ningún PIN de su número. El caso mismo sigue.',
  lineLocked: () =>
    'Para este caso se han marcado demasiados PIN equivocados. Su línea de teléfono está cerrada hasta una hora. El caso mismo sigue, y su página y los correos funcionan como antes.',
  stands: ({ caseId, text }) => `Caso ${spelt(caseId)}. ${text}`,
  mayMove: ({ level }) => `Para subir al nivel ${level}, oprima 5.`,
  mayAsk: () => 'Para preguntar de nuevo, oprima 2.',
  maySettle: () => 'Si está satisfecho, oprima 3. Si no está satisfecho, oprima 4.',
  mayUndo: () => 'Para deshacer que está satisfecho, oprima 6.',
  mayConnect: () => 'Para hablar con quien está de guardia, oprima 0. Para oírlo otra vez, oprima 9.',
  sureSatisfied: ({ caseId }) =>
    `Usted está satisfecho, y el caso ${spelt(caseId)} se cierra. Si es así, oprima 1. Si no, oprima 2.`,
  sureMove: ({ caseId, level }) =>
    `El caso ${spelt(caseId)} sube al nivel ${level}. Si es así, oprima 1. Si no, oprima 2.`,
  done: ({ act, level }) => DONE[act](level),
  refused: ({ text }) => `No se ha hecho. ${text}`,
  connecting: () => 'Espere en línea.',
  nobodyThere: () => 'No se ha podido localizar a nadie.',
  whisper: ({ caseId, title }) =>
    `Llama un cliente de ${title}${caseId === undefined ? '' : ` por el caso ${spelt(caseId)}`}. Para tomar la llamada, oprima 1.`,
  joined: () => 'Le ponemos en comunicación.',
  leaveMessage: () => 'Después del tono, deje un mensaje. Cuando termine, oprima la tecla numeral.',
  messageKept: () => 'Su mensaje queda guardado, y se avisa a quienes están de guardia.',
  messageLost: () => 'No se ha podido guardar su mensaje.',
  notUnderstood: () => 'Esa no era ninguna de las teclas.',
  tooMany: () => 'Han llegado demasiadas llamadas de su número. Inténtelo dentro de una hora.',
  goodbye: () => 'Adiós.',
  noticeFor: ({ name }) => `Esto es Ladder, con un aviso para ${name}.`,
  noticeKey: ({ key, act, level }) => `Oprima ${key} ${KEYS[act](level)}.`,
  noticeSure: ({ act, level }) => `Oprima 1 ${KEYS[act](level)}. Oprima 2 si no es eso lo que quiere.`,
  noticeAgain: () => 'Oprima 9 para oírlo otra vez.',
  noticePassed: () => 'El asunto de esta llamada ha cambiado desde entonces. No tiene que hacer nada.',
  respondNow: () =>
    'Después del tono, diga lo que debe oír el cliente. Cuando termine, oprima la tecla numeral.',
  nothingSaid: () => 'No se ha dicho nada.',
  voicemail: ({ caseId }) =>
    `Esto es Ladder. Alguien le espera en el caso ${spelt(caseId)}. Mire sus mensajes o devuelva la llamada. Este mensaje no cuenta como respuesta.`,
  line: ({ text }) => text,
};

const numbered = (titles: readonly string[]): string =>
  titles.map((title, index) => `${index + 1} para ${title}`).join(', ');

/** Cómo se envían palabras, para quien las puso después de un código que no las admite. */
function inWords({ caseId, wordsKey, isCustomer }: Omit<TextSayings['alone'], 'key' | 'act' | 'level'>) {
  if (wordsKey !== undefined)
    return `Para responder al cliente, escriba "${wordsKey} ${caseId}" y después sus palabras.`;
  return isCustomer
    ? `Para preguntar de nuevo con sus palabras, escriba ${caseId}, su PIN, "preguntar" y después sus palabras.`
    : `Las palabras se envían en la página del caso ${caseId}.`;
}

/** La palabra para cada cosa que se puede hacer con número y PIN. */
const WORD: Readonly<Record<CaseAct, string>> = {
  ask: 'preguntar',
  escalate: 'subir',
  satisfied: 'satisfecho',
  notSatisfied: 'no satisfecho',
  undoSatisfied: 'deshacer',
};

const text: TelephoneWords['text'] = {
  chooseContract: ({ titles }) => `¿Para qué contrato? Responda ${numbered(titles)}.`,
  chooseTrack: ({ titles }) => `¿Qué clase de problema es? Responda ${numbered(titles)}.`,
  confirmPerson: ({ name, customerName }) =>
    `¿Abrir el caso para ${name}, ${customerName}? Responda 1 si es así, 2 si es usted otra persona.`,
  enterCode: () => 'Responda con las 8 cifras de su código de cliente, o 0 si no lo tiene.',
  codeUnknown: () => 'Ningún cliente tiene ese código. Responda con él otra vez, o 0 si no lo tiene.',
  opened: ({ caseId, pin, course }) =>
    `El caso ${caseId} está abierto. PIN ${pin}. ${courseText(course)} Escriba "${caseId} ${pin}" para saber cómo está; y detrás: preguntar, subir, satisfecho, no satisfecho.`,
  held: () =>
    'No hemos podido saber para quién es. Está en la mesa de ayuda, que abre el caso y le llama. Todavía no hay ningún caso abierto.',
  heldTooMany: () =>
    'En esta hora se han abierto así tantos casos que este espera a la mesa de ayuda, que lo abre y le llama. Todavía no hay ningún caso abierto.',
  heldNoSpeaker: () =>
    'Sabemos para qué cliente es, pero no cuál de sus personas es usted. Está en la mesa de ayuda, que abre el caso y le llama. Todavía no hay ningún caso abierto.',
  heldRefused: ({ text: why }) =>
    `El caso no se ha podido abrir ahora. ${why} Su mensaje está en la mesa de ayuda, que se ocupa de ello y le llama. Todavía no hay ningún caso abierto.`,
  heldFull: ({ number }) =>
    `La mesa de ayuda tiene más pendiente de lo que puede tomar, y su mensaje no se ha guardado. ${number === undefined ? 'Escriba de nuevo más tarde' : 'Llame'}, por favor.`,
  notOpened: ({ text: why }) => `No se ha podido abrir el caso. ${why}`,
  nothingOpen: () => 'Aquí no hay ningún plan en vigor, así que no se puede abrir ningún caso por mensaje.',
  which: ({ key, caseIds }) =>
    `¿Cuál? ${key} puede ser para ${listed(caseIds.map((id) => `el caso ${id}`))}. Responda con su número.`,
  again: ({ text: question }) => `Esa no era ninguna de las respuestas. ${question}`,
  letGo: () =>
    'Tampoco esa era ninguna de las respuestas, así que no se ha hecho nada y no preguntamos más. AYUDA dice qué puede escribir.',
  alone: ({ key, act, level, ...words }) =>
    `No se ha hecho nada, porque había palabras después de ${key}. Responda solo ${key} ${KEYS[act](level)}${act === 'satisfied' ? ', lo que cierra el caso' : ''}. ${inWords(words)}`,
  noSuchKey: ({ keys, caseId }) => `Ese código no es ninguno del caso ${caseId}. Valen ${listed(keys)}.`,
  nothingWaits: () => 'Nada de lo que le enviamos admite ahora esa respuesta. No se ha hecho nada.',
  passed: ({ caseId }) => `El caso ${caseId} ha seguido desde aquel mensaje, así que no se ha hecho nada.`,
  wordsMissing: ({ key, caseId }) =>
    `Diga lo que debe leer el cliente: responda "${key} ${caseId}" y después su respuesta.`,
  done: ({ act, level, caseId, text: stands, isUndone }) =>
    `Caso ${caseId}: ${DONE[act](level)}${stands === '' ? '' : ` ${stands}`}${isUndone ? ` Para deshacerlo, escriba ${caseId}, su PIN y "${WORD.undoSatisfied}".` : ''}`,
  stands: ({ caseId, text: stands }) => `Caso ${caseId}: ${stands}`,
  messageKept: ({ caseId, acts }) =>
    `Caso ${caseId}: sus palabras están en él y todos pueden leerlas; nada más se ha hecho.${acts.length === 0 ? '' : ` Para hacer algo, escriba ${caseId}, su PIN y solo ${acts.length === 1 ? 'esta palabra' : 'una de estas palabras'}: ${acts.map((act) => WORD[act]).join(', ')}.`}`,
  refused: ({ text: why }) => `No se ha hecho. ${why}`,
  wrongPin: () => 'Ese número y ese PIN no corresponden.',
  tooManyWrong: () =>
    'Ha fallado demasiadas veces. Hasta dentro de una hora no se atiende ningún PIN de su número, ni en mensajes ni en llamadas.',
  lineLocked: () =>
    'Para este caso se han enviado demasiados PIN equivocados. Su línea de teléfono está cerrada hasta una hora. El caso mismo sigue.',
  started: () => 'Vuelve a recibir mensajes de Ladder. Responda STOP para terminar.',
  help: ({ number }) =>
    `Ladder: escriba ABRIR y lo que ocurre para abrir un caso; el número de un caso y su PIN para saber cómo está.${number === undefined ? '' : ` O llame al ${grouped(number)}.`} STOP termina los mensajes.`,
};

export const telephoneWords: TelephoneWords = {
  call,
  text,
  spoken: 'Contado por teléfono. Lo que se dijo está en la grabación, entre los archivos.',
  spokenAnswer: 'Respondido por teléfono. Lo que se dijo está en la grabación, entre los archivos.',
  recording: {
    opening: 'Lo que dice quien llama.wav',
    answer: 'Respuesta por teléfono.wav',
    message: 'Mensaje por teléfono.wav',
  },
  heldCall: 'Una llamada',
  heldText: 'Un mensaje de texto',
  heldMessage: 'Un mensaje por teléfono',
  rangDuty: 'Alguien llamó para hablar con quienes están de guardia.',
  lineClosed:
    'En una hora se han marcado diez PIN equivocados para este caso por teléfono. Durante una hora nadie puede oír de él en llamadas o mensajes propios, tenga el PIN que tenga. El caso sigue: su página, los correos y las respuestas a lo que envía Ladder funcionan como antes. Si puede tener el PIN otra persona, cámbielo en la página del caso; eso abre la línea al instante.',
  connectedFrom: ({ number, rung, isHidden }) => {
    const to = isHidden ? `a un número que termina en ${rung.slice(-2)}` : `al ${grouped(rung)}`;
    return number === undefined
      ? `Ladder llamó ${to} de parte de alguien que ocultó su número.`
      : `Ladder llamó ${to} de parte de alguien que llamaba desde el ${grouped(number)}.`;
  },
  messageLeft:
    'Alguien llamó para hablar con quienes están de guardia, y nadie contestó. El mensaje está en la grabación, entre los archivos.',
  pin: {
    title: 'Por teléfono',
    about: {
      callsAndTexts: ({ number, caseId, pin }) =>
        `Llame o escriba al ${grouped(number)}, con el número del caso, ${caseId}, y su PIN ${pin}.`,
      texts: ({ number, caseId, pin }) =>
        `Escriba ${caseId} ${pin} al ${grouped(number)}: el número del caso y su PIN. AYUDA dice qué más puede escribir.`,
    },
    words:
      'Quien tiene los dos puede saber cómo está el caso, preguntar de nuevo, subir al nivel siguiente y decir si usted está satisfecho. Dé el PIN solo a quien puede hacerlo.',
    another: 'Otro PIN',
    aboutAnother:
      'Si tiene el PIN alguien que no debe, cámbielo. El anterior deja de valer al instante, para todos los que lo tienen.',
    aboutForCaller:
      'Si quien abrió el caso lo pide por teléfono, puede cambiar su PIN. El nuevo no se le dice a usted.',
    tells: {
      text: ({ name, number }) => `El nuevo se le dice a ${name} en un mensaje al ${grouped(number)}.`,
      call: ({ name, number }) => `El nuevo se le dice a ${name} en una llamada al ${grouped(number)}.`,
    },
    first: {
      text: ({ name, number }) =>
        `De ${name} no consta ninguna dirección de correo; recibe el PIN del caso en un mensaje al ${grouped(number)}. Con él y el número del caso sabe cómo está desde cualquier teléfono. A usted no se le dice.`,
      call: ({ name, number }) =>
        `De ${name} no consta ninguna dirección de correo; se le dice el PIN del caso en una llamada al ${grouped(number)}. Con él y el número del caso sabe cómo está desde cualquier teléfono. A usted no se le dice.`,
      nobody: ({ name }) =>
        `De ${name} no consta ninguna dirección de correo ni ningún teléfono al que llegue un mensaje o una llamada, así que el PIN del caso no se le dice a nadie. Haga que conste su número; cambie después el PIN en la página del caso, y se le dice el nuevo.`,
    },
    madeSure: '¿Cómo comprobó quién lo pide?',
    madeSureHint:
      'Queda en el caso, para que lo lea su cliente. Por ejemplo: devolví la llamada al número que consta.',
    madeSureMissing: 'Diga cómo comprobó quién lo pide.',
    noTelephone:
      'De quien abrió el caso no consta ningún teléfono al que llegue un mensaje o una llamada. Cambia el PIN por su cuenta, en su sesión.',
    replace: 'Cambiar el PIN',
    replaced: 'El PIN es otro desde ahora. El anterior ya no abre nada.',
    replacedNote: {
      byCustomer:
        'Se ha cambiado el PIN para llamadas y mensajes sobre este caso. El anterior deja de valer.',
      byDesk: ({ madeSure }) =>
        `La mesa de ayuda ha cambiado el PIN para llamadas y mensajes sobre este caso, porque se lo pidieron. El anterior deja de valer. Cómo se comprobó quién lo pide: ${madeSure}`,
    },
    told: {
      subject: ({ caseId }) => `Un PIN nuevo para el caso ${caseId}`,
      text: ({ caseId, pin }) => [
        `Ladder: el caso ${caseId} tiene un PIN nuevo, ${pin}. El anterior ya no vale. Si nadie de ustedes lo pidió, llámenos.`,
      ],
      call: ({ caseId, pin }) => [
        'Esto es Ladder.',
        `El caso ${spelt(caseId)} tiene un PIN nuevo: ${pin}.`,
        'El anterior ya no vale. Si nadie de ustedes lo pidió, llámenos.',
      ],
    },
    toldFirst: {
      subject: ({ caseId }) => `El PIN del caso ${caseId}`,
      text: ({ caseId, pin }) => [
        `Ladder: la mesa de ayuda ha abierto el caso ${caseId} para usted. Su PIN es ${pin}. Con ambos sabe de él desde cualquier teléfono. Si nadie de ustedes lo pidió, llámenos.`,
      ],
      call: ({ caseId, pin }) => [
        'Esto es Ladder.',
        `La mesa de ayuda ha abierto el caso ${spelt(caseId)} para usted.`,
        `Su PIN es: ${pin}.`,
        'Con ambos sabe de él desde cualquier teléfono. Si nadie de ustedes lo pidió, llámenos.',
      ],
    },
  },
  byTelephone: {
    title: { callsAndTexts: 'O por teléfono', texts: 'O por mensaje de texto' },
    about: {
      callsAndTexts: ({ number }) =>
        `Llame al ${grouped(number)} y oprima 1, o escriba ABRIR y lo que ocurre al mismo número.`,
      texts: ({ number }) => `Escriba ABRIR y lo que ocurre al ${grouped(number)}.`,
    },
    code: ({ code }) =>
      `Se le pide su código de cliente: ${code}. Dice para quién es el caso, y no abre nada más.`,
  },
};
