import { formatInstant } from '../../instant.ts';
import type { AdminWords } from '../portal/admin.ts';
import { listed } from './dates.ts';

const FIELDS = {
  name: 'el nombre',
  email: 'la dirección',
  office: 'el número de oficina',
  mobile: 'el número móvil',
  title: 'el cargo',
} as const;

export const adminRefusals: AdminWords['refusals'] = {
  'person-id-malformed': ({ personId }) => ({
    message: `«${personId}» no puede ser el nombre corto de una persona.`,
    advice: 'Use hasta 64 letras, cifras, - y _; la primera, una letra o una cifra.',
  }),
  'person-id-reserved': ({ personId }) => ({
    message: `«${personId}» es el nombre con el que Ladder actúa por su cuenta.`,
    advice: 'Elija otro nombre corto.',
  }),
  'person-field-missing': ({ field }) => ({
    message: `Falta ${FIELDS[field]}.`,
    advice: 'A nadie se le puede escribir sin un nombre y una dirección de correo.',
  }),
  'person-text-malformed': ({ field, value, charactersMax }) => ({
    message: `«${value}» no puede ser ${FIELDS[field]} de una persona.`,
    advice: `Escriba una sola línea de ${charactersMax} caracteres como máximo.`,
  }),
  'person-email-invalid': ({ email }) => ({
    message: `«${email}» no es una dirección a la que se pueda enviar correo.`,
    advice: 'Escríbala como nombre@dominio.example.',
  }),
  'person-language-not-known': ({ language }) => ({
    message: `«${language}» no es un idioma que hable Ladder.`,
    advice: 'Elija uno de la lista.',
  }),
  'person-number-invalid': ({ field, number }) => ({
    message: `«${number}» no sirve: ${FIELDS[field]} debe poder marcarse desde cualquier lugar.`,
    advice: 'Escríbalo con + y el país, como +1 916-555-0142.',
  }),
  'person-field-differs': ({ personId, field, recorded, given }) => ({
    message: `Ya hay una persona «${personId}»; ${FIELDS[field]} que consta es «${recorded}», no «${given}».`,
    advice:
      'Dé a la otra persona otro nombre corto. Para dar una función a esta persona, abra su propia página.',
  }),
  'person-erased': ({ personId, erasedAt }) => ({
    message: `Lo que se sabía de «${personId}» se borró el ${formatInstant(erasedAt).slice(0, 10)}.`,
    advice: 'Añada a la persona con otro nombre corto.',
  }),
  'person-not-known': ({ personId }) => ({
    message: `No hay ninguna persona «${personId}» en este contrato.`,
    advice: 'Añádala primero, en Personas.',
  }),
  'person-role-missing': ({ personId }) => ({
    message: `«${personId}» no tiene ninguna función y no puede hacer nada.`,
    advice: 'Dele primero una función, en su propia página.',
  }),
  'role-not-known': ({ role }) => ({
    message: role === '' ? 'No se eligió ninguna función.' : `«${role}» no es una función.`,
    advice: 'Elija una de la lista.',
  }),
  'role-customer-missing': () => ({
    message: 'Esta función se tiene para un cliente, y no se eligió ninguno.',
    advice: 'Elija también el cliente.',
  }),
  'role-customer-surplus': () => ({
    message: 'Esta función se tiene en todo el contrato, no para un cliente.',
    advice: 'No elija ningún cliente con ella, o elija una función de cliente.',
  }),
  'role-customer-differs': ({ held }) => ({
    message: `Ya tiene esta función para «${held}», y una persona la tiene para un solo cliente.`,
    advice: 'Añada a la persona con otro nombre corto para el otro cliente.',
  }),
  'role-party-conflict': ({ personId }) => ({
    message: `«${personId}» ya está de otro lado.`,
    advice:
      'En un mismo contrato nadie es a la vez del contratista y de un cliente o de la supervisión. Dé la función a otra persona.',
  }),
  'role-not-held': ({ personId }) => ({
    message: `«${personId}» no tiene esta función.`,
    advice: 'Quizá alguien se la haya quitado entretanto: vuelva a mirar su página.',
  }),
  'role-administrator-last': ({ personId }) => ({
    message: `«${personId}» es la última persona que administra el contrato.`,
    advice: 'Dé primero esta función a otra persona: sin nadie que administre, nadie podría dar funciones.',
  }),
  'role-accounts-kept': ({ personId, customers }) => ({
    message: `«${personId}» lleva la cuenta de ${listed(customers)}.`,
    advice: 'Dé primero a estos clientes otro gestor de cuenta.',
  }),
  'customer-id-malformed': ({ customerId }) => ({
    message: `«${customerId}» no puede ser el nombre corto de un cliente.`,
    advice: 'Use hasta 64 letras, cifras, - y _; la primera, una letra o una cifra.',
  }),
  'customer-name-missing': () => ({
    message: 'Falta el nombre.',
    advice: 'Escriba cómo se llama al cliente.',
  }),
  'customer-name-malformed': ({ name, charactersMax }) => ({
    message: `«${name}» no puede ser el nombre de un cliente.`,
    advice: `Escriba una sola línea de ${charactersMax} caracteres como máximo.`,
  }),
  'customer-name-differs': ({ customerId, recorded }) => ({
    message: `Ya hay un cliente «${customerId}»; se llama «${recorded}».`,
    advice: 'Elija otro nombre corto, o abra la página de ese cliente para cambiarle el nombre.',
  }),
  'customer-not-known': ({ customerId }) => ({
    message: `No hay ningún cliente «${customerId}».`,
    advice: 'Añádalo primero, en Clientes.',
  }),
  'account-seat-missing': () => ({
    message: 'El plan no tiene ningún contacto que dependa del cliente; no hay cuenta que llevar.',
    advice: 'Un plan con gestores de cuenta tiene un contacto de la clase «directory».',
  }),
  'token-name-malformed': ({ name, charactersMax }) => ({
    message: name === '' ? 'La clave no tiene nombre.' : `«${name}» no puede ser el nombre de una clave.`,
    advice: `Escriba una sola línea de ${charactersMax} caracteres como máximo, por ejemplo el programa que la usará.`,
  }),
  'token-scope-not-known': ({ scope }) => ({
    message: scope === '' ? 'La clave no sirve para nada.' : `Una clave no se puede usar para «${scope}».`,
    advice: 'Elija leer, escribir o ambas cosas.',
  }),
  'token-scope-not-held': ({ scope }) => ({
    message: `«${scope}» es de la instalación y de ninguna persona.`,
    advice: 'Elija leer, escribir o ambas cosas.',
  }),
  'token-expiry-passed': () => ({
    message: 'La clave terminaría antes de empezar.',
    advice: 'Elija un día futuro, o ninguno.',
  }),
  'token-not-known': () => ({
    message: 'No existe esa clave.',
    advice: 'Vuelva a mirar la lista.',
  }),
};
