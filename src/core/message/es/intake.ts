import type { IntakeWords } from '../intake.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const DEMANDS: Readonly<Record<string, string>> = {
  levels: 'ese número de niveles',
  milestones: 'hitos',
  roles: 'funciones y responsabilidades',
  deliverables: 'entregables',
  commitmentDates: 'fechas de compromiso',
  expedited: 'una vía más rápida',
  'promises.longestAtLevel': 'una promesa del tiempo máximo en un nivel',
  'promises.updateEvery': 'una promesa de cada cuánto se informa al cliente',
};

export const intake: IntakeWords = {
  problems: {
    'document-empty': () => ({
      message: 'El archivo no contiene texto.',
      advice: 'Elija el archivo que contiene el plan.',
    }),
    'document-too-large': ({ mebibytes }) => ({
      message: `El archivo supera los ${mebibytes} MiB.`,
      advice: 'Quite las imágenes y los anexos que no pertenecen al plan.',
    }),
    'document-too-long': ({ pages, pagesMax }) => ({
      message: `El documento tiene ${pages} páginas; se leen ${pagesMax} como máximo.`,
      advice: 'Guarde las páginas que contienen el plan como un documento aparte.',
    }),
    'document-encrypted': () => ({
      message: 'El documento está protegido con una contraseña.',
      advice: 'Ábralo, guárdelo sin contraseña e inténtelo de nuevo.',
    }),
    'document-damaged': () => ({
      message: 'El archivo está dañado: empieza como un documento y no se puede leer como tal.',
      advice: 'Ábralo en el programa del que proviene, guárdelo de nuevo e inténtelo otra vez.',
    }),
    'document-kind-unknown': () => ({
      message: 'El archivo no es de ninguno de los tipos que se leen.',
      advice: 'Guárdelo como PDF, Word (.docx), HTML, Markdown o texto sin formato.',
    }),
    'document-word-old': () => ({
      message: 'El archivo es de un tipo antiguo de Office.',
      advice: 'Ábralo en Word y guárdelo como .docx o PDF.',
    }),
    'document-without-text': () => ({
      message: 'El documento no contiene texto; sus páginas pueden ser imágenes.',
      advice: 'Haga reconocer primero el texto, o guárdelo de nuevo desde el programa en que se escribió.',
    }),
    'document-too-dear': () => ({
      message: 'Leer el archivo exigiría más tiempo o memoria de lo que necesita un plan.',
      advice: 'Guarde las páginas que contienen el plan como un documento aparte.',
    }),
  },
  findings: {
    'import-negation-missing': () => ({
      message: 'Parece que falta un «no»: la frase envía a otra parte a quien sí conoce el contacto.',
      advice:
        'El borrador se escribió como si dijera «no conoce». Compruebe que eso es lo que se quiere decir.',
    }),
    'import-number-differs': ({ numbers, contact }) => ({
      message: `${contact} tiene números distintos en lugares distintos: ${numbers.join(' y ')}.`,
      advice: 'Averigüe cuál responde y resuelva la pregunta en el borrador.',
    }),
    'import-name-unknown': ({ name, level }) => ({
      message: `Se nombra a ${name} en el nivel ${level}, y la jerarquía tiene allí a otra persona o no conoce el nombre.`,
      advice: 'Averigüe quién ocupa hoy este nivel y resuelva la pregunta en el borrador.',
    }),
    'import-stop-unlisted': ({ stop }) => ({
      message: `El primer paso va a «${stop}», que no figura en la jerarquía.`,
      advice:
        'El borrador lo toma como nivel 1, que se busca para cada cliente. Compruebe qué debe ser el nivel 1.',
    }),
    'import-demand-missing': ({ demand }) => ({
      message: `La cláusula exige ${DEMANDS[demand] ?? `un valor para ${demand}`}, y el documento no lo tiene.`,
      advice: 'Acuérdelo y escríbalo en el borrador.',
    }),
    'import-order-assumed': () => ({
      message: 'El documento enumera contactos y no da nivel a ninguno.',
      advice: 'El borrador toma su orden como sus niveles. Compruébelo.',
    }),
    'import-page-unread': ({ page }) => ({
      message: `La página ${page} no tiene texto; puede ser una imagen.`,
      advice: 'Léala usted y escriba en el borrador lo que contiene.',
    }),
    'import-tracks-missing': () => ({
      message: 'No se encontró ningún paso que diga a quién se llega y después de cuánto tiempo.',
      advice: 'Escriba las rutas en el borrador.',
    }),
    'import-contacts-missing': () => ({
      message: 'No se encontró a nadie con quien comunicarse.',
      advice: 'Escriba los contactos y los niveles en el borrador.',
    }),
    'import-step-unconditioned': ({ level }) => ({
      message: `El paso al nivel ${level} no dice después de cuánto tiempo ni por qué motivo puede darse.`,
      advice: 'Acuerde su condición y escríbala en el borrador.',
    }),
  },
  contents: { pdf: 'PDF', docx: 'Word', html: 'HTML', markdown: 'Markdown', text: 'texto sin formato' },
  place: ({ page, line }) => (page === undefined ? `línea ${line}` : `página ${page}, línea ${line}`),
  summary: ({ content, pages, facts, questions, findings, unplaced }) =>
    `Leído como ${content}${pages > 1 ? `, ${pages} páginas` : ''}: ${count(facts, 'dato', 'datos')}, ` +
    `${count(questions, 'pregunta abierta', 'preguntas abiertas')}, ${count(findings, 'observación', 'observaciones')}, ` +
    `${count(unplaced, 'frase', 'frases')} sin lugar.`,
  titles: {
    questions: 'Preguntas abiertas',
    findings: 'Observaciones',
    unplaced: 'Sin lugar en el borrador',
    facts: 'Datos',
    draft: 'El borrador',
  },
  about: {
    questions:
      'El documento deja esto abierto o lo dice dos veces. El borrador lleva la primera lectura; mientras las partes no resuelvan una pregunta, esta impide la publicación.',
    findings: 'Aquello con lo que tropezaría quien leyera el documento.',
    unplaced:
      'Frases que no se entendieron, o no en todas sus partes. Lo que pertenezca al plan hay que escribirlo en él.',
    facts: 'Cada valor del borrador que se leyó, con las palabras de las que se tomó.',
    draft: 'Un plan en el formato de Ladder. Lo que el documento no dice es null.',
  },
  draftHead: ({ file }) => `Un borrador hecho a partir de ${file}. Junto a cada valor consta dónde se leyó.`,
  carries: ({ value }) => `El borrador lleva ${value}.`,
  next: ({ file }) => `Escriba «ladder check ${file}» para ver qué más necesita el plan.`,
  written: ({ file }) => `El borrador está en ${file}.`,
  page: {
    title: 'Hacer un borrador a partir de un documento',
    about:
      'Elija el documento en que consta hoy el proceso de escalamiento. Se lee aquí, en este servidor, y no se guarda; el borrador sí, cuando usted lo indique.',
    label: 'Documento',
    hint: ({ mebibytes }) =>
      `PDF, Word (.docx), HTML, Markdown o texto sin formato, ${mebibytes} MiB como máximo.`,
    button: 'Leer el documento',
    takes: ({ pages }) =>
      `Unas pocas páginas tardan un segundo; ${pages}, hasta medio minuto. Si tarda más, se dice cuánto va.`,
    reading: {
      title: 'Se está leyendo su documento',
      about: 'Esta página muestra el borrador en cuanto esté hecho. No tiene que hacer nada.',
      pages: 'Páginas leídas',
      together: 'Todas las páginas están leídas. Se está reuniendo lo que dicen.',
      again: 'Ver cuánto va',
    },
    gone: 'Lo que se leyó ya no está aquí: se conserva diez minutos. Elija el documento otra vez.',
    missing: 'Elija un documento.',
    busy: 'Se están leyendo otros documentos. Inténtelo de nuevo en un minuto.',
    again: 'Leer otro documento',
    keep: 'Guardar como borrador',
    download: 'Descargar el borrador',
    columns: {
      path: 'Lugar en el borrador',
      value: 'Valor',
      quote: 'Palabras',
      place: 'Dónde',
      reading: 'Lecturas',
    },
    none: { questions: 'No queda nada abierto.', findings: 'Ninguna.', unplaced: 'Todo encontró su lugar.' },
    more: ({ count: n }) => `Y ${n} más.`,
  },
};
