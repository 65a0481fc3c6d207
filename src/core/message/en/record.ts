import type { RecordWords } from '../record.ts';
import { recordBreaks } from './record-breaks.ts';

const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

const list = (title: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${title} ${names.join(', ')}`];

/** What Ladder says of its record. */
export const record: RecordWords = {
  breaks: recordBreaks,
  refusals: {
    'checkpoint-not-understood': ({ file }) => ({
      message: `"${file}" holds no checkpoint.`,
      advice: 'Save the mail, or the part of it in braces, as it came.',
    }),
    'erase-scope-unclear': ({ given }) => ({
      message:
        given.length === 0
          ? 'What is to be erased is not said.'
          : `${given.join(' and ')} do not go together.`,
      advice: 'Name one: --before DATE, --case CONTRACT/CASE or --person CONTRACT/PERSON',
    }),
    'erase-name-not-understood': ({ option, value }) => ({
      message: `"${value}" after ${option} is not a contract and a name.`,
      advice: 'Write the contract first, as in calnet/100001.',
    }),
    'erase-date-ahead': ({ date, today }) => ({
      message: `${date} has not come yet; today is ${today}.`,
      advice: 'Name a day that is over.',
    }),
    'erase-case-unknown': ({ contract, caseId }) => ({
      message: `Contract ${contract} has no case ${caseId}.`,
      advice: 'Write it as CONTRACT/CASE; the number stands at the top of the case.',
    }),
    'erase-case-running': ({ contract, caseId }) => ({
      message: `Case ${caseId} of contract ${contract} is still open, and those in it need what was written.`,
      advice: 'Close it first.',
    }),
    'erase-person-unknown': ({ contract, personId }) => ({
      message: `Contract ${contract} knows nobody by ${personId}.`,
      advice:
        '`ladder person list` lists everybody, with the contract each belongs to. Write the contract first, as in calnet/ana.',
    }),
    'erase-person-needed': ({ personId, seats, customers, cases }) => ({
      message: `${personId} is still to be reached: ${[
        ...list('holds the seat', seats),
        ...list('manages the account of', customers),
        ...list('asked in the open case', cases),
      ].join('; ')}.`,
      advice: 'Put somebody else in that place, or close the case, and ask again.',
    }),
    'backup-file-exists': ({ file }) => ({
      message: `"${file}" is there already.`,
      advice: 'Name another file, or remove that one; a backup overwrites nothing.',
    }),
    'backup-not-understood': ({ file }) => ({
      message: `"${file}" is no backup of Ladder.`,
      advice: 'Name a file that ladder backup wrote.',
    }),
    'backup-cut-short': ({ file }) => ({
      message: `"${file}" ends before the backup does.`,
      advice: 'Copy it again from where it was written, or take another. Nothing was restored.',
    }),
    'backup-damaged': ({ file }) => ({
      message: `"${file}" is not what was written: its digest does not fit.`,
      advice: 'Copy it again from where it was written, or take another. Nothing was restored.',
    }),
    'backup-other-migration': ({ version, found, known }) => ({
      message: `The backup was written by Ladder ${version} with ${found} migrations, and this one has ${known}.`,
      advice: `Restore it with Ladder ${version}, then start this one, which brings the data up to date.`,
    }),
    'backup-other-secret': ({ file }) => ({
      message: `"${file}" belongs to an installation with another secret.`,
      advice:
        'A backup does not hold the secret. Put the file "secret" of that installation into the data folder, or set LADDER_SECRET.',
    }),
    'restore-database-used': ({ tables }) => ({
      message: `The database is not empty: there is something in ${tables.slice(0, 5).join(', ')}.`,
      advice: 'Restore into a new data folder, or into a new database named in DATABASE_URL.',
    }),
  },
  holds: ({ cases, events, texts, erased, erasedFrom, erasedTo, checkpoints, lastCheckpoint, since }) =>
    [
      `The record holds: ${many(cases, 'case')}, ${many(events, 'event')}, ${many(texts, 'text')}.`,
      ...(erased === 0
        ? []
        : [
            `${many(erased, 'text was', 'texts were')} erased ${
              erasedFrom === erasedTo ? `on ${erasedFrom}` : `from ${erasedFrom} to ${erasedTo}`
            }; the digests still stand.`,
          ]),
      lastCheckpoint
        ? `${many(checkpoints, 'checkpoint')}, the last, number ${lastCheckpoint.number}, of ${lastCheckpoint.at}; ${many(since, 'event')} since.`
        : 'There is no checkpoint yet.',
    ].join('\n'),
  broken: (code) => `The record does not hold (${code}).`,
  progress: ({ done, total }) => `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} events`,
  erased: ({ counts, cases, dryRun }) =>
    [
      `${dryRun ? 'Would erase' : 'Erased'}, in ${many(cases, 'closed case')}:`,
      `  ${many(counts.texts, 'text')} that people typed`,
      `  ${many(counts.files, 'file')} that people attached`,
      `  ${many(counts.mails, 'mail')} sent, with ${counts.mails === 1 ? 'its address' : 'their addresses'}`,
      `  ${many(counts.replies, 'reply', 'replies')} by mail`,
      `  ${many(counts.people, 'personal record')}`,
      `  ${many(counts.tokens, 'right or token', 'rights and tokens')}`,
      `  ${many(counts.accounts, 'account', 'accounts')}`,
      `  ${many(counts.signIns, 'line about signing in', 'lines about signing in')}`,
      `  ${many(counts.links, 'link')} out of use`,
      `  ${many(counts.answers, 'kept answer')} to repeated requests`,
      `  ${many(counts.sources, 'superseded plan')} as written`,
    ].join('\n'),
  backedUp: ({ file, rows, bytes }) =>
    `${file}: ${many(rows, 'row')} in ${many(bytes, 'byte')}. The secret is not in it: keep that too, elsewhere.`,
  restored: ({ file, rows }) => `${many(rows, 'row')} restored from ${file}.`,
  checkpoint: ({ number, at, cases, events }) => ({
    subject: `Ladder: checkpoint ${number} of the record`,
    text: [
      `At ${at} the record held ${many(cases, 'case')} and ${many(events, 'event')}.`,
      'Please keep this mail. Whoever doubts the record can compare it with what is below:',
      'save the mail as a file and type "ladder verify --against FILE".',
    ].join('\n'),
  }),
};
