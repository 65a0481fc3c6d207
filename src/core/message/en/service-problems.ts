import type { ServiceWords } from '../service.ts';
import { clockRefusals } from './clock-refusals.ts';
import { counted, listed } from './dates.ts';

const said = (message: string, advice: string) => ({ message, advice });

const ADDRESS = 'Check the address; what you may not see is answered in the same way.';
const LATER = 'Send the same request again a little later, with the same Idempotency-Key.';

const UNDONE = {
  true: 'Nothing of it was done.',
  false: 'It may or may not have been done: look before you send it again.',
  undefined: '',
};

export const problems: ServiceWords['problems'] = {
  ...clockRefusals,
  'case-not-found': ({ caseId }) => said(`There is no case ${caseId} here.`, ADDRESS),
  'command-not-allowed': ({ command }) =>
    said(`Your role may not give the command "${command}".`, 'Ask somebody of the party whose move it is.'),
  'case-changed': ({ expected, said: number }) =>
    said(
      `You have seen version ${expected} of the case, and more was said since: it is at version ${number} by now.`,
      'Look at what happened; then send the command again with the new version, if you still want it.',
    ),
  'case-set-aside': ({ caseId }) =>
    said(
      `Case ${caseId} is set aside after a fault of the program: its clocks are not being acted on.`,
      'Those who operate Ladder have been told. Call your contact meanwhile.',
    ),
  'file-empty': ({ name }) => ({
    message: `There is nothing in the file "${name}".`,
    advice: 'Choose another, or save it anew.',
  }),
  'file-too-big': ({ mebibytesMax }) => ({
    message: `The file is bigger than ${mebibytesMax} MB, and was not kept.`,
    advice:
      'Make it smaller, send a part of it, or put it where all can reach it and write a note that says where.',
  }),
  'file-kind-unknown': ({ name }) => ({
    message: `The file "${name}" is of no kind that is kept: its content is looked at, and not its name.`,
    advice:
      'Send a picture (PNG, JPEG, GIF, WebP), a recording (WAV), a PDF, plain text or CSV in UTF-8, an e-mail (EML), or a document without macros (DOCX, XLSX, ODT, ODS). A drawing or a page can be sent as a PDF.',
  }),
  'file-not-found': ({ file }) => ({
    message: `The case has no file "${file}".`,
    advice: 'Look at the list of its files.',
  }),
  'file-erased': ({ file }) => ({
    message: `The file "${file}" was erased.`,
    advice: 'The record says who attached it and when; what was in it is gone.',
  }),
  'case-file-missing': ({ caseId, part }) => ({
    message: `There is no part ${part} of a file of case "${caseId}" for you.`,
    advice:
      'A case’s file begins with part 1 and says how many parts it has. It is for those who have the whole case to do with: who watches it or stands in asks the person who reported it.',
  }),
  'person-not-colleague': ({ person }) => ({
    message: `The customer of this case has nobody "${person}".`,
    advice: 'Name one of its own people: nobody else may watch the case or stand in.',
  }),
  'call-number-unknown': ({ contact, telephone }) =>
    said(
      `There is no ${telephone} number of "${contact}" here.`,
      'Name a number of those that the case shows, or `other` for one that does not stand there.',
    ),
  'key-used-differently': ({ key }) =>
    said(`The key "${key}" was used for another request.`, 'Use a new key for each new request.'),
  'customer-not-named': ({ customers }) =>
    customers.length === 0
      ? said('It is not said whose case it is.', 'Name the customer.')
      : said(`You belong to ${listed([...customers])}.`, 'Name the customer whose case it is.'),
  'customer-not-found': ({ customer }) => said(`There is no customer ${customer} here.`, ADDRESS),
  'reporter-not-named': ({ customer }) =>
    said(
      `A case opened for a caller of ${customer} needs to know who called.`,
      'Name as `reporter` the person who is told of everything and may answer.',
    ),
  'reporter-not-found': ({ reporter, customer }) =>
    said(`${reporter} is none of the people of ${customer}.`, "Name one of the customer's own people."),
  'revision-not-published': ({ contract }) =>
    said(
      `The plan of ${contract} is not published, and no case can open on it.`,
      'Publish a revision that both parties have agreed.',
    ),
  'revision-not-found': ({ revision }) =>
    said(`There is no published revision ${revision}.`, 'Look at the list of revisions.'),
  'contract-not-found': ({ contract }) => said(`There is no contract ${contract} here.`, ADDRESS),
  'page-not-found': () => said('There is nothing at this address.', ADDRESS),
  'source-not-shown': () =>
    said('The plan as written carries numbers of people and is not shown here.', 'Read its rules instead.'),
  'token-missing': () =>
    said('The request carries no token.', 'Send "Authorization: Bearer ladder_…" with it.'),
  'token-not-valid': () =>
    said('The token is not known, has expired, or was revoked.', 'Ask an administrator for a new one.'),
  'token-scope-missing': ({ needed }) =>
    said(`Your token has no scope "${needed}".`, 'Use a token that was made with it.'),
  'request-body-malformed': () => said('The body is no JSON.', 'Send a JSON object in UTF-8.'),
  'request-body-invalid': ({ problems: found }) =>
    said(`${counted(found, 'thing')} in the body cannot be taken.`, 'Each is named under `problems`.'),
  'request-query-invalid': ({ problems: found }) =>
    said(`${counted(found, 'thing')} in the query cannot be taken.`, 'Each is named under `problems`.'),
  'request-header-invalid': ({ header }) =>
    said(`The header ${header} is not understood.`, 'The description of the API says how it is written.'),
  'request-body-too-big': ({ bytesMax }) =>
    said(`The body is bigger than ${counted(bytesMax, 'byte')}.`, 'Send less at once.'),
  'request-type-unsupported': () =>
    said('The body is of a type that is not taken.', 'Send it as application/json.'),
  'request-method-not-allowed': ({ method }) =>
    said(`${method} is not known at this address.`, 'The header Allow names what is.'),
  'request-not-understood': () => said('The request is not understood.', 'Check its address and headers.'),
  'request-host-foreign': () =>
    said(
      'The clock of a demonstration is for this machine alone.',
      'Use the address that Ladder named when it started.',
    ),
  'request-origin-foreign': () =>
    said(
      'This was sent from a page of another site, so nothing was done.',
      'Send it from this machine, from no page or one of ours.',
    ),
  'requests-too-many': ({ max, minutes, seconds }) =>
    said(
      `More than ${counted(max, 'request')} in ${minutes === 1 ? 'a minute' : minutes === 60 ? 'an hour' : counted(minutes / 60, 'hour')}.`,
      `Go on in ${later(seconds)}.`,
    ),
  'streams-too-many': ({ max }) =>
    said(`${counted(max, 'stream')} are open already.`, 'Close one that is not needed any more.'),
  'service-draining': () => said('This node is being stopped.', LATER),
  'database-away': () =>
    said(
      'The database cannot be reached just now, and may or may not have taken this in.',
      'Send it again with the same Idempotency-Key: it is then done once.',
    ),
  'internal-fault': ({ requestId, undone }) =>
    said(
      `Ladder has failed on this, by a fault of its own. ${UNDONE[String(undone) as keyof typeof UNDONE]}`.trim(),
      `Those who operate it see it as number ${requestId}. Call whom the plan names meanwhile.`,
    ),
};

/** So long as somebody would say it: nobody counts an hour in seconds. */
const later = (seconds: number): string =>
  seconds <= 120
    ? counted(seconds, 'second')
    : seconds <= 7200
      ? counted(Math.ceil(seconds / 60), 'minute')
      : counted(Math.ceil(seconds / 3600), 'hour');
