import { OTHER_PARTY } from '../../publication/draft-state.ts';
import type { MailLink } from '../mail.ts';
import type { DraftMailWords } from '../portal/draft-mails.ts';
import { ofParty, partyWords } from './case-parts.ts';
import { listed, longLocal } from './dates.ts';

const DECIDE: MailLink = {
  label: 'Abrir el borrador',
  says: 'Usted inicia sesión, lo lee, y allí lo aprueba o lo devuelve.',
};
const LOOK: MailLink = { label: 'Abrir el borrador', says: 'Usted inicia sesión y lo lee allí.' };

const SOMEBODY = 'Alguien';

export const draftMails: DraftMailWords = {
  says: {
    proposed: ({ contractTitle, draft, name = SOMEBODY }) => ({
      subject: `El borrador ${draft} del plan está propuesto`,
      lead: [
        `${name} propuso a las dos partes el borrador ${draft} del plan de ${contractTitle}. Su texto queda como está hasta que se apruebe o se devuelva.`,
        'Se puede publicar cuando el contratista y la supervisión lo hayan aprobado. Quien lo escribió o lo propuso por una parte no lo aprueba por la otra.',
      ],
      link: DECIDE,
    }),
    sentBack: ({ contractTitle, draft, name = SOMEBODY }) => ({
      subject: `El borrador ${draft} del plan está devuelto`,
      lead: [
        `${name} devolvió el borrador ${draft} del plan de ${contractTitle}. Se puede cambiar otra vez, y después se propone de nuevo; lo que se aprobó antes ya no cuenta.`,
      ],
      link: { label: 'Abrir el borrador', says: 'Usted inicia sesión y lo cambia allí.' },
    }),
    agreed: ({ contractTitle, draft, name = SOMEBODY, party }) => ({
      subject: `El borrador ${draft} del plan espera el acuerdo ${ofParty(OTHER_PARTY[party])}`,
      lead: [
        `${name} aprobó el borrador ${draft} del plan de ${contractTitle} por ${partyWords(party)}. Todavía espera el acuerdo ${ofParty(OTHER_PARTY[party])}.`,
      ],
      link: DECIDE,
    }),
    agreedByBoth: ({ contractTitle, draft, name = SOMEBODY, party }) => ({
      subject: `El borrador ${draft} del plan está aprobado por las dos partes`,
      lead: [
        `${name} aprobó el borrador ${draft} del plan de ${contractTitle} por ${partyWords(party)}. Ahora las dos partes están de acuerdo, y sus reglas quedan fijas.`,
        'Entra en vigor cuando se publica: enseguida, o en el momento que se fije.',
      ],
      link: { label: 'Abrir el borrador', says: 'Usted inicia sesión y lo publica allí.' },
    }),
    publicationSet: ({ contractTitle, draft, name = SOMEBODY, effectiveAt, timeZone }) => ({
      subject: `El borrador ${draft} del plan tiene un momento en que entra en vigor`,
      lead: [
        `${name} fijó cuándo entra en vigor el borrador ${draft} del plan de ${contractTitle}: ${longLocal(effectiveAt, timeZone, { year: true, zone: true })}. Entonces se publica por sí solo.`,
        'Los casos que se abran desde entonces siguen este plan. Los casos en curso conservan el suyo.',
      ],
      link: LOOK,
    }),
    published: ({ contractTitle, draft, name, effectiveAt, timeZone, revision }) => ({
      subject: `La revisión ${revision} del plan está vigente`,
      lead: [
        `El borrador ${draft} del plan de ${contractTitle} está publicado como revisión ${revision}, y vigente desde el ${longLocal(effectiveAt, timeZone, { year: true, zone: true })}. ${name === undefined ? 'Había llegado su momento.' : `Lo publicó ${name}.`}`,
        'Los casos que se abran desde entonces siguen este plan. Los casos en curso conservan el suyo.',
      ],
      link: { label: 'Leer el plan', says: 'Abre el plan como lo lee cualquiera.' },
    }),
    loaded: ({ contractTitle, effectiveAt, timeZone, revision, agreed }) => ({
      subject: `La revisión ${revision} del plan se cargó y está vigente`,
      lead: [
        `Quien opera esta instalación cargó en la terminal la revisión ${revision} del plan de ${contractTitle}, vigente desde el ${longLocal(effectiveAt, timeZone, { year: true, zone: true })}. Reemplazó a la anterior.`,
        `Según dice quien la cargó, la acordaron ${listed(agreed)}; ninguno la acordó aquí. Si usted no sabe nada de ella, pregunte de inmediato a quien opera la instalación y a la otra parte.`,
        'Los casos que se abran desde entonces siguen este plan. Los casos en curso conservan el suyo.',
      ],
      link: { label: 'Leer el plan', says: 'Abre el plan como lo lee cualquiera.' },
    }),
    dropped: ({ contractTitle, draft, name = SOMEBODY }) => ({
      subject: `El borrador ${draft} del plan está descartado`,
      lead: [
        `${name} descartó el borrador ${draft} del plan de ${contractTitle}. Ya no se hace nada con él, y el plan vigente es el que era.`,
      ],
      link: LOOK,
    }),
    reasonAsked: ({ contractTitle, draft, name = SOMEBODY, party }) => ({
      subject: `Borrador ${draft} del plan: ¿puede quedar así una observación?`,
      lead: [
        `${name}, por ${partyWords(party)}, deja así una observación en el borrador ${draft} del plan de ${contractTitle}. Impide el plan hasta que se dé también un motivo ${ofParty(OTHER_PARTY[party])}; el plan publicado muestra entonces los dos.`,
        'Si no debe quedar así, no hay que hacer nada: la observación sigue impidiéndolo.',
      ],
      link: {
        label: 'Abrir el borrador',
        says: 'Usted inicia sesión y da allí su motivo, junto a la observación.',
      },
    }),
  },
  changes: 'Qué cambia',
  moreChanges: ({ more }) => `Y ${more} más: la página del borrador los muestra todos.`,
  finding: 'La observación',
  footer: ({ contractTitle }) => `Ladder, para ${contractTitle}`,
};
