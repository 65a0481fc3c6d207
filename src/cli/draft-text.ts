import { catalogue } from '../core/message/catalogue.ts';
import type { DraftEventType } from '../core/publication/draft-event.ts';
import type { DraftStatus } from '../core/publication/draft-state.ts';

/** A draft as the API shows it. */
export interface ShownDraft {
  readonly draft: number;
  readonly status: DraftStatus;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly revision: number | null;
  readonly effectiveAt: string | null;
}

export interface WholeDraft extends ShownDraft {
  /** The number of the text that stands. */
  readonly base: number;
  readonly digest: string | null;
  readonly findings: readonly {
    readonly code: string;
    readonly blocks: boolean;
    readonly line: number;
    readonly message: string;
  }[];
  readonly changes: readonly string[] | null;
  readonly events: readonly {
    readonly type: DraftEventType;
    readonly at: string;
    readonly by: string;
    readonly text?: string;
  }[];
}

/** One draft in a line. */
export function draftLine(
  { draft, status, changedAt, changedBy, effectiveAt }: ShownDraft,
  timeZone: string,
): string {
  const { drafts, caseTerminal } = catalogue('en');
  const when = caseTerminal.happened(changedAt, timeZone);
  const from =
    effectiveAt === null ? '' : `  ${drafts.columns.effective} ${caseTerminal.from(effectiveAt, timeZone)}`;
  return `${drafts.one({ draft })}  ${drafts.status[status]}  ${when} ${drafts.by({ name: changedBy })}${from}`;
}

/** Everything there is to say of a draft. */
export function draftLines(whole: WholeDraft, timeZone: string): readonly string[] {
  const { drafts, caseTerminal } = catalogue('en');
  const { findings, changes, events } = whole;
  const blocking = findings.filter(({ blocks }) => blocks).length;
  const said =
    findings.length === 0
      ? drafts.findings.none
      : drafts.findings.count({ blocking, count: findings.length });
  return [
    draftLine(whole, timeZone),
    ...(whole.digest === null ? [] : [`  ${drafts.facts.digest} ${whole.digest}`]),
    said,
    ...findings.map(({ line, code, message }) => `  ${drafts.findings.line({ line })}  ${code}  ${message}`),
    drafts.changes.title,
    ...(changes === null
      ? [`  ${drafts.changes.nothingBefore}`]
      : changes.length === 0
        ? [`  ${drafts.changes.none}`]
        : changes.map((change) => `  ${change}`)),
    drafts.history.title,
    ...events.map(
      ({ type, at, by, text }) =>
        `  ${caseTerminal.happened(at, timeZone)}  ${drafts.history.says[type]} ${drafts.by({ name: by })}${text === undefined ? '' : `: ${text}`}`,
    ),
  ];
}
