import type { ReportEvent, ReportEventOf } from '../../core/contact-report/event.ts';
import {
  evolveReport,
  type LiveReport,
  noReport,
  type ReportState,
} from '../../core/contact-report/state.ts';
import type { ContactReportMail } from '../../core/message/portal/contact-reports.ts';
import { confirmPath } from '../attestation/attestation-paths.ts';
import {
  type ChainLetters,
  type ChainNotice,
  chainDelivery,
  type LetterSubject,
  lettersOfEvents,
  NO_LETTERS,
  onceWithAddress,
  together,
} from '../chain-letters.ts';
import { pageLink } from '../notices/fill-links.ts';
import {
  type KeptReporter,
  type ReportKey,
  type ReportPapers,
  reportRecordKey,
} from '../ports/contact-reports.ts';
import type { NewDelivery, Person } from '../ports/engine.ts';
import { RESERVED_ID } from '../text-field.ts';
import { reportsPath } from './report-paths.ts';

/** The kind under which these letters are kept. */
const REPORT_LETTER = 'contactReport';

type About = LetterSubject<ReportKey, ReportPapers, LiveReport>;
type Reporting = ReportEventOf<'ContactReported'> | ReportEventOf<'ContactReportedAgain'>;

/** Letters for what the events of a notice tell. */
export const reportLetters = (...notice: ChainNotice<ReportKey, ReportPapers>): ChainLetters =>
  lettersOfEvents<ReportKey, ReportEvent, ReportPapers, ReportState>(
    { evolve: evolveReport, none: noReport, write: lettersOf },
    ...notice,
  );

function lettersOf(about: About, event: ReportEvent): ChainLetters {
  switch (event.type) {
    case 'ContactReported':
      return together(entryLetters(about, event), proofLetter(about, event));
    case 'ContactReportedAgain':
      return proofLetter(about, event);
    case 'ReportOverdue':
      return overdueLetters(about);
    case 'ReportAnswered':
      return answeredLetters(about, event);
    case 'NoticeFailed':
      return NO_LETTERS;
  }
}

/** The contact hears of it, by the asking where there is one, and so do those who can look into it. */
function entryLetters(about: About, event: ReportEventOf<'ContactReported'>): ChainLetters {
  const { papers, state, key } = about;
  const { person, isOwn } = { person: state.subject.person, isOwn: event.by === state.subject.person };
  const told = { wrong: event.wrong, text: event.text } as const;
  const contact = papers.people.get(person);
  const keepers = onceWithAddress([...papers.managers, ...papers.desk], [person, event.by]);
  const toContact =
    event.isContactAsked || isOwn || contact?.email === undefined
      ? []
      : [letter(about, contact, { ...told, kind: 'toContact', url: pageLink(confirmPath(key.contract)) })];
  const toKeepers = keepers.map((reader) =>
    letter(about, reader, { ...told, kind: 'reported', url: pageOf(key) }),
  );
  return {
    deliveries: [...toContact, ...toKeepers],
    unreached: [
      ...(contact?.email === undefined ? [person] : []),
      ...(keepers.length === 0 ? ['contractor'] : []),
    ],
  };
}

/** The first mail to an address that nobody has proved: it says nothing that anybody typed. */
function proofLetter(about: About, { reporter: id }: Reporting): ChainLetters {
  const reporter = about.papers.reporters.find(({ reporterId }) => reporterId === id);
  if (reporter?.address === undefined || !reporter.isWrittenTo || reporter.isProved) return NO_LETTERS;
  const url = `ladder-link:${reporter.reporterId}`;
  return { deliveries: [toReporter(about, reporter, { kind: 'prove', url })], unreached: [] };
}

function overdueLetters(about: About): ChainLetters {
  const { papers, key } = about;
  const oversight = onceWithAddress(papers.oversight);
  const readers = onceWithAddress([...papers.oversight, ...papers.managers]);
  return {
    deliveries: readers.map((reader) => letter(about, reader, { kind: 'overdue', url: pageOf(key) })),
    unreached: oversight.length === 0 ? ['oversight'] : [],
  };
}

/** What came of it hears the contact, and everybody who reported it and whose address is proved. */
function answeredLetters(about: About, event: ReportEventOf<'ReportAnswered'>): ChainLetters {
  const { papers, state } = about;
  const said = { kind: 'answered', answer: event.answer, text: event.text, url: undefined } as const;
  const signedIn = papers.events.flatMap((one) =>
    (one.type === 'ContactReported' || one.type === 'ContactReportedAgain') && one.by !== RESERVED_ID
      ? [one.by]
      : [],
  );
  const readers = [...new Set([state.subject.person, ...signedIn])].flatMap(
    (id) => papers.people.get(id) ?? [],
  );
  return {
    deliveries: [
      ...onceWithAddress(readers, [event.by]).map((reader) => letter(about, reader, said)),
      ...papers.reporters
        .filter(({ isProved, address }) => isProved && address !== undefined)
        .map((reporter) => toReporter(about, reporter, said)),
    ],
    unreached: [],
  };
}

const pageOf = ({ contract, report }: ReportKey): string => pageLink(`${reportsPath(contract)}/${report}`);

type Said = Pick<ContactReportMail, 'kind' | 'url'> &
  Partial<Pick<ContactReportMail, 'wrong' | 'text' | 'answer'>>;

const letter = (about: About, reader: Person, said: Said): NewDelivery =>
  delivery(about, { ...reader, address: reader.email ?? '' }, said);

const toReporter = (
  about: About,
  { reporterId, address = '', language }: KeptReporter,
  said: Said,
): NewDelivery => delivery(about, { personId: reporterId, name: undefined, address, language }, said);

interface Reader {
  readonly personId: string;
  readonly name: string | undefined;
  readonly address: string;
  readonly language: ContactReportMail['language'];
}

function delivery(about: About, reader: Reader, said: Said): NewDelivery {
  const { parts, key, papers, state, number } = about;
  const { subject, dueAt } = state;
  const { wrong, text, answer, kind, url } = said;
  const mail = parts.writer.contactReport({
    ...{ kind, url, wrong, text, answer, dueAt, language: reader.language, reader: reader.name },
    ...{ contractTitle: papers.contractTitle, timeZone: papers.timeZone, means: subject.means },
    ...{ levels: subject.levels, demonstration: parts.isDemonstration },
    name: papers.people.get(subject.person)?.name ?? subject.person,
  });
  return chainDelivery(about, {
    ...{ record: reportRecordKey(key), number, kind: `${REPORT_LETTER}/${kind}`, letter: mail },
    ...{ personId: reader.personId, address: reader.address },
  });
}
