import type { CustomerTableWords } from '../portal/customer-table.ts';
import { counted, listed } from './dates.ts';

const NOT_READABLE = {
  encoding: 'El archivo no está guardado en UTF-8',
  control: 'El archivo contiene un signo que no es texto',
  quote: 'Una comilla no tiene pareja',
} as const;

export const customerTable: CustomerTableWords = {
  title: 'Incorporar una tabla de clientes',
  about:
    'Los clientes y quién lleva sus cuentas vienen en una tabla, tal como la guarda cualquier hoja de cálculo (CSV). Primero verá qué cambiaría; no se hace nada antes de que usted lo diga, y entonces todo o nada.',
  columns: {
    title: 'Cómo es la tabla',
    about:
      'Su primera línea nombra las columnas, en cualquier orden; las celdas se separan con comas, punto y coma o tabuladores. Solo la primera columna tiene que estar.',
    of: {
      customerId: 'El nombre corto del cliente: hasta 64 letras, cifras, - y _',
      name: 'Cómo se llama el cliente; vacío si ya se le conoce',
      accountManager: 'El nombre corto de quien lleva la cuenta; vacío la deja como está',
      accountManagerName: 'El nombre de un gestor de cuenta que es nuevo aquí',
      accountManagerEmail: 'La dirección de un gestor de cuenta que es nuevo aquí',
      accountManagerOffice: 'Su número de oficina',
      accountManagerMobile: 'Su número de móvil',
    },
  },
  file: {
    label: 'Un archivo',
    hint: ({ kibibytes }) => `CSV en UTF-8, 1,000 clientes y ${kibibytes} KiB como máximo.`,
  },
  text: {
    label: 'O la tabla misma',
    hint: 'También sirve pegada desde una hoja de cálculo.',
    again: 'La tabla',
  },
  button: 'Ver qué cambiaría',
  missing: 'Elija un archivo o pegue la tabla.',
  preview: {
    title: 'Qué cambia la tabla',
    nothingYet: 'Todavía no se ha cambiado nada.',
    changed:
      'Algo ha cambiado desde que se le mostró esto, así que no se hizo nada. Esto es lo que haría ahora.',
    counts: ({ added, changed, unchanged, wrong }) =>
      `${listed(
        [
          added > 0 ? counted(added, 'cliente nuevo', 'clientes nuevos') : '',
          changed > 0
            ? counted(changed, 'cuenta que llevará otra persona', 'cuentas que llevará otra persona')
            : '',
          unchanged > 0 ? counted(unchanged, 'línea sin cambios', 'líneas sin cambios') : '',
          wrong > 0
            ? counted(wrong, 'línea que no se puede incorporar', 'líneas que no se pueden incorporar')
            : '',
        ].filter((part) => part !== ''),
      )}.`,
    wrong: 'Líneas que no se pueden incorporar',
    wrongAbout:
      'Basta una línea que no se pueda incorporar para que todo quede como está. Corrija la tabla y vuelva a mirar.',
    nothing: 'La tabla no dice nada que no sea así ya.',
    added: 'Clientes nuevos',
    accounts: 'Cuentas que desde ahora lleva otra persona',
    line: ({ name, isNew, manager, isNewManager, insteadOf }) => {
      const who = manager && `${manager}${isNewManager ? ', que es nuevo aquí,' : ''} lleva la cuenta`;
      const instead = insteadOf === undefined ? '' : ` en lugar de ${insteadOf}`;
      if (!isNew) return `${name}: ${who ?? 'nadie'}${instead}.`;
      return who === undefined ? `${name}; nadie lleva la cuenta todavía.` : `${name}; ${who}${instead}.`;
    },
    at: ({ line }) => `Línea ${line}`,
    more: ({ count }) => `Y ${counted(count, 'línea más', 'líneas más')}.`,
    unchanged: ({ count }) =>
      `${counted(count, 'línea', 'líneas')} ${count === 1 ? 'dice' : 'dicen'} lo que ya es así.`,
    without: ({ customers }) => `Después nadie lleva la cuenta de ${listed(customers)}.`,
    button: ({ count }) => (count === 1 ? 'Hacer este cambio' : `Hacer estos ${count} cambios`),
    mend: 'Corregir la tabla',
    again: 'Tomar otra tabla',
  },
  done: ({ count }) =>
    `${count === 1 ? 'Se ha hecho un cambio' : `Se han hecho ${count} cambios`}. Los casos en curso conservan el gestor de cuenta con que se abrieron.`,
  list: {
    filters: 'Qué clientes',
    all: ({ count }) => `Todos (${count})`,
    without: ({ count }) => `Sin gestor de cuenta (${count})`,
    none: 'Alguien lleva la cuenta de cada cliente.',
  },
  refusals: {
    'table-too-large': ({ linesMax, kibibytesMax }) => ({
      message: `La tabla tiene más de ${linesMax} clientes, o más de ${kibibytesMax} KiB.`,
      advice: 'Pártala en varias, cada una con la línea de nombres de columnas arriba.',
    }),
    'table-not-readable': ({ line, reason }) => ({
      message: `${NOT_READABLE[reason]}: línea ${line}.`,
      advice:
        reason === 'quote'
          ? 'Una celda que empieza con comilla termina con otra, y una comilla dentro se escribe dos veces.'
          : 'En la hoja de cálculo, guárdela otra vez como «CSV UTF-8».',
    }),
    'table-empty': ({ columns }) => ({
      message: 'La tabla no tiene clientes.',
      advice: `Escriba en la primera línea los nombres de las columnas, de entre ${columns.join(', ')}, y un cliente en cada línea siguiente.`,
    }),
    'table-column-unknown': ({ column, columns }) => ({
      message: `No hay ninguna columna «${column}».`,
      advice: `La primera línea nombra las columnas. Se conocen: ${columns.join(', ')}.`,
    }),
    'table-column-twice': ({ column }) => ({
      message: `La columna ${column} está dos veces.`,
      advice: 'Conserve una de las dos.',
    }),
    'table-column-missing': ({ column }) => ({
      message: `Falta la columna ${column}.`,
      advice: 'La primera línea nombra las columnas; cada cliente necesita su nombre corto.',
    }),
    'table-cells-surplus': ({ cells, columns }) => ({
      message: `La línea tiene ${cells} celdas, y hay ${columns} columnas.`,
      advice: 'Ponga entre comillas la celda que contenga el signo que separa.',
    }),
    'table-customer-twice': ({ customerId, line }) => ({
      message: `El cliente «${customerId}» ya está en la línea ${line}.`,
      advice: 'Conserve una de las dos líneas.',
    }),
  },
};
