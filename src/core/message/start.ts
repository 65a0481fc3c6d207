/** Why Ladder cannot start: the world around it is not as it must be. */
export interface StartFaults {
  'database-platform-unsupported': { platform: string; known: readonly string[] };
  'database-binaries-missing': { package: string };
  'database-binaries-unusable': { program: string; reason: string };
  'database-folder-foreign': { folder: string; owner: string };
  'database-folder-modes': { folder: string; mode: string };
  'database-folder-unusable': { folder: string; reason: string };
  'database-folder-file': { folder: string };
  'database-folder-occupied': { folder: string };
  'database-disk-full': { folder: string };
  'database-root-refused': { folder: string };
  'database-major-other': { folder: string; found: string; needed: string };
  'database-making-failed': { folder: string; lines: readonly string[] };
  'database-ended-early': { log: string; lines: readonly string[] };
  'database-start-slow': { log: string; seconds: number };
  'database-stop-slow': { folder: string; pid: number; seconds: number };
  'database-password-lost': { folder: string };
  'database-url-malformed': { url: string };
  'database-server-unreachable': { host: string; port: number; reason: string };
  'database-access-denied': { user: string; host: string };
  'database-name-unknown': { database: string; host: string };
  'database-version-old': { found: string; needed: string };
  'database-newer': { found: number; known: number };
  'database-migration-edited': { migration: string };
  'database-migration-failed': { migration: string; reason: string };
}

/** What happens while the database starts, for whoever watches. */
export interface StartNews {
  'database-making': { folder: string };
  'database-recovering': { folder: string };
  'database-waiting': { folder: string; pid: number };
  'database-found-running': { folder: string; pid: number };
  'database-port-changed': { from: number; to: number };
}

/** What is said at the start. */
export interface StartWords {
  readonly faults: { readonly [C in keyof StartFaults]: (values: StartFaults[C]) => string };
  readonly news: { readonly [C in keyof StartNews]: (values: StartNews[C]) => string };
}
