import type { RecordPageWords } from '../portal/record.ts';
import { counted } from './dates.ts';

export const recordPage: RecordPageWords = {
  title: 'Registro',
  about:
    'Todo lo que ocurre en un caso es un evento que nadie puede cambiar. Cada uno está atado al anterior por un resumen criptográfico, y cada hora se firma el conjunto.',
  checkpoint: {
    title: 'Último punto de control',
    none: 'Todavía no se ha firmado ningún punto de control. El primero se hace antes de una hora.',
    said: ({ number, at, cases, events }) =>
      `El punto de control ${number}, del ${at}, abarca ${counted(cases, 'caso')} con ${counted(events, 'evento')}, de todos los contratos juntos.`,
    digest: 'Su resumen',
  },
  whole: {
    title: 'Verificar todo el registro',
    about:
      'Se lee cada evento de cada caso y se compara con los puntos de control. Con muchos casos, tarda un poco.',
    button: 'Verificarlo ahora',
    progress: 'Verificando',
    again: 'Volver a mirar',
    failed: 'La verificación no llegó a su fin: algo falló en la instalación. Inténtelo otra vez.',
    of: (at) => `Verificado desde ${at}, tal como estaba entonces el registro.`,
    elsewhere:
      'Algo del registro de esta instalación no es válido, fuera de este contrato. Avise a quien mantiene la instalación.',
  },
  one: {
    title: 'Ver un caso',
    label: 'Número del caso',
    hint: 'Por ejemplo, 100001.',
    button: 'Mostrar su registro',
    missing: (caseId) => `Aquí no hay ningún caso «${caseId}». Revise el número.`,
    heading: (caseId) => `Registro del caso ${caseId}`,
    open: 'El caso en sí',
    download: 'Sus eventos en JSON',
    chain: 'Los eventos y sus resúmenes',
    chainAbout: 'Cada resumen se hace sobre el anterior, el número del evento y lo que dice.',
    columns: { number: 'N.º', at: 'Cuándo', type: 'Evento', text: 'Texto escrito', digest: 'Resumen' },
    texts: { kept: 'se conserva', erased: 'borrado', none: '–' },
    listed: ({ number, at }) => `El punto de control ${number}, del ${at}, es el último que lo abarca.`,
    unlisted: 'Ningún punto de control lo abarca todavía.',
  },
  holds: 'El registro es válido',
  holdsOf: ({ cases, events, texts, erased }) =>
    `Se miraron ${counted(cases, 'caso')}, ${counted(events, 'evento')} y ${counted(texts, 'texto')}. Borrados, como el registro admite: ${counted(erased, 'texto')}.`,
  broken: 'El registro no es válido',
};
