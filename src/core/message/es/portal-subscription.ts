import type { SubscriptionWords } from '../portal/subscription.ts';
import { counted, formatLocal, listed } from './dates.ts';

export const subscription: SubscriptionWords = {
  offer: {
    title: 'Recibir aviso de los cambios',
    about:
      'Un correo dice qué cambia una nueva revisión y a quién se contacta en lugar de quién. Se termina con un clic.',
    button: 'Avisarme cuando cambie este plan',
    on: 'Se le avisa por correo cuando cambia este plan.',
    end: 'No avisarme más',
    noAddress: 'No consta ninguna dirección de correo suya: pida a quien gestiona a su gente que la añada.',
    count: ({ count }) =>
      count === 0
        ? 'A nadie se le avisa de los cambios.'
        : `Se avisa de los cambios a ${counted(count, 'lector', 'lectores')} de este plan.`,
  },
  form: {
    about: ({ contractTitle }) =>
      `Cada vez que cambia el plan de escalamiento de ${contractTitle}, un correo dice qué es distinto y desde cuándo. La dirección no se usa para nada más, no se muestra a nadie y se olvida cuando usted lo termina.`,
    email: 'Dirección de correo',
    emailHint:
      'Primero recibe un solo correo con un enlace, para confirmar que es suya. Sin eso no se envía nada más.',
    language: 'Idioma de los correos',
    button: 'Enviarme el enlace',
    missing: {
      message: 'Eso no es una dirección de correo.',
      advice: 'Escriba una, como nombre@agencia.example.',
    },
    tooMany: {
      message: 'Hoy se ha preguntado a demasiadas direcciones.',
      advice:
        'Inténtelo mañana, o inicie sesión y pídalo allí. El canal de noticias del plan dice lo mismo en todo momento.',
    },
  },
  asked: {
    title: 'Mire en su buzón',
    about:
      'Un correo está en camino, salvo que hoy ya se haya preguntado a esta dirección o que ya se le avise. Su enlace sirve durante 72 horas; solo después se envía algo más.',
  },
  prove: {
    title: '¿Recibir aviso cuando cambie este plan?',
    about: ({ contractTitle, email }) =>
      `Se avisará por correo a ${email} cada vez que cambie el plan de escalamiento de ${contractTitle}. Cada correo lleva un enlace que lo termina.`,
    button: 'Sí, avisarme',
    dead: {
      title: 'Este enlace ya no confirma nada',
      about: 'Sirve una sola vez y durante 72 horas. Pida otro en la página del plan.',
    },
  },
  proved: {
    title: 'A partir de ahora se le avisa',
    about: ({ contractTitle }) =>
      `El próximo cambio del plan de escalamiento de ${contractTitle} le llegará por correo.`,
  },
  end: {
    title: '¿No recibir más avisos?',
    about: ({ contractTitle }) =>
      `Ningún correo dirá entonces cuándo cambia el plan de escalamiento de ${contractTitle}, y la dirección se olvida.`,
    button: 'No avisarme más',
    dead: {
      title: 'No se le envía nada',
      about: 'Esto ya se terminó, o nunca existió. La página del plan dice lo que está en vigor.',
    },
  },
  ended: {
    title: 'Ya no se le avisa',
    about: ({ contractTitle }) =>
      `El plan de escalamiento de ${contractTitle} cambia sin enviarle ningún correo, y su dirección queda olvidada. Puede volver a pedirlo en la página del plan.`,
  },
  toPlan: 'Leer el plan',
  mails: {
    proof: ({ contractTitle }) => ({
      subject: 'Confirme: recibir aviso cuando cambie el plan',
      lead: [
        `Alguien, probablemente usted, pidió que se avise a esta dirección cada vez que cambie el plan de escalamiento de ${contractTitle}.`,
        'Si no fue usted, no haga nada: no se envía nada más y la dirección se olvida.',
      ],
      link: {
        label: 'Confirmar',
        says: 'Abre una página con un botón; solo el botón confirma. Sirve una vez, durante 72 horas.',
      },
    }),
    published: ({ contractTitle, revision, at, timeZone }) => ({
      subject: `El plan ha cambiado: la revisión ${revision} está en vigor`,
      lead: [
        `La revisión ${revision} del plan de escalamiento de ${contractTitle} está en vigor desde el ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
      ],
    }),
    seatFilled: ({ contractTitle, title, name, at, timeZone, levels }) => {
      const reached =
        levels.length === 0
          ? ''
          : ` Está en ${levels.length === 1 ? 'el nivel' : 'los niveles'} ${listed(levels.map(String))}.`;
      const since = formatLocal(at, timeZone, { year: true, zone: true });
      return {
        subject: name === undefined ? `Ahora nadie es ${title}` : `${name} es ahora ${title}`,
        lead: [
          name === undefined
            ? `En el plan de escalamiento de ${contractTitle} nadie es ${title} desde el ${since}.${reached} En su lugar se contacta a quien el plan nombra para ello.`
            : `En el plan de escalamiento de ${contractTitle}, ${name} es ${title} desde el ${since}.${reached} La página del plan tiene los números que usted puede ver.`,
        ],
      };
    },
    changes: 'Qué cambia',
    moreChanges: ({ more }) => `Y ${more} más: la página del plan los muestra todos.`,
    running:
      'Los casos que se abran desde entonces siguen esta revisión. Los casos en curso conservan el plan que tienen.',
    plan: { label: 'Leer el plan', says: 'Abre el plan como lo lee cualquiera.' },
    end: { label: 'No avisarme más', says: 'Abre una página con un botón que termina estos correos.' },
    footer: ({ contractTitle }) =>
      `Ladder, para ${contractTitle}. Recibe esto porque pidió que se le avise cuando cambie el plan.`,
  },
};
