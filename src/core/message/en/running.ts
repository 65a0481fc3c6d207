import type { RunningWords } from '../running.ts';
import { counted } from './dates.ts';

const LATER = 'Nothing that was accepted is lost.';

export const running: RunningWords = {
  refusals: {
    'installation-in-use': ({ folder, url }) => ({
      message: `Ladder already runs on the folder ${folder}${url === undefined ? '' : `, at ${url}`}.`,
      advice: 'Use that one, or name another folder in LADDER_DATA.',
    }),
    'installation-there': ({ kind, place }) => ({
      message: `${place} holds a ${kind === 'real' ? 'real installation' : 'demonstration'} already, and one never becomes another.`,
      advice:
        kind === 'real'
          ? 'Type "ladder start" to run it.'
          : 'Name another folder in LADDER_DATA for a real one.',
    }),
    'installation-missing': ({ place }) => ({
      message: `There is no installation in ${place} yet.`,
      advice: 'Type "ladder start" for a demonstration, or "ladder init" for a real one.',
    }),
    'installation-secret-missing': ({ file }) => ({
      message: `The secret of this installation is not at ${file}.`,
      advice:
        'Bring the file back from a copy, set LADDER_SECRET, or name the folder that holds it in LADDER_DATA: without it, links and reply addresses already sent are dead.',
    }),
    'installation-secret-other': ({ file }) => ({
      message: `The database belongs to an installation with another secret than ${file === undefined ? 'LADDER_SECRET' : `the one in ${file}`}.`,
      advice: 'Every node of an installation has the same secret: copy it from one that runs.',
    }),
    'database-foreign': ({ place, table }) => ({
      message: `The database ${place} is not one of Ladder's: it holds the table "${table}".`,
      advice: 'Name an empty database in DATABASE_URL, or the one that Ladder made.',
    }),
    'database-write-refused': ({ reason }) => ({
      message: `The database takes nothing more (${reason}).`,
      advice: `Make room where it stands, and start again. ${LATER}`,
    }),
    'port-taken': ({ variable, port }) => ({
      message: `Port ${port} is taken by another program.`,
      advice: `Stop that one, or name another port: ${variable}=${port === 65_535 ? port - 1 : port + 1}`,
    }),
    'port-forbidden': ({ variable, port }) => ({
      message: `This user may not listen on port ${port}.`,
      advice: `Name a port above 1023 in ${variable}.`,
    }),
    'host-foreign': ({ variable, host, reason }) => ({
      message: `${variable} is "${host}", where this machine cannot listen (${reason}).`,
      advice: 'Write 127.0.0.1 for this machine alone, or an address that it has.',
    }),
    'mail-certificate-unusable': ({ variable, file, reason }) => ({
      message: `${variable} is ${file}, which cannot be used (${reason}).`,
      advice:
        'LADDER_MAIL_TLS_KEY and LADDER_MAIL_TLS_CERT name a private key and the certificate made for it, both in PEM, which the user who starts Ladder may read.',
    }),
    'database-gone': ({ reason }) => ({
      message: `The database went away and could not be started again: ${reason}`,
      advice: `Mend that and start again. ${LATER}`,
    }),
  },
  news: {
    'demonstration-making': ({ folder }) => `Making a demonstration in ${folder}.`,
    'crash-found': ({ folder }) =>
      `Ladder was not stopped cleanly on ${folder}; it goes on where the record ends. ${LATER}`,
    'work-waiting': ({ deadlines, deliveries }) => {
      const parts = [
        ...(deadlines > 0 ? [`${counted(deadlines, 'deadline')} that fell due`] : []),
        ...(deliveries > 0 ? [`${counted(deliveries, 'message')} to be sent`] : []),
      ];
      return `Left from before: ${parts.join(', ')}. Acted on now.`;
    },
    'mailbox-not-reached': ({ mailbox, reason }) =>
      `No mail can be fetched from the mailbox ${mailbox}: ${reason} Everything else goes on, and it is tried again and again. Look at IMAP_URL.`,
    'database-lost': () => 'The database ended; starting it again.',
    'database-awaited': ({ reason, url }) =>
      `${reason} Until it does, the plans that were last published are shown at ${url}; it is tried again every 2 seconds.`,
    'database-back': () => 'The database is back.',
    ready: ({ url, kind }) =>
      kind === 'demonstration'
        ? `Ladder is ready at ${url} (a demonstration: invented people, nothing leaves this machine). Ctrl-C stops it.`
        : `Ladder is ready at ${url}. Ctrl-C stops it.`,
    stopping: () => 'Stopping: what has begun is finished first. Ctrl-C again ends at once.',
    'stopping-at-once': () => `Ended at once. ${LATER}`,
  },
  linkMade: ({ link }) => [
    'Whoever opens this link within 3 days becomes administrator of the installation, once:',
    '',
    `  ${link}`,
    '',
    'A link of this kind that was made before no longer works.',
  ],
  made: ({ token, link }) => [
    "A real installation is made. This is its administrator's token, shown now and never again:",
    '',
    `  ${token}`,
    '',
    'Whoever holds it may do everything here: keep it as you keep a password. Go on with:',
    '',
    '  ladder start',
    '',
    'Then open this link within 3 days: it makes you the administrator who signs in, once.',
    '',
    `  ${link}`,
  ],
};
