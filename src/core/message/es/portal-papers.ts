import type { PapersWords } from '../portal/papers.ts';
import { counted, formatDate, listed, longDate } from './dates.ts';

const date = (text: string): string => formatDate(text, { year: true });
const long = (text: string): string => longDate(text, { year: true });

export const papers: PapersWords = {
  foot: ({ title, number, digest }) => `${title}, revisión ${number}, huella ${digest}`,
  pageOf: ({ number, of }) => `Página ${number} de ${of}`,
  stamp: {
    revision: ({ number }) => `Revisión ${number}`,
    since: 'en vigor desde',
    digest: 'Huella',
    address: 'Publicada en',
    asOf: 'Personas y números a fecha de',
  },
  ofFile: {
    says: 'Hecha a partir de un archivo; no la ha publicado ninguna instalación.',
    holdsFrom: 'prevista para regir desde',
    effective: 'Prevista para regir desde',
    inForceAt: 'Lo que está en vigor se lee en',
    address: 'El archivo da como dirección',
    people: 'Las personas y los números son los del archivo.',
  },
  posted: {
    name: 'Publicado a tiempo',
    says: ({ days, dueOn, posted }) => {
      const wanted = `Se pide dentro de ${counted(days, 'día')} de la firma del contrato, hasta el final del ${long(dueOn)}.`;
      if (!posted) return `${wanted} Nadie anotó cuándo se publicó.`;
      return posted.lateDays === 0
        ? `${wanted} Sí: se publicó aquí por primera vez el ${long(posted.on)}.`
        : `${wanted} No: se publicó aquí por primera vez el ${long(posted.on)}, con ${counted(posted.lateDays, 'día')} de retraso.`;
    },
  },
  address: 'Dirección',
  comingDays: ({ from, until }) => `Días cerrados o con otro horario del ${date(from)} al ${date(until)}:`,
  noComingDays: ({ from, until }) =>
    `Del ${date(from)} al ${date(until)} ningún día está cerrado ni tiene otro horario, salvo los de arriba.`,
  unknownSigns: ({ count }) =>
    count === 1
      ? 'Un signo del texto no está en ninguna letra de este documento. Va escrito por su número, como en [U+6771].'
      : `${count} signos del texto no están en ninguna letra de este documento. Van escritos por su número, como en [U+6771].`,
  offer: {
    title: 'Para llevar',
    about: 'El mismo plan en otras formas. Cada una dice qué revisión es.',
    pdf: 'El plan para imprimir y archivar (PDF)',
    wallA4: 'Una página para la pared, A4 (PDF)',
    wallLetter: 'Una página para la pared, carta (PDF)',
    calendar: 'Fechas y días feriados para su calendario (ICS)',
    json: 'Este plan para programas (JSON)',
    month: 'Mes por mes',
    atom: 'Lo que cambia de este plan, para un lector de canales (Atom)',
  },
  wall: {
    title: '¿Nadie ayuda? Suba de nivel.',
    first: 'Pregunte aquí primero.',
    keptNumber: 'El número es para clientes con sesión iniciada: vea la dirección abajo',
    more: ({ count }) => `${count === 1 ? 'Una persona' : `${count} personas`} más: vea la dirección abajo`,
  },
  atom: {
    title: ({ title, contract }) => `${title}, ${contract}: lo que cambia`,
    published: ({ number }) => `Se publicó la revisión ${number}`,
    filled: ({ name, title }) => `Desde ahora ocupa el puesto ${name}: ${title}`,
    levels: ({ levels }) =>
      levels.length === 0
        ? 'El puesto no está en ningún nivel.'
        : `Se le contacta en ${levels.length === 1 ? 'el nivel' : 'los niveles'} ${listed(levels.map(String))}. La página del plan tiene los números que usted puede ver.`,
  },
  feed: {
    title: ({ title }) => `${title}: fechas y días feriados`,
    due: ({ title, owner }) => (owner === '' ? `Vence: ${title}` : `Vence: ${title} (${owner})`),
    holiday: ({ name, calendar }) => `Cerrado: ${name} (calendario “${calendar}”)`,
  },
};
