/**
 * What a line of the log may name. Ids, codes and counts only: an address, a name, a token or a text that
 * somebody wrote has no field here, and what is put into a field that is not for it is withheld.
 */
export interface LogFields {
  readonly contract?: string;
  readonly caseId?: string;
  readonly customerId?: string;
  readonly personId?: string;
  readonly deliveryId?: string;
  readonly jobId?: string;
  readonly requestId?: string;
  readonly queue?: string;
  readonly command?: string;
  readonly event?: string;
  readonly means?: string;
  readonly result?: string;
  /** A code, such as `smtp-550` or `case-closed`. */
  readonly reason?: string;
  readonly role?: string;
  readonly kind?: string;
  readonly version?: string;
  readonly signal?: string;
  readonly method?: string;
  /** The pattern of a route, `/l/:token`, never the path that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly port?: number;
  readonly level?: number;
  readonly sequence?: number;
  readonly attempt?: number;
  readonly count?: number;
  readonly bytes?: number;
  readonly ms?: number;
  readonly latenessMs?: number;
}

/**
 * Where the service says what it does, one line a happening. A code says what (`deadline-fired`), fields say of what.
 *
 *     log.info('deadline-fired', { contract: 'sample', caseId: '100001', latenessMs: 8 })
 */
export interface Log {
  info(code: string, fields?: LogFields): void;
  warn(code: string, fields?: LogFields): void;
  /** Of `error` its kind, its code and where it was thrown are kept; its message may quote anything, and is not. */
  error(code: string, error: unknown, fields?: LogFields): void;
}
