import type { ObligationWords } from '../portal/obligations.ts';
import { counted, longDate } from './dates.ts';

const date = (on: string): string => longDate(on, { year: true });

const ENDS: Readonly<Record<string, string>> = {
  accepted: 'aceptada',
  waived: 'dispensada',
  dropped: 'fuera del plan',
  delivered: 'entregada y sin devolver',
};

export const obligationRefusals: ObligationWords['refusals'] = {
  'obligation-not-found': ({ obligationId }) => ({
    message: `Aquí no hay ninguna obligación “${obligationId}”.`,
    advice: 'Búsquela en la lista de obligaciones.',
  }),
  'obligation-not-allowed': () => ({
    message: 'Esto no le corresponde a usted.',
    advice: 'La entrega la parte que la debe; la acepta o la devuelve la parte que la acepta.',
  }),
  'obligation-changed': ({ expected, said }) => ({
    message: `Algo pasó desde que usted la vio: vio ${counted(expected, 'evento')}, y hay ${said}.`,
    advice: 'Lea lo nuevo y decida otra vez.',
  }),
  'key-used-differently': () => ({
    message: 'Este formulario ya se envió con otras palabras.',
    advice: 'Abra la página otra vez y envíelo de nuevo.',
  }),
  'obligation-unknown': () => ({
    message: 'No existe esa obligación.',
    advice: 'Búsquela en la lista de obligaciones.',
  }),
  'obligation-settled': ({ status }) => ({
    message: `Ya está ${ENDS[status] ?? 'resuelta'}.`,
    advice: 'No se puede hacer nada más con ella.',
  }),
  'obligation-party-wrong': () => ({
    message: 'Esto le toca a otra parte.',
    advice: 'Su página dice quién la debe y quién la acepta.',
  }),
  'obligation-evidence-missing': () => ({
    message: 'Todavía no hay nada que mostrar.',
    advice: 'Agregue un archivo, un enlace o unas palabras.',
  }),
  'obligation-files-too-many': ({ filesMax }) => ({
    message: `Ya tiene ${counted(filesMax, 'archivo')}, y no se guardan más.`,
    advice: 'Dé un enlace a los demás.',
  }),
  'obligation-links-too-many': ({ linksMax }) => ({
    message: `De una entrega no se guardan más de ${counted(linksMax, 'enlace')}.`,
    advice: 'Dé los que importan.',
  }),
  'obligation-link-unsound': ({ link }) => ({
    message: `“${link}” no es la dirección de una página.`,
    advice: 'Escriba la dirección completa, que empiece con https:// y sin contraseña.',
  }),
  'obligation-done-ahead': ({ doneOn }) => ({
    message: `El ${date(doneOn)} todavía no llega.`,
    advice: 'Dé el día en que se hizo, o no lo ponga.',
  }),
  'obligation-not-delivered': () => ({
    message: 'En este momento no hay nada entregado.',
    advice: 'Espere a que la entregue quien la debe.',
  }),
  'obligation-own-delivery': () => ({
    message: 'La entregó usted.',
    advice: 'Otra persona tiene que aceptarla o devolverla.',
  }),
  'obligation-reason-missing': () => ({ message: 'Falta la razón.', advice: 'Diga por qué, en una frase.' }),
  'obligation-proposal-standing': () => ({
    message: 'Hay una propuesta que espera respuesta.',
    advice: 'Primero haga que se conteste o se retire.',
  }),
  'obligation-proposal-unknown': () => ({
    message: 'Esa propuesta ya no está en pie.',
    advice: 'Lea qué pasó con ella.',
  }),
  'obligation-proposal-own': () => ({
    message: 'La propuesta es de su propia parte.',
    advice: 'La otra parte tiene que contestarla; usted puede retirarla.',
  }),
  'obligation-proposal-others': () => ({
    message: 'La propuesta es de la otra parte.',
    advice: 'Acéptela o rechácela.',
  }),
  'obligation-date-past': ({ dueOn }) => ({
    message: `El ${date(dueOn)} ya pasó.`,
    advice: 'Elija hoy o un día posterior.',
  }),
  'obligation-date-unchanged': ({ dueOn }) => ({
    message: `Ya vence el ${date(dueOn)}.`,
    advice: 'Elija otro día.',
  }),
  'obligation-date-far': ({ dueOn, latest }) => ({
    message: `El ${date(dueOn)} está demasiado lejos.`,
    advice: `Elija un día hasta el ${date(latest)}.`,
  }),
};
