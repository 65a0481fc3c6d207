import { DETAILS, type Detail } from '../../core/attestation/standing.ts';
import type { ReportedFrom, ReportSubject, Wrong } from '../../core/contact-report/event.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { handleAttestationsIn } from '../attestation/handle-attestations.ts';
import { type ReportKey, reportRecordKey } from '../ports/contact-reports.ts';
import type { Store, Transaction } from '../ports/store.ts';
import { hashOf, linkToken, type Secret } from '../secret.ts';
import { RESERVED_ID } from '../text-field.ts';
import { handleReportsIn } from './handle-reports.ts';

interface ReportParts {
  readonly store: Store;
  readonly secret: Secret;
  readonly newId: () => string;
}

/** What somebody who reads the plan says of it. */
interface ReportAsked {
  readonly contract: string;
  readonly subject: ReportSubject;
  readonly wrong: Wrong;
  /** Empty: nothing was typed. */
  readonly text: string;
  readonly from: ReportedFrom;
  /** Undefined: nobody is signed in. */
  readonly by: { readonly personId: string; readonly party: Party } | undefined;
  /** Empty where it was not said. */
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  /** By when it is to be answered. */
  readonly dueAt: (from: Instant) => Instant;
}

type Reported =
  | { readonly report: number; readonly dueAt: Instant; readonly isWrittenTo: boolean }
  | { readonly problem: 'tooMany' };

/** Entries about one contact in a day; more of the same are counted with the entry that is there. */
const ENTRIES_A_DAY_MAX = 5;
const DAY_MS = 86_400_000;

/**
 * Takes a report of a wrong contact, and changes nothing of the contact.
 *
 * What is reported already, and not answered, is counted there; else it is an entry of its own, the contact is asked for
 * its word, and desk and program manager are told. Nobody can be made to hear of the same twice, nor of more than a few
 * things a day; and an address that nobody has proved is written to once a day.
 */
export const reportContact = (parts: ReportParts, asked: ReportAsked): Promise<Reported> =>
  parts.store.transaction(async (tx) => {
    const { contract, subject } = asked;
    const report = await tx.reports.nextReport(contract);
    const open = await tx.reports.openReport(contract, subject);
    const now = await tx.now();
    const key = open ?? { contract, report };
    if (!open && (await isTooMany(tx, asked, now))) return tooMany(tx, key, asked, now);
    const isContactAsked = !open && (await askContact(tx, asked));
    const reporterId = asked.name === '' && asked.address === '' ? undefined : parts.newId();
    await record(tx, key, asked, { reporterId, isContactAsked, dueAt: asked.dueAt(now) });
    const isWrittenTo =
      asked.address !== '' && !(await tx.reports.isWrittenTo(asked.address, asInstant(now - DAY_MS)));
    if (reporterId !== undefined) {
      await tx.reports.addReporter({
        ...{ ...key, reporterId, isWrittenTo, madeAt: now, language: asked.language },
        name: asked.name || undefined,
        address: asked.address || undefined,
        proofHash: hashOf(linkToken(parts.secret, reporterId)),
      });
    }
    return { report: key.report, dueAt: asked.dueAt(now), isWrittenTo };
  });

const isTooMany = async (tx: Transaction, { contract, subject }: ReportAsked, now: Instant) =>
  (await tx.reports.reportsOf(contract, subject.person, asInstant(now - DAY_MS))) >= ENTRIES_A_DAY_MAX;

async function tooMany(tx: Transaction, key: ReportKey, { by }: ReportAsked, at: Instant): Promise<Reported> {
  await tx.recordRefused([
    {
      ...{ key: reportRecordKey(key), at, command: 'report', actor: by?.party ?? 'customer' },
      ...{ by: by?.personId ?? RESERVED_ID, over: 'portal', code: 'contact-report-too-many' },
    },
  ]);
  return { problem: 'tooMany' };
}

/** Asks the contact for its word, with the link by which details are confirmed; false where the plan has none confirmed. */
async function askContact(tx: Transaction, { contract, subject, by }: ReportAsked): Promise<boolean> {
  const { person, means } = subject;
  if (by?.personId === person) return false;
  const details: readonly Detail[] = means === 'contact' ? DETAILS : [means];
  const [answer] = await handleAttestationsIn(tx, [
    { key: { contract, personId: person }, command: { type: 'askAgain', by: RESERVED_ID, details } },
  ]);
  const state = answer?.accepted ? answer.state : undefined;
  return state?.status === 'asked' && details.some((detail) => state.open.includes(detail));
}

interface Recording {
  readonly reporterId: string | undefined;
  readonly isContactAsked: boolean;
  readonly dueAt: Instant;
}

async function record(
  tx: Transaction,
  key: ReportKey,
  { subject, wrong, from, by, text }: ReportAsked,
  { reporterId, isContactAsked, dueAt }: Recording,
): Promise<void> {
  const [answer] = await handleReportsIn(tx, [
    {
      key,
      actor: by?.party ?? 'customer',
      command: {
        ...{ type: 'report', by: by?.personId ?? RESERVED_ID, over: 'portal' },
        ...{ subject, wrong, from, dueAt, isContactAsked },
        ...(reporterId !== undefined && { reporter: reporterId }),
        ...(text !== '' && { text }),
      },
    },
  ]);
  if (!answer?.accepted) throw new Error('what is open takes a report, and what is new does');
}

/** A link proves the address it went to for so long. */
const PROOF_MS = 72 * 3_600_000;

/** Since when a report must have been made for its link to prove anything at an instant. */
export const proofSince = (at: Instant): Instant => asInstant(at - PROOF_MS);

/** Whoever has the link reads the address it went to, and hears of what they reported; false where it proves nothing. */
export const proveAddress = (store: Store, token: string): Promise<boolean> =>
  store.transaction(async (tx) => {
    const at = await tx.now();
    return tx.reports.proveReporter(hashOf(token), at, proofSince(at));
  });
