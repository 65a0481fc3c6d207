import type { CommandsWords, RecordCommand } from '../cli.ts';

/** The words of the commands that prove, keep and clear the record. */
export const recordCommands: Pick<CommandsWords, RecordCommand> = {
  verify: {
    summary: 'Prove that the record is whole and unchanged',
    description:
      'Walks every event of every case while Ladder runs or not: each digest is computed anew, each case is ' +
      'rebuilt from its events and compared, each signed checkpoint is compared with what it signed. It stops at ' +
      'the first thing that does not hold, says where that is and what it means, and ends with 1. Memory does ' +
      'not grow with the record.',
    arguments: {},
    options: {
      against: 'a checkpoint that somebody else kept, as a file or the mail it came in',
      json: 'one JSON object instead of sentences',
    },
    examples: [
      { line: 'ladder verify', says: 'Does the record hold?' },
      { line: 'ladder verify --against checkpoint-812.txt', says: 'Is it still the one that was signed?' },
    ],
  },
  backup: {
    summary: 'Write everything into one file, while Ladder runs',
    description:
      'Copies the whole database as it stands at one moment, waiting work included, into one compressed file ' +
      'with a digest. It overwrites nothing. The secret is not in it: keep the file "secret" of the data ' +
      'folder, or LADDER_SECRET, in another safe place.',
    arguments: { FILE: 'the file to make' },
    options: {},
    examples: [{ line: 'ladder backup monday.ladder', says: 'Everything as it stands now' }],
  },
  restore: {
    summary: 'Bring a backup back into an empty place',
    description:
      'Fills an empty data folder, or an empty database named in DATABASE_URL, from a backup of the same ' +
      'version, whole or not at all, and then verifies it. The secret of that installation has to be there ' +
      'first. Clocks go on: what fell due meanwhile is acted on at the next start.',
    arguments: { FILE: 'a file that ladder backup wrote' },
    options: {},
    examples: [{ line: 'ladder restore monday.ladder', says: 'Into a new folder, which LADDER_DATA names' }],
  },
  erase: {
    summary: 'Clear what people typed and their data, when it is time',
    description:
      'Clears texts, files, mails sent and received, and of a person the name, addresses and rights. The record keeps ' +
      'their digests and says when they were erased, so ladder verify holds as before. Running cases keep ' +
      'everything. What is erased is gone from this database; backups still have it.',
    arguments: {},
    options: {
      before: 'of all cases closed before a day (UTC), as 2026-11-22; answers, links, numbers out of use too',
      case: 'of one closed case, as calnet/100001',
      person: 'of one person, as calnet/ana: values, rights, mails, and texts and files in closed cases',
      sources: 'superseded plans as written, too',
      dryRun: 'only say how much that would be',
      json: 'one JSON object instead of sentences',
    },
    examples: [
      { line: 'ladder erase --before 2021-01-01 --dry-run', says: 'How much is that?' },
      { line: 'ladder erase --person calnet/ana', says: 'Somebody asked to be forgotten' },
    ],
  },
};
