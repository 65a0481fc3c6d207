import type { RotaWords } from '../portal/rota.ts';
import { counted } from './dates.ts';

export const rotaRefusals: RotaWords['refusals'] = {
  'rota-not-found': ({ rota }) => ({
    message: `El plan en vigor no tiene ningún cuadro de turnos ${rota}.`,
    advice: 'Elija uno de los de la página.',
  }),
  'rota-not-allowed': () => ({
    message: 'Esto corresponde a quien dirige el programa.',
    advice: 'Pídaselo, o proponga un intercambio a un colega.',
  }),
  'rota-people-missing': () => ({
    message: 'No se eligió a nadie.',
    advice: 'Elija de quién se trata y, si se reemplaza a alguien, a quién.',
  }),
  'rota-person-unknown': ({ person }) => ({
    message: `El plan en vigor no tiene a ${person} entre quienes podrían estar de turno.`,
    advice: 'Elija a alguien a quien el plan nombre.',
  }),
  'rota-times-missing': () => ({
    message: 'No se dice desde cuándo o hasta cuándo.',
    advice: 'Dé una fecha y una hora para ambos.',
  }),
  'rota-times-turned': () => ({
    message: 'Terminaría antes de empezar.',
    advice: 'Haga que termine más tarde o que empiece antes.',
  }),
  'rota-times-past': () => ({
    message: 'Ese tiempo ya ha empezado o ya ha pasado.',
    advice: 'Elija un tiempo que esté por venir: quién estuvo de turno no se cambia después.',
  }),
  'rota-times-far': ({ daysMax }) => ({
    message: `Faltan más de ${counted(daysMax, 'día')} para eso.`,
    advice: 'Lo que vaya a regir tan tarde debe estar en el plan.',
  }),
  'rota-times-long': ({ daysMax }) => ({
    message: `Eso dura más de ${counted(daysMax, 'día')}.`,
    advice: 'Lo que vaya a regir tanto tiempo debe estar en el plan; o elija un tiempo más corto.',
  }),
  'rota-full': ({ entriesMax }) => ({
    message: `Ya hay ${entriesMax} cambios por venir, y son todos los que puede haber.`,
    advice: 'Retire lo que no haga falta o escriba los nuevos turnos en el plan.',
  }),
  'rota-entry-unknown': ({ entry }) => ({
    message: `No hay ningún cambio ${entry} de esa clase.`,
    advice: 'Abra de nuevo la página de turnos.',
  }),
  'rota-entry-over': ({ entry }) => ({
    message: `El cambio ${entry} ya está resuelto o ha pasado, así que no se ha hecho nada.`,
    advice: 'Abra de nuevo la página de turnos y pida otro cambio.',
  }),
  'rota-entry-withdrawn': ({ entry }) => ({
    message: `El cambio ${entry} ya está retirado, así que no se ha hecho nada.`,
    advice: 'Abra de nuevo la página de turnos: muestra quién está, sin ese cambio.',
  }),
  'rota-swap-others': () => ({
    message: 'Un intercambio lo proponen y lo aceptan las dos personas cuyo turno es.',
    advice: 'Quien dirige el programa puede fijar una excepción en su lugar.',
  }),
  'rota-swap-alone': () => ({
    message: 'Los dos turnos son de la misma persona.',
    advice: 'Elija el turno de otra persona.',
  }),
  'rota-swap-idle': ({ person }) => ({
    message: `${person} ya no está de turno en ese tiempo.`,
    advice: 'Abra la página de nuevo y elija entre los turnos de hoy.',
  }),
};
