import type { NoticeMeans } from '../../reach/notice-rules.ts';
import { telephone } from '../on-clocks.ts';
import type { ReadinessWords } from '../portal/readiness.ts';
import { counted, formatLocal, listed } from './dates.ts';

const CARRIES: Readonly<Record<NoticeMeans, string>> = {
  email: 'escribe correos',
  text: 'envía SMS',
  call: 'hace llamadas',
};

export const readiness: ReadinessWords = {
  title: 'Disponibilidad de los contactos',
  about:
    'Si Ladder podría localizar ahora a cada persona del plan vigente cuando se llegara a su nivel: por qué medio, en qué orden y qué hay en contra.',
  carries: ({ carriers }) =>
    `Ladder, por sí mismo, ${listed(carriers.map((means) => CARRIES[means]))}; los números figuran en el caso para que las personas llamen.`,
  ownAbout:
    'Si Ladder podría localizarle ahora cuando se llegara a un nivel en el que usted está: por qué medio, en qué orden y qué hay en contra.',
  link: '¿Podría Ladder localizar ahora a todos?',
  none: {
    title: 'Ningún plan está vigente',
    about: 'Cuando se publique un plan, aquí figurará cada persona que esté en uno de sus niveles.',
  },
  noneOwn: {
    title: 'Usted no está en ningún nivel del plan',
    about: 'Ladder solo le avisa de un caso si se le nombra en él.',
  },
  figure: ({ count, of }) =>
    `Ahora se podría localizar a ${count} de ${counted(of, 'persona')} sin nada en contra.`,
  mailFails: ({ at, timeZone }) =>
    `El correo en general no sale: falló por última vez el ${formatLocal(at, timeZone, { year: true })} y desde entonces no ha salido ninguno.`,
  levels: {
    title: 'Niveles',
    all: {
      yes: ({ level, title }) => `Nivel ${level}, ${title}: ahora se podría localizar a alguien.`,
      doubtful: ({ level, title }) =>
        `Nivel ${level}, ${title}: ahora solo se podría intentar con personas cuya dirección o cuyo número está en duda.`,
      no: ({ level, title }) => `Nivel ${level}, ${title}: ahora no se podría localizar a nadie.`,
    },
    some: {
      yes: ({ level, title, count }) =>
        `Nivel ${level}, ${title}: ahora se podría localizar a alguien para ${counted(count, 'cliente')}.`,
      doubtful: ({ level, title, count }) =>
        `Nivel ${level}, ${title}: para ${counted(count, 'cliente')} ahora solo se podría intentar con personas cuya dirección o cuyo número está en duda.`,
      no: ({ level, title, count }) =>
        `Nivel ${level}, ${title}: para ${counted(count, 'cliente')} ahora no se podría localizar a nadie.`,
    },
    vacant: ({ title }) => `Nadie ocupa el puesto ${title}.`,
  },
  people: {
    title: 'Personas',
    columns: {
      name: 'Quién',
      now: 'Localizable ahora',
      order: 'Turno',
      means: 'Por qué medio, en este orden',
      duty: 'De turno',
    },
  },
  reached: { yes: 'Sí', doubtful: 'En duda', no: 'No se puede' },
  you: {
    yes: 'Ladder podría localizarle ahora',
    doubtful: 'Ladder intentaría localizarle ahora, pero hay algo en contra de su dirección o su número',
    no: 'Ladder no podría localizarle ahora',
  },
  noWay: 'No hay ninguna dirección ni ningún número por el que Ladder pueda localizar a la persona.',
  fewMeans: 'No hay dos medios que no puedan fallar a la vez.',
  means: {
    email: ({ value }) => `Correo a ${value}`,
    mobile: ({ value }) => `Celular ${telephone(value)}`,
    office: ({ value }) => `Oficina ${telephone(value)}`,
  },
  confirmed: ({ at, timeZone }) => `confirmado el ${formatLocal(at, timeZone, { year: true })}`,
  doubts: {
    returned: ({ at, timeZone }) => `un correo no llegó el ${formatLocal(at, timeZone, { year: true })}`,
    unreached: ({ at, timeZone }) =>
      `una llamada no dio con la persona el ${formatLocal(at, timeZone, { year: true })}`,
    reported: ({ at, timeZone }) =>
      `se avisó el ${formatLocal(at, timeZone, { year: true })} de que no es correcto; se está comprobando`,
    missed: ({ at, timeZone }) =>
      `se pidió en vano; sin confirmar desde el ${formatLocal(at, timeZone, { year: true })}`,
    never: 'nunca confirmado',
    lapsed: ({ at, timeZone }) =>
      `confirmado hace demasiado tiempo, el ${formatLocal(at, timeZone, { year: true })}`,
  },
  place: {
    first: ({ level }) => `Nivel ${level}: enseguida`,
    later: ({ level, count }) =>
      `Nivel ${level}: a los ${counted(count, 'minuto')}, si nadie ha acusado recibo`,
    notNow: ({ level }) => `Nivel ${level}: ahora no`,
  },
  duty: {
    always: 'A todas horas',
    standsIn: 'Solo en lugar de otros',
    until: ({ at, timeZone }) => `Hasta el ${formatLocal(at, timeZone, { year: true })}`,
    on: ({ count }) => `Al menos los próximos ${counted(count, 'día')}`,
    from: ({ at, timeZone }) => `Desde el ${formatLocal(at, timeZone, { year: true })}`,
    off: ({ count }) => `No en los próximos ${counted(count, 'día')}`,
  },
  digest: {
    subject: ({ contractTitle, count }) =>
      count === 0
        ? `${contractTitle}: ya no hay nada en contra de localizar a nadie`
        : `${contractTitle}: ${counted(count, 'asunto')} por corregir sobre a quién se localiza`,
    lead: ({ count }) =>
      count === 0
        ? 'Lo que nombraba el último de estos correos está corregido. No hay nada más que corregir.'
        : `Para que se localice a las personas del plan cuando haga falta, conviene corregir ${counted(count, 'asunto')}.`,
    person: ({ name, levels, reasons }) =>
      `${name} (${levels.length === 1 ? 'nivel' : 'niveles'} ${listed(levels.map(String))}): ${reasons.join('; ')}.`,
    noWay: 'ninguna dirección ni ningún número por el que Ladder pueda localizarle',
    fewMeans: 'no hay dos medios que no puedan fallar a la vez',
    doubt: ({ name, text }) => `${name}: ${text}`,
    more: ({ count }) => `${counted(count, 'persona más', 'personas más')} en la página.`,
    rightedLead: 'Corregido desde el último de estos correos:',
    righted: {
      person: ({ name }) => `${name}: ya no hay nada en contra.`,
      level: ({ name }) => `Nivel ${name}: se podría localizar de nuevo a alguien.`,
      seat: ({ name }) => `El puesto ${name} ya no está vacante.`,
    },
    what: 'Pida a las personas nombradas que confirmen o cambien sus datos en el portal, o ponga a otra persona en su lugar.',
    link: {
      label: 'Ver a quién podría localizar Ladder ahora',
      says: 'Dice de cada nivel y de cada persona cómo está.',
    },
    footer: ({ contractTitle }) =>
      `Recibe este correo una vez por semana como máximo, porque responde por ${contractTitle} o lo supervisa. No se puede contestar.`,
  },
  take: { title: 'Para llevar', json: 'Como JSON, para un programa' },
};
