import type { StartWords } from '../start.ts';

const indented = (lines: readonly string[]): string => lines.map((line) => `\n  ${line}`).join('');

export const start: StartWords = {
  faults: {
    'database-platform-unsupported': ({ platform, known }) =>
      `Ladder brings no PostgreSQL for ${platform}, only for ${known.join(', ')}. Set DATABASE_URL to a PostgreSQL of your own.`,
    'database-binaries-missing': (values) =>
      `The package ${values.package} is not installed. Install again without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    'database-binaries-unusable': ({ program, reason }) =>
      `PostgreSQL at ${program} cannot be run (${reason}). It needs glibc on Linux; elsewhere set DATABASE_URL to a PostgreSQL of your own.`,
    'database-folder-foreign': ({ folder, owner }) =>
      `The folder ${folder} belongs to ${owner}. Start Ladder as ${owner}, or name another data folder.`,
    'database-folder-modes': ({ folder, mode }) =>
      `The folder ${folder} has the permissions ${mode}; PostgreSQL accepts 700 or 750 alone. Run: chmod 700 "${folder}"`,
    'database-folder-unusable': ({ folder, reason }) =>
      `The folder ${folder} cannot be used (${reason}). Let the user who starts Ladder write there, or name another data folder.`,
    'database-folder-file': ({ folder }) =>
      `There is a file on the way to ${folder}, where Ladder would keep its data in a folder. Name another data folder in LADDER_DATA.`,
    'database-folder-occupied': ({ folder }) =>
      `The folder ${folder} holds files that are no database. Nothing was changed in it. Move them away, or name another data folder in LADDER_DATA.`,
    'database-disk-full': ({ folder }) =>
      `The disk that holds ${folder} is full. Make room and start again; nothing that was accepted is lost.`,
    'database-root-refused': ({ folder }) =>
      `PostgreSQL does not run as root, and no other user may enter both Ladder's own folder and ${folder}. Start Ladder as an ordinary user, or open the folders above both to all (chmod o+x).`,
    'database-major-other': ({ folder, found, needed }) =>
      `The data in ${folder} is PostgreSQL ${found}'s, and this Ladder brings PostgreSQL ${needed}. Start the Ladder that wrote it, take a backup there, and restore it here into an empty folder.`,
    'database-making-failed': ({ folder, lines }) =>
      `A database could not be made in ${folder}. PostgreSQL said:${indented(lines)}`,
    'database-ended-early': ({ log, lines }) =>
      `The database ended as soon as it was started. The last lines of ${log}:${indented(lines)}`,
    'database-start-slow': ({ log, seconds }) =>
      `The database did not get ready within ${seconds} seconds. What it is doing stands in ${log}.`,
    'database-stop-slow': ({ folder, pid, seconds }) =>
      `The database in ${folder} (process ${pid}) did not stop within ${seconds} seconds. It goes on stopping by itself; the next start waits for it.`,
    'database-password-lost': ({ folder }) =>
      `The password of the database is not in ${folder}. Put the file back from a copy of the folder, or restore a backup into an empty folder.`,
    'database-url-malformed': ({ url }) =>
      `DATABASE_URL is "${url}", which is no address of a database. Write postgres://user:password@host:5432/name.`,
    'database-server-unreachable': ({ host, port, reason }) =>
      `No database answers at ${host}, port ${port} (${reason}). Check that it runs there and that DATABASE_URL names the right host and port.`,
    'database-access-denied': ({ user, host }) =>
      `The database at ${host} does not let the user "${user}" in. Check the user and the password in DATABASE_URL.`,
    'database-name-unknown': ({ database, host }) =>
      `There is no database "${database}" at ${host}. Create it, or correct the name in DATABASE_URL.`,
    'database-version-old': ({ found, needed }) =>
      `The database is PostgreSQL ${found}; Ladder needs ${needed} or newer.`,
    'database-newer': ({ found, known }) =>
      `The database is at migration ${found}, and this Ladder knows migrations up to ${known}: a newer Ladder wrote it. Start that one, or restore a backup from before the upgrade.`,
    'database-migration-edited': ({ migration }) =>
      `The migration ${migration} was applied to this database with another text than this Ladder has. A released migration never changes: install the release again.`,
    'database-migration-failed': ({ migration, reason }) =>
      `The migration ${migration} failed and was undone whole: ${reason}`,
  },
  news: {
    'database-making': ({ folder }) => `Making a database in ${folder}.`,
    'database-recovering': ({ folder }) =>
      `The database in ${folder} was not stopped cleanly; it replays what it had accepted.`,
    'database-waiting': ({ folder, pid }) =>
      `A database is starting or stopping in ${folder} (process ${pid}); waiting for it.`,
    'database-found-running': ({ folder, pid }) =>
      `The database in ${folder} was left running (process ${pid}); it is used as it is.`,
    'database-port-changed': ({ from, to }) =>
      `Port ${from} is taken by another program; the database takes port ${to}.`,
  },
};
