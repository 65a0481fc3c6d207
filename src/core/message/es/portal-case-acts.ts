import type { ActSubject, CasePageWords } from '../portal/case-page.ts';
import { levelWords, when } from './case-parts.ts';

type Acts = CasePageWords['acts']['of'];

const level = ({ level: number = 0, context }: ActSubject): string => levelWords(number, context);

/** ` del martes 17 de noviembre de 2026, 2:10 p. m., hora del Pacífico`; nothing where it is not known. */
const of = ({ at, context }: ActSubject): string => (at === undefined ? '' : ` del ${when(at, context)}`);

const ASKED_AGAIN = 'Se pide respuesta de nuevo a todos los niveles contactados hasta ahora.';

/** What the customer says, or the desk for it. */
const customerActs: Pick<
  Acts,
  | ('escalate' | 'ask' | 'notSatisfied' | 'satisfied' | 'undoSatisfied' | 'chooseAutomatic' | 'reopen')
  | ('withdraw' | 'confirmResponse' | 'decline' | 'recordCall' | 'addNote')
> = {
  escalate: {
    label: (subject) =>
      subject.isEarly
        ? `Contactar al ${level(subject)} antes de tiempo`
        : `Contactar ahora al ${level(subject)}`,
    follows: (subject) =>
      `El caso sube de nivel: se le avisa de inmediato al ${level(subject)}, y desde ahora se le pide respuesta. Los niveles solo suben.`,
    done: (subject) => `El caso pasó al ${level(subject)}, y se le está avisando.`,
  },
  ask: {
    label: ({ onBehalf }) => (onBehalf ? 'El cliente espera una respuesta' : 'Espero una respuesta'),
    follows: () => `${ASKED_AGAIN} Si alguien ya había respondido, los plazos de silencio empiezan de nuevo.`,
    done: () => ASKED_AGAIN,
  },
  notSatisfied: {
    label: ({ onBehalf }) =>
      onBehalf ? 'El cliente no está satisfecho' : 'No satisfecho: el asunto no está resuelto',
    follows: () => `La respuesta no resuelve el asunto. ${ASKED_AGAIN}`,
    done: () => `Consta en el caso que la respuesta no resuelve el asunto. ${ASKED_AGAIN}`,
  },
  satisfied: {
    label: () => 'Satisfecho: el asunto está resuelto',
    follows: () =>
      'El caso se cierra, y ya nada queda pendiente. Puede deshacerlo en un plazo de 24 horas, como si nunca se hubiera dicho.',
    done: () => 'El caso está cerrado. Puede deshacerlo en un plazo de 24 horas.',
  },
  undoSatisfied: {
    label: () => 'Deshacer “Satisfecho”',
    follows: () =>
      'El caso sigue como si usted nunca hubiera dicho que está resuelto; sus plazos no dejaron de correr.',
    done: () => 'El caso sigue como si nunca se hubiera dicho.',
  },
  chooseAutomatic: {
    label: ({ automatic }) =>
      automatic === 1 ? 'Que Ladder dé los pasos por mí' : 'Que Ladder ya no dé los pasos por mí',
    follows: ({ automatic }) =>
      automatic === 1
        ? 'En cuanto uno de sus pasos esté pendiente, Ladder lo da en su nombre, de día y de noche. Lo que ya está pendiente se hace de inmediato. Puede desactivarlo.'
        : 'De ahora en adelante no se hace nada en su nombre: se le avisa cuando un paso está pendiente, y usted lo da.',
    done: ({ automatic }) =>
      automatic === 1
        ? 'Ladder da sus pasos en su nombre en cuanto están pendientes.'
        : 'Ladder ya no da pasos en su nombre.',
  },
  reopen: {
    label: () => 'Reabrir el caso',
    follows: () =>
      'El problema volvió: se pide respuesta de nuevo a todos los niveles contactados, y el tiempo que estuvo cerrado no cuenta para nadie.',
    done: () =>
      'El caso está abierto otra vez, y se pide respuesta de nuevo a todos los niveles contactados.',
  },
  withdraw: {
    label: () => 'Retirar el caso',
    follows: () =>
      'El caso se cierra sin quedar resuelto: ya nadie trabaja en él, y nada más queda pendiente. Esto no se puede deshacer; a lo sumo se puede reabrir el caso, si el plan lo permite.',
    done: () => 'El caso está retirado y cerrado.',
  },
  confirmResponse: {
    label: ({ at, context }) =>
      at === undefined ? 'Sí, la respuesta llegó entonces' : `Sí, la respuesta llegó el ${when(at, context)}`,
    follows: () =>
      'El contratista dice que su respuesta llegó antes de que Ladder la recibiera. Si usted lo confirma, los plazos cuentan desde entonces; si no, cuentan desde que se recibió.',
    done: () => 'La respuesta cuenta desde que, según el contratista, llegó.',
  },
  decline: {
    label: (subject) => `No contactar al ${level(subject)}`,
    follows: () =>
      'El paso sale de su lista, y su motivo queda en el caso. El paso todavía se puede dar más tarde.',
    done: (subject) =>
      `Consta en el caso por qué no se contacta al ${level(subject)}. El paso todavía se puede dar.`,
  },
  recordCall: {
    label: () => 'Llamé por teléfono',
    follows: () =>
      'La llamada queda en el caso como constancia. No le pide respuesta a nadie ni cambia nada: para eso, use los otros botones. Un número que no está en servicio, o en el que contesta otra persona, queda en duda de inmediato y se avisa al director del programa. Que no conteste nadie no pone nada en duda.',
    done: () => 'La llamada consta en el caso.',
  },
  addNote: {
    label: () => 'Escribir una nota',
    follows: () => 'La nota queda en el caso para quienes usted elija. No cambia ningún plazo.',
    done: () => 'La nota está en el caso.',
  },
};

/** What the contractor says. */
const contractorActs: Pick<
  Acts,
  | ('acknowledge' | 'respond' | 'proposeResolution' | 'update' | 'handOver' | 'proposeTrack')
  | ('requestPause' | 'contestStatedInstant' | 'proposeRevision')
> = {
  acknowledge: {
    label: () => 'Acusar recibo',
    follows: () =>
      'Los avisos a su nivel se detienen por un tiempo. No es una respuesta: todos los plazos del contrato siguen corriendo hasta que usted responda.',
    done: () =>
      'Usted acusó recibo del caso. Los avisos a su nivel se detienen por un tiempo; los plazos siguen corriendo.',
  },
  respond: {
    label: () => 'Responder',
    follows: () => 'Su respuesta sobre el asunto llega al cliente y pone fin al silencio de su nivel.',
    done: () => 'Su respuesta está en el caso, y se le avisa al cliente.',
  },
  proposeResolution: {
    label: () => 'Proponer una solución',
    follows: () =>
      'Usted considera que esto resuelve el asunto, y se le pregunta al cliente si es así. Cuenta como respuesta; solo el cliente puede dar el caso por resuelto.',
    done: () => 'Su propuesta está en el caso, y se le pregunta al cliente si resuelve el asunto.',
  },
  update: {
    label: () => 'Dar novedades',
    follows: () =>
      'El cliente se entera de cómo va el asunto. No es una respuesta, y no detiene ningún plazo del contrato.',
    done: () => 'Se le avisa al cliente. No es una respuesta: los plazos siguen corriendo.',
  },
  handOver: {
    label: () => 'Traspasar el caso',
    follows: () =>
      'Otra persona del contratista tiene el caso desde ahora, y se le avisa. No cambia ningún plazo.',
    done: () => 'El caso está traspasado.',
  },
  proposeTrack: {
    label: () => 'Proponer otra ruta',
    follows: () =>
      'Se le pregunta al cliente si la otra ruta conviene más. Solo el cliente o la supervisión la cambian.',
    done: () => 'Se le pregunta al cliente si la otra ruta conviene más.',
  },
  requestPause: {
    label: () => 'Pedir una pausa',
    follows: () =>
      'Los plazos se detienen solo si el cliente la acepta, y a lo sumo por el tiempo que el plan permite.',
    done: () =>
      'Se le pregunta al cliente si acepta la pausa. Mientras tanto, todos los plazos siguen corriendo.',
  },
  contestStatedInstant: {
    label: (subject) => `Impugnar la hora declarada${of(subject)}`,
    follows: () =>
      'Usted duda de que el cliente haya pedido respuesta a la hora que dice. La supervisión decide; mientras tanto, cuenta la hora declarada.',
    done: () => 'Se le pide a la supervisión que decida. Mientras tanto, cuenta la hora declarada.',
  },
  proposeRevision: {
    label: ({ revision }) => `Proponer la revisión ${revision} del plan para este caso`,
    follows: () => 'El cliente o la supervisión deciden si el caso pasa a ella.',
    done: () => 'Se les pregunta al cliente y a la supervisión si el caso pasa a ella.',
  },
};

/** Pauses, and what oversight decides. */
const otherActs: Omit<Acts, keyof typeof customerActs | keyof typeof contractorActs> = {
  consentToPause: {
    label: () => 'Aceptar la pausa',
    follows: () =>
      'Todos los plazos se detienen, hasta que una de las dos partes termine la pausa o pase el tiempo más largo que permite el plan.',
    done: () => 'El caso está en pausa: todos los plazos están detenidos.',
  },
  refusePause: {
    label: () => 'No aceptar la pausa',
    follows: () => 'Todos los plazos siguen corriendo.',
    done: () => 'No hay pausa: todos los plazos siguen corriendo.',
  },
  resume: {
    label: () => 'Terminar la pausa',
    follows: () => 'Todos los plazos siguen desde donde se detuvieron.',
    done: () => 'La pausa terminó: todos los plazos siguen corriendo.',
  },
  contestPause: {
    label: (subject) => `Impugnar la pausa${of(subject)}`,
    follows: () =>
      'Usted considera que la pausa no debe contar. La supervisión decide; mientras tanto, cuenta.',
    done: () => 'Se le pide a la supervisión que decida. Mientras tanto, la pausa cuenta.',
  },
  decidePauseDispute: {
    label: (subject) => `Decidir si cuenta la pausa${of(subject)}`,
    follows: () => 'Si se acepta la impugnación, los plazos cuentan como si la pausa nunca hubiera existido.',
    done: () => 'Su decisión está en el caso, y se les avisa a las dos partes.',
  },
  decideStatedInstant: {
    label: (subject) => `Decidir sobre la hora declarada${of(subject)}`,
    follows: () => 'Si se acepta la impugnación, la solicitud cuenta desde que se recibió.',
    done: () => 'Su decisión está en el caso, y se les avisa a las dos partes.',
  },
  changeTrack: {
    label: () => 'Cambiar la ruta',
    follows: () =>
      'Las reglas de la otra ruta valen de inmediato, desde los mismos inicios: lo que ellas dejan en el pasado queda pendiente ahora. Los pasos que estaban pendientes lo siguen estando si la otra ruta los tiene.',
    done: () => 'El caso está en la otra ruta.',
  },
  close: {
    label: () => 'Cerrar el caso',
    follows: () =>
      'Ya nadie trabaja en el caso, y nada más queda pendiente. Esto no se puede deshacer; a lo sumo el cliente puede reabrir el caso, si el plan lo permite.',
    done: () => 'El caso está cerrado, y se les avisa a todas las personas del caso.',
  },
  moveToRevision: {
    label: ({ revision }) => `Pasar el caso a la revisión ${revision} del plan`,
    follows: () =>
      'Las reglas de esa revisión valen de inmediato, desde los mismos inicios: lo que ellas dejan en el pasado queda pendiente ahora. El caso no regresa por sí solo.',
    done: ({ revision }) => `El caso se rige por la revisión ${revision} del plan.`,
  },
};

export const caseActs: Acts = { ...customerActs, ...contractorActs, ...otherActs };
