import { htmlText } from './html-text.ts';
import { withoutOwnLinks } from './own-links.ts';

/** The two forms in which a mail may carry its words. */
interface MailBody {
  readonly text: string | undefined;
  readonly html: string | undefined;
}

/** What is kept of an answer, in characters. */
const TEXT_MAX = 20_000;
/** What is looked at; behind it nobody writes an answer. */
const READ_MAX = 200_000;
const LINES_MAX = 5_000;

/**
 * What the writer of a mail wrote: without the mail it answers to, signature, our own links and letters that cannot
 * be stored; at most 20,000 characters.
 *
 * Answers written between quoted lines are kept. The plain text counts where there is one, for programs write it
 * themselves; a mail of HTML alone is read as text.
 *
 *     readReply({ text: 'Satisfied\n\nOn Friday Ladder wrote:\n> …', html: undefined })  // 'Satisfied'
 */
export function readReply({ text, html }: MailBody): string {
  const body = text?.trim() ? text : htmlText(html ?? '');
  const lines = storable(body.slice(0, READ_MAX)).split('\n', LINES_MAX);
  const written = withoutOwnLinks(ownLines(lines).join('\n'));
  return written
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, TEXT_MAX)
    .replace(/\p{Surrogate}$/u, '');
}

const SUBJECT_MAX = 200;

/** A subject on one line, without our own links and letters that cannot be stored; at most 200 characters. */
export const readSubject = (subject: string): string =>
  withoutOwnLinks(storable(subject.slice(0, READ_MAX)))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SUBJECT_MAX)
    .replace(/\p{Surrogate}$/u, '');

/** Line ends made one kind; NUL, other controls and halves of letters taken out, which no database keeps. */
const storable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[^\P{Cc}\n\t]/gu, '');

/** The line of ours that says where to write above. */
const MARKER = /^\W*##.{3,80}##\W*$/;
const QUOTED = /^\s{0,3}[>|]/;
const SIGNATURE = /^--\s*$/;
const SENT_FROM =
  /^(sent from|get outlook for|enviado desde|enviado con|von meinem|gesendet von|envoy[ée] de)\b.{0,60}$/i;
const OLD_MAIL = new RegExp(
  '^[\\s>]*[-_]{2,}\\s*(original message|original appointment|forwarded message|mensaje original|mensaje reenviado|' +
    'ursprüngliche nachricht|weitergeleitete nachricht|message d.origine|message transféré|reply message)\\s*[-_]{2,}',
  'i',
);
const FROM_FIELD = /^\s*\*?(from|de|von|expéditeur)\s*:\*?\s+\S/i;
const OTHER_FIELD =
  /^\s*\*?(sent|date|to|subject|enviado|enviado el|fecha|para|asunto|gesendet|datum|an|betreff|envoyé|à|objet)\s*:/i;
/** How far below `From:` the other fields of an old mail's head stand. */
const HEAD_LINES = 4;

/** The lines of the writer's own, up to where nothing but the old mail or the signature follows. */
function ownLines(lines: readonly string[]): readonly string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (MARKER.test(line) || SIGNATURE.test(line) || OLD_MAIL.test(line) || isOldHead(lines, at)) break;
    const length = attributionLength(lines, at);
    if (length > 0 && isQuotedNext(lines, at + length)) at += length - 1;
    else if (length > 0 && /[\d@]/.test(lines.slice(at, at + length).join(' '))) break;
    else if (!QUOTED.test(line) && !SENT_FROM.test(line.trim())) own.push(line);
  }
  return own;
}

const isOldHead = (lines: readonly string[], at: number): boolean =>
  FROM_FIELD.test(lines[at]!) &&
  lines.slice(at + 1, at + 1 + HEAD_LINES).filter((line) => OTHER_FIELD.test(line)).length >= 2;

/** Programs break the line before a quote where it is long: it is looked for over as many lines. */
const ATTRIBUTION_LINES = 4;
const ATTRIBUTION_MAX = 400;
const ATTRIBUTION_BEGIN =
  /^\s*(on|el|am|le|em|il)\s|^\s*\d{4}-\d\d-\d\d|^\s*[^\s].{0,120}<[^<>\s]+@[^<>\s]+>/i;
const ATTRIBUTION_END =
  /(wrote|writes|escribió|escribi.|schrieb( [^:]{1,80})?|a écrit|escreveu|ha scritto)\s*:\s*$/i;

/** How many lines from here say "On … wrote:"; none is 0. */
function attributionLength(lines: readonly string[], at: number): number {
  if (!ATTRIBUTION_BEGIN.test(lines[at]!.slice(0, ATTRIBUTION_MAX))) return 0;
  let joined = '';
  for (let length = 1; length <= ATTRIBUTION_LINES; length++) {
    const line = lines[at + length - 1];
    if (line === undefined || line.trim() === '') return 0;
    joined += ` ${line.trim()}`;
    if (joined.length > ATTRIBUTION_MAX) return 0;
    if (ATTRIBUTION_END.test(joined)) return length;
  }
  return 0;
}

/** Whether the next line that says anything is marked as quoted: then what is not marked below it is an answer. */
function isQuotedNext(lines: readonly string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    if (lines[at]!.trim() !== '') return QUOTED.test(lines[at]!);
  }
  return false;
}
