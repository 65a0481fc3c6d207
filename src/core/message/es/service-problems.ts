import type { ServiceWords } from '../service.ts';
import { clockRefusals } from './clock-refusals.ts';
import { counted, listed } from './dates.ts';

const said = (message: string, advice: string) => ({ message, advice });

const ADDRESS = 'Revise la dirección; lo que usted no puede ver se contesta de la misma manera.';
const LATER = 'Envíe la misma petición un poco más tarde, con la misma Idempotency-Key.';

const UNDONE = {
  true: 'No se hizo nada de ello.',
  false: 'Puede que se haya hecho o puede que no: mírelo antes de enviarlo de nuevo.',
  undefined: '',
};

export const problems: ServiceWords['problems'] = {
  ...clockRefusals,
  'case-not-found': ({ caseId }) => said(`Aquí no hay un caso ${caseId}.`, ADDRESS),
  'command-not-allowed': ({ command }) =>
    said(`Su función no permite la acción “${command}”.`, 'Pídalo a alguien de la parte a la que le toca.'),
  'case-changed': ({ expected, said: number }) =>
    said(
      `Usted vio la versión ${expected} del caso, y desde entonces se dijo más: ya va en la versión ${number}.`,
      'Vea qué pasó; después, si todavía quiere, envíelo de nuevo con la versión nueva.',
    ),
  'case-set-aside': ({ caseId }) =>
    said(
      `El caso ${caseId} está apartado por una falla del programa: nadie atiende sus plazos.`,
      'Ya se avisó a quienes operan Ladder. Mientras tanto, llame a su contacto.',
    ),
  'file-empty': ({ name }) => said(`El archivo “${name}” está vacío.`, 'Elija otro, o guárdelo de nuevo.'),
  'file-too-big': ({ mebibytesMax }) =>
    said(
      `El archivo tiene más de ${mebibytesMax} MB y no se guardó.`,
      'Hágalo más pequeño, envíe una parte, o póngalo donde todos lo alcancen y escriba una nota que diga dónde.',
    ),
  'file-kind-unknown': ({ name }) =>
    said(
      `El archivo “${name}” no es de ninguna clase que se guarde: se mira el contenido, y no el nombre.`,
      'Envíe una imagen (PNG, JPEG, GIF, WebP), una grabación (WAV), un PDF, texto simple o CSV en UTF-8, un correo (EML), o un documento sin macros (DOCX, XLSX, ODT, ODS). Un dibujo o una página puede enviarse como PDF.',
    ),
  'file-not-found': ({ file }) =>
    said(`El caso no tiene ningún archivo “${file}”.`, 'Mire la lista de sus archivos.'),
  'file-erased': ({ file }) =>
    said(
      `El archivo “${file}” se borró.`,
      'El registro dice quién lo adjuntó y cuándo; lo que había en él ya no está.',
    ),
  'case-file-missing': ({ caseId, part }) =>
    said(
      `Para usted no hay ninguna parte ${part} de un expediente del caso “${caseId}”.`,
      'El expediente de un caso empieza por la parte 1 y dice cuántas partes tiene. Es para quienes se ocupan del caso entero: quien lo sigue o sustituye a alguien lo pide a la persona que lo abrió.',
    ),
  'person-not-colleague': ({ person }) =>
    said(
      `El cliente de este caso no tiene a nadie “${person}”.`,
      'Nombre a una de sus personas: nadie más puede seguir el caso ni ser suplente.',
    ),
  'call-number-unknown': ({ contact, telephone }) =>
    said(
      `Aquí no hay ningún número ${telephone === 'office' ? 'de oficina' : 'de celular'} de “${contact}”.`,
      'Elija un número de los que muestra el caso, o `other` si es uno que no está ahí.',
    ),
  'key-used-differently': ({ key }) =>
    said(`La clave “${key}” ya se usó para otra petición.`, 'Use una clave nueva para cada petición nueva.'),
  'customer-not-named': ({ customers }) =>
    customers.length === 0
      ? said('No se dice de quién es el caso.', 'Indique el cliente.')
      : said(`Usted pertenece a ${listed([...customers])}.`, 'Indique de qué cliente es el caso.'),
  'customer-not-found': ({ customer }) => said(`Aquí no hay un cliente ${customer}.`, ADDRESS),
  'reporter-not-named': ({ customer }) =>
    said(
      `Un caso abierto para alguien que llama de ${customer} necesita saber quién llamó.`,
      'Indique la persona a la que se le avisa de todo y que puede contestar.',
    ),
  'reporter-not-found': ({ reporter, customer }) =>
    said(`${reporter} no es una persona de ${customer}.`, 'Indique una persona del propio cliente.'),
  'revision-not-published': ({ contract }) =>
    said(
      `El plan de ${contract} no está publicado, y ningún caso se puede abrir con él.`,
      'Publique una revisión que ambas partes hayan acordado.',
    ),
  'revision-not-found': ({ revision }) =>
    said(`No hay una revisión publicada ${revision}.`, 'Consulte la lista de revisiones.'),
  'contract-not-found': ({ contract }) => said(`Aquí no hay un contrato ${contract}.`, ADDRESS),
  'page-not-found': () => said('No hay nada en esta dirección.', ADDRESS),
  'source-not-shown': () =>
    said(
      'El plan tal como se escribió contiene números de personas y no se muestra aquí.',
      'En su lugar, lea sus reglas.',
    ),
  'token-missing': () =>
    said('La petición no trae un token.', 'Envíe con ella "Authorization: Bearer ladder_…".'),
  'token-not-valid': () =>
    said('El token no se conoce, venció o se revocó.', 'Pida uno nuevo a quien administra Ladder.'),
  'token-scope-missing': ({ needed }) =>
    said(`Su token no tiene el alcance “${needed}”.`, 'Use un token que se haya hecho con él.'),
  'request-body-malformed': () => said('El contenido no es JSON.', 'Envíe un objeto JSON en UTF-8.'),
  'request-body-invalid': ({ problems: found }) =>
    said(
      `${counted(found, 'dato')} del contenido no se ${found === 1 ? 'puede' : 'pueden'} aceptar.`,
      'Cada uno se nombra en `problems`.',
    ),
  'request-query-invalid': ({ problems: found }) =>
    said(
      `${counted(found, 'dato')} de la consulta no se ${found === 1 ? 'puede' : 'pueden'} aceptar.`,
      'Cada uno se nombra en `problems`.',
    ),
  'request-header-invalid': ({ header }) =>
    said(`El encabezado ${header} no se entiende.`, 'La descripción de la API dice cómo se escribe.'),
  'request-body-too-big': ({ bytesMax }) =>
    said(`El contenido pasa de ${counted(bytesMax, 'byte')}.`, 'Envíe menos a la vez.'),
  'request-type-unsupported': () =>
    said('El contenido es de un tipo que no se acepta.', 'Envíelo como application/json.'),
  'request-method-not-allowed': ({ method }) =>
    said(`${method} no se conoce en esta dirección.`, 'El encabezado Allow dice cuáles sí.'),
  'request-not-understood': () =>
    said('La petición no se entiende.', 'Revise su dirección y sus encabezados.'),
  'request-host-foreign': () =>
    said(
      'El reloj de una demostración es solo para esta máquina.',
      'Use la dirección que Ladder indicó al iniciar.',
    ),
  'request-origin-foreign': () =>
    said(
      'Esto se envió desde una página de otro sitio, así que no se hizo nada.',
      'Envíelo desde esta máquina, sin página o desde una nuestra.',
    ),
  'requests-too-many': ({ max, minutes, seconds }) =>
    said(
      `Más de ${counted(max, 'petición', 'peticiones')} en ${minutes === 1 ? 'un minuto' : minutes === 60 ? 'una hora' : counted(minutes / 60, 'hora')}.`,
      `Siga en ${later(seconds)}.`,
    ),
  'streams-too-many': ({ max }) =>
    said(
      max === 1 ? 'Ya hay una conexión abierta.' : `Ya hay ${max} conexiones abiertas.`,
      'Cierre una que ya no haga falta.',
    ),
  'service-draining': () => said('Este nodo se está deteniendo.', LATER),
  'database-away': () =>
    said(
      'En este momento no se puede llegar a la base de datos, y no se sabe si recibió esto.',
      'Envíelo de nuevo con la misma Idempotency-Key: así se hace una sola vez.',
    ),
  'internal-fault': ({ requestId, undone }) =>
    said(
      `Ladder falló con esto, por una falla suya. ${UNDONE[String(undone) as keyof typeof UNDONE]}`.trim(),
      `Quienes lo operan lo ven con el número ${requestId}. Mientras tanto, llame a quien nombra el plan.`,
    ),
};

/** So long as somebody would say it: nobody counts an hour in seconds. */
const later = (seconds: number): string =>
  seconds <= 120
    ? counted(seconds, 'segundo')
    : seconds <= 7200
      ? counted(Math.ceil(seconds / 60), 'minuto')
      : counted(Math.ceil(seconds / 3600), 'hora');
