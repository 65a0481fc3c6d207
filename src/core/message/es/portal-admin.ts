import type { AdminWords } from '../portal/admin.ts';
import { formatDuration, listed } from './dates.ts';
import { access, checkpoints, domains, door } from './portal-admin-access.ts';
import { adminRefusals } from './portal-admin-refusals.ts';
import { carriers } from './portal-carriers.ts';

const people: AdminWords['people'] = {
  add: {
    title: 'Añadir una persona',
    about: 'Para participar hace falta un nombre, una dirección de correo y una función.',
    button: 'Añadir la persona',
  },
  empty: 'Todavía no hay nadie. Las personas llegan con un plan o se añaden aquí.',
  edit: {
    title: 'Nombre y cargo',
    about: 'Así aparecen en las páginas y en los correos.',
    button: 'Guardar el nombre',
  },
  grant: {
    title: 'Dar una función',
    about: 'Vale desde lo próximo que pida esa persona.',
    button: 'Dar la función',
  },
  noRoles: 'No tiene ninguna función: no ve nada y no puede hacer nada.',
  numbersElsewhere:
    'Las direcciones y los números no se cambian aquí: uno equivocado llevaría un escalamiento al lugar equivocado.',
  withdraw: 'Quitar la función',
  withdrawSure: ({ name, role }) => `¿Quitar la función «${role}» a ${name}?`,
  withdrawAbout:
    'Desde lo próximo que pida, ya no podrá hacer lo que esa función permite. Puede volver a dársela cuando quiera.',
  seats: (seats) =>
    `Ocupa un puesto del plan (${listed(seats)}) y seguirá recibiendo avisos de los casos hasta que lo ocupe otra persona.`,
  added: (name) => `Se ha añadido a ${name}.`,
  granted: (role) => `Ahora tiene la función «${role}».`,
  unchanged: 'Ya tenía esa función; no ha cambiado nada.',
  withdrawn: (role) => `Ya no tiene la función «${role}».`,
  renamed: 'El nombre se ha guardado.',
};

const customers: AdminWords['customers'] = {
  add: {
    title: 'Añadir un cliente',
    about: 'Un cliente es una entidad que compra en el marco del contrato.',
    button: 'Añadir el cliente',
  },
  empty: 'Todavía no hay ningún cliente. Añada el primero: los casos se abren para clientes.',
  edit: {
    title: 'Nombre',
    about: 'Así aparece en las páginas y en los correos.',
    button: 'Guardar el nombre',
  },
  account: {
    title: 'Gestor de cuenta',
    about: 'Es el contacto allí donde el plan dice que depende del cliente.',
    button: 'Poner el gestor de cuenta',
  },
  accountNote: 'Los casos abiertos conservan el gestor de cuenta con el que se abrieron.',
  noSeat: 'El plan no tiene ningún contacto que dependa del cliente; aquí no se pone a nadie.',
  added: (name) => `Se ha añadido ${name}.`,
  renamed: 'El nombre se ha guardado.',
  accountSet: (name) => `${name} lleva ahora la cuenta.`,
};

const tokens: AdminWords['tokens'] = {
  add: {
    title: 'Crear una clave',
    about:
      'Con una clave, un programa usa la API como una persona de este contrato, con los derechos de esa persona.',
    button: 'Crear la clave',
  },
  empty: 'Ningún programa tiene una clave de este contrato.',
  made: 'La clave está creada',
  madeAbout: 'Cópiela ahora: se muestra esta única vez y solo se guarda su resumen criptográfico.',
  revoke: 'Terminar esta clave',
  revokeSure: (name) => `¿Terminar la clave «${name}»?`,
  revokeAbout:
    'El programa que la usa ya no podrá entrar. No se puede deshacer; se puede crear una clave nueva.',
  revoked: (name) => `La clave «${name}» ha terminado.`,
  scopes: { read: 'Leer', write: 'Escribir' },
};

const rights: AdminWords['rights'] = {
  empty: 'No ha cambiado nada en los derechos de nadie desde que esto se registra.',
  terminal: 'en la terminal de la instalación',
  keeper: 'quien mantiene la instalación',
  themselves: 'la propia persona',
  ofInstallation: 'Quién dio o quitó qué derecho en toda la instalación. Los de un contrato están con él.',
  said: {
    personAdded: ({ person }) => `Se añadió a ${person}.`,
    personRenamed: ({ person }) => `${person} recibió otro nombre o cargo.`,
    contactChanged: ({ person }) => `Se cambió un número o la dirección de ${person}.`,
    roleGranted: ({ person, role, customer }) =>
      `${person} recibió la función «${role}»${customer === '' ? '' : ` del cliente ${customer}`}.`,
    roleWithdrawn: ({ person, role }) => `Se quitó a ${person} la función «${role}».`,
    seatFilled: ({ person, seat }) => `${person} ocupó el puesto «${seat}» del plan.`,
    customerAdded: ({ customer }) => `Se añadió el cliente ${customer}.`,
    customerRenamed: ({ customer }) => `El cliente ${customer} recibió otro nombre.`,
    accountSet: ({ person, customer }) => `${person} pasó a llevar la cuenta de ${customer}.`,
    tokenMade: ({ person }) =>
      person === '' ? 'Se creó una clave de la instalación.' : `Se creó una clave para ${person}.`,
    tokenRevoked: ({ person }) =>
      person === '' ? 'Se terminó una clave de la instalación.' : `Se terminó una clave de ${person}.`,
    personErased: ({ person }) => `Se borró lo que se sabía de ${person}.`,
    domainAllowed: ({ domain, customer }) =>
      `Quien tenga un buzón en ${domain} puede entrar por su cuenta, por el cliente ${customer}.`,
    domainWithdrawn: ({ domain, customer }) =>
      `Quien tenga un buzón en ${domain} ya no entra por su cuenta, por el cliente ${customer}.`,
    joinedByDomain: ({ person, domain, customer }) =>
      `${person} entró con un buzón en ${domain}, por el cliente ${customer}.`,
    administratorMade: () => 'Alguien pasó a administrar la instalación con el enlace de su terminal.',
    administratorLinkMade: () =>
      'Se creó un enlace con el que alguien pasa a administrar la instalación; el anterior terminó.',
  },
};

export const admin: AdminWords = {
  title: 'Administrar',
  about: 'Quién participa en este contrato y qué puede hacer, y qué no avanza por sí solo.',
  installation: {
    title: 'Instalación',
    about: 'Lo que es común a todos los contratos de esta instalación.',
    contracts: 'Contratos',
    none: 'Todavía no se ha cargado ningún contrato. Un contrato empieza con su plan: ladder plan load FILE.',
    published: (number) => `Está publicada la revisión ${number} de su plan.`,
    unpublished: 'Todavía no hay ningún plan publicado.',
    open: (title) => `Administrar ${title}`,
    running: 'En marcha',
    onTime: 'Ningún plazo espera a que se actúe.',
    late: (ms) => `El primer plazo sobre el que nadie ha actuado venció hace ${formatDuration(ms)}.`,
    pages: 'Otras páginas de la instalación',
  },
  parts: {
    people: { title: 'Personas', about: 'Quién participa y con qué funciones.' },
    customers: { title: 'Clientes', about: 'Quién compra en el marco del contrato y quién lleva su cuenta.' },
    tokens: { title: 'Claves de la API', about: 'Programas que actúan como alguien de este contrato.' },
    stuck: {
      title: 'Qué está atascado',
      about: 'Mensajes que no llegaron, casos apartados, órdenes rechazadas.',
    },
    carriers: { title: 'Transportes', about: 'Cómo salieron los mensajes y llegaron las contestaciones.' },
    rights: { title: 'Cambios de derechos', about: 'Quién dio o quitó qué derecho, y cuándo.' },
    'sign-ins': {
      title: 'Inicios de sesión',
      about: 'Quién entró y salió, desde dónde, y qué cambió en su forma de entrar.',
    },
  },
  labels: {
    personId: 'Nombre corto',
    name: 'Nombre',
    title: 'Cargo',
    email: 'Dirección de correo',
    office: 'Número de oficina',
    mobile: 'Número móvil',
    roles: 'Funciones',
    role: 'Función',
    customer: 'Cliente',
    customerId: 'Nombre corto',
    accountManager: 'Gestor de cuenta',
    nobody: 'nadie todavía',
    erased: 'borrado',
    scopes: 'Sirve para',
    owner: 'Actúa como',
    made: 'Creada',
    ends: 'Último día',
    never: 'sin fin',
    revoked: 'terminada',
    at: 'Cuándo',
    by: 'Quién',
    what: 'Qué',
    case: 'Caso',
    since: 'Desde',
    version: 'Último intento, del arranque de',
    error: 'Fallo',
    to: 'Para',
    reason: 'Por qué',
    command: 'Orden',
    code: 'Por qué',
    queue: 'Cola',
    jobs: 'Tareas',
  },
  hints: {
    id: 'Letras, cifras, - y _. Queda en el registro y no cambia nunca.',
    email: 'Aquí se le escribe, y con ella inicia sesión.',
    number: 'Con + y el país, como +1 916-555-0142.',
    customer: 'Solo para las personas de un cliente.',
    scopes: 'Un programa que solo mira no necesita escribir.',
    ends: 'Déjelo vacío para una clave que no termine por sí sola.',
  },
  refusals: adminRefusals,
  back: 'Volver a administrar',
  cancel: 'No hacer nada',
  people,
  access,
  customers,
  domains,
  door,
  language: {
    title: 'Idioma',
    about:
      'En él le hablan los correos y las páginas. Lo que elija por su cuenta en «Su cuenta» va por delante.',
    button: 'Guardar el idioma',
    saved: 'El idioma se ha guardado.',
    ofContract: {
      title: 'Idioma del contrato',
      about: 'En él se escribe a las personas de quienes no se ha dicho otra cosa.',
      button: 'Guardar el idioma',
    },
  },
  checkpoints,
  carriers,
  tokens,
  rights,
  stuck: {
    setAside: 'Casos apartados',
    setAsideAbout:
      'Un fallo de Ladder le impide decidir estos casos. No se actúa sobre sus plazos, y sus personas lo saben. Se intentan de nuevo cada vez que arranca un nodo.',
    failed: 'Mensajes que no llegaron',
    refused: 'Órdenes rechazadas',
    refusedAbout: 'Lo que personas y programas pidieron a los casos y se les negó; lo último, primero.',
    none: 'Ninguno.',
    noCase: 'Ningún caso',
    records: {
      attestation: 'Confirmación de datos',
      'contact-report': 'Aviso de un contacto incorrecto',
      'contact-change': 'Cambio de un número o una dirección',
      drill: 'Simulacro',
      'notice-rules': 'Reglas de avisos',
      obligation: 'Obligación',
      'seat-filling': 'Ocupación de un puesto',
      subscription: 'Suscripción',
    },
  },
};
