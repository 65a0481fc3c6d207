import type { DraftWords } from '../portal/drafts.ts';
import { partyWords } from './case-parts.ts';
import { longLocal } from './dates.ts';
import { draftStatus } from './portal-drafts-parts.ts';

const moment = (at: Parameters<typeof longLocal>[0]): string =>
  longLocal(at, 'UTC', { year: true, zone: true });
const DID = {
  wrote: 'escribió una parte de este borrador',
  proposed: 'lo propuso',
  agreed: 'estuvo de acuerdo con él',
} as const;

export const draftRefusals: DraftWords['refusals'] = {
  'draft-not-found': ({ draft }) => ({
    message: `No existe el borrador ${draft}.`,
    advice: 'Mire la lista de borradores.',
  }),
  'draft-not-allowed': () => ({
    message: 'Eso no le corresponde a usted en un borrador.',
    advice: 'Pregunte al director del programa o a la supervisión.',
  }),
  'draft-nothing-published': () => ({
    message: 'Ningún plan de este contrato está vigente, o su texto se borró: no hay nada que copiar.',
    advice: 'Empiece el borrador con un texto.',
  }),
  'draft-same': ({ revision }) => ({
    message: `Este borrador dice lo mismo que la revisión ${revision}, que está vigente.`,
    advice: 'Cambie el borrador, o descártelo.',
  }),
  'draft-people-refused': ({ personId }) => ({
    message: `El plan pondría a ${personId} en dos partes del contrato.`,
    advice: 'Nadie actúa por el contratista y por la supervisión. Nombre a otra persona en el plan.',
  }),
  'draft-over': ({ status }) => ({
    message: `Con este borrador ya no se hace nada: está ${draftStatus[status]}.`,
    advice: 'Empiece uno nuevo.',
  }),
  'draft-not-open': ({ status }) => ({
    message: `Este borrador está ${draftStatus[status]}, así que su texto queda como está.`,
    advice: 'Devuélvalo primero, con el motivo; después se puede cambiar y proponer de nuevo.',
  }),
  'draft-not-proposed': () => ({
    message: 'Este borrador no está propuesto.',
    advice: 'Propóngalo primero.',
  }),
  'draft-not-agreed': ({ missing }) => ({
    message: `Este borrador espera el acuerdo de ${missing.map(partyWords).join(' y ')}.`,
    advice: 'Las dos partes deben estar de acuerdo antes de publicar un plan.',
  }),
  'draft-changed': ({ by, at }) => ({
    message: `${by} cambió este borrador el ${moment(at)}, después de que usted lo abrió.`,
    advice: 'No se hizo nada. Lea el borrador como está ahora y hágalo de nuevo.',
  }),
  'draft-full': ({ eventsMax }) => ({
    message: `Este borrador tiene ${eventsMax} entradas en su registro, y más no puede tener.`,
    advice: 'Empiece un borrador nuevo con su texto.',
  }),
  'draft-text-erased': () => ({
    message: 'El texto de este borrador se borró.',
    advice: 'Empiece un borrador nuevo.',
  }),
  'draft-text-missing': () => ({ message: 'No se escribió nada.', advice: 'Escriba el texto y envíelo.' }),
  'draft-text-unstorable': () => ({
    message: 'El texto contiene caracteres que no son texto.',
    advice: 'Guárdelo como UTF-8, sin caracteres nulos.',
  }),
  'draft-text-too-long': ({ bytesMax }) => ({
    message: `El texto ocupa más de ${bytesMax} bytes.`,
    advice: 'Un plan es más corto. Busque algo que se haya copiado por error.',
  }),
  'draft-reason-missing': () => ({
    message: 'Falta el motivo.',
    advice: 'Escriba por qué, para que los demás puedan actuar.',
  }),
  'draft-agreed-already': ({ party, who }) => ({
    message: `${who} ya está de acuerdo con este borrador por ${partyWords(party)}.`,
    advice: 'Basta un acuerdo de cada parte.',
  }),
  'draft-eyes-same': ({ who, did }) => ({
    message: `${who} ${DID[did]} por la otra parte.`,
    advice: 'Tiene que estar de acuerdo otra persona: cuatro ojos ven cada plan.',
  }),
  'draft-blocked': ({ findings: { length } }) => ({
    message:
      length === 1
        ? 'Una observación impide que este borrador siga adelante.'
        : `${length} observaciones impiden que este borrador siga adelante.`,
    advice:
      'Corrija lo que señalan, resuelva las preguntas, o que las dos partes digan por qué una puede quedar.',
  }),
  'draft-uncountable': ({ gaps }) => ({
    message: `Los plazos de este borrador no se pueden contar sin ${gaps.join(', ')}.`,
    advice: 'Escriba lo que falta.',
  }),
  'draft-contract-other': ({ contract, named }) => ({
    message:
      named === undefined
        ? 'El borrador no dice a qué contrato pertenece.'
        : `El borrador es un plan del contrato «${named}».`,
    advice: `Escriba ${contract} en contract.id.`,
  }),
  'draft-instant-passed': ({ effectiveAt }) => ({
    message: `El ${moment(effectiveAt)} ya pasó.`,
    advice: 'Elija un momento futuro, o déjelo vacío para publicarlo ahora.',
  }),
  'draft-instant-far': ({ daysMax }) => ({
    message: `Faltan más de ${daysMax} días para eso.`,
    advice: 'Elija un momento más cercano.',
  }),
  'draft-finding-unknown': ({ finding, path }) => ({
    message: `El borrador no tiene la observación ${finding} en ${path}.`,
    advice: 'Lea sus observaciones como están ahora.',
  }),
  'draft-finding-stays': ({ finding }) => ({
    message: `${finding} no puede quedar así.`,
    advice: 'Una pregunta se resuelve eligiendo una lectura, y lo que no se puede leer se escribe de nuevo.',
  }),
};
