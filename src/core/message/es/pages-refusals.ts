import type { PagesWords } from '../pages.ts';
import { clockRefusals } from './clock-refusals.ts';
import { counted } from './dates.ts';

export const pageRefusals: PagesWords['refusals'] = {
  ...clockRefusals,
  'page-link-unknown': () => ({
    message: 'No existe ese enlace.',
    advice: 'Quizá un programa de correo lo partió en dos: cópielo completo, o use un mensaje más reciente.',
  }),
  'page-origin-foreign': () => ({
    message: 'Esto se envió desde otro sitio, así que no se hizo nada.',
    advice: 'Abra la página aquí y use su propio botón.',
  }),
  'page-host-foreign': () => ({
    message: 'Las páginas de una demostración son solo para esta máquina.',
    advice: 'Ábralas en la dirección que Ladder indicó al iniciar.',
  }),
  'page-token-wanted': () => ({
    message: 'Esta página es para quien administra la instalación.',
    advice: 'Inicie sesión con cualquier nombre y, como contraseña, el token de administrador.',
  }),
  'page-missing': () => ({
    message: 'No existe esa página.',
    advice:
      'Revise la dirección. Aquello a lo que llevaba un enlace puede haber terminado o ser solo para otros: pregunte entonces a quien se lo envió.',
  }),
  'page-form-malformed': () => ({
    message: 'El formulario no se pudo leer.',
    advice: 'Abra la página de nuevo y vuelva a llenarlo.',
  }),
  'page-too-often': ({ seconds }) => ({
    message: 'Fueron demasiados intentos en poco tiempo.',
    advice: `Inténtelo de nuevo en ${counted(seconds, 'segundo')}.`,
  }),
  'page-reply-not-taken': ({ reason }) => ({
    message: `La contestación no se recibió (${reason}).`,
    advice: 'El servidor de correo de Ladder debe estar en marcha, y el correo debe permitir contestar.',
  }),
  'page-fault': ({ requestId }) => ({
    message: 'Algo falló aquí y no se hizo nada.',
    advice: `Inténtelo de nuevo en un momento. Si pide ayuda, mencione el número ${requestId}.`,
  }),
};
