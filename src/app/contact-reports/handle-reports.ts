import { decideReport, type ReportCommand, type ReportRefusal } from '../../core/contact-report/decide.ts';
import { REPORT_NOTICES, type ReportAnswer, type ReportEvent } from '../../core/contact-report/event.ts';
import { type ReportState, reportDeadlines } from '../../core/contact-report/state.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { type ReportKey, reportRecordKey } from '../ports/contact-reports.ts';
import type { RefusedCommand, Store, Transaction } from '../ports/store.ts';
import {
  type ChainAnswer,
  changesOf,
  decideOn,
  distinctKeys,
  instantFor,
  type OnItsWay,
  RunningChains,
  refusedLine,
} from '../running-chain.ts';

/** A command to a report on its way in. */
export interface ReportRequest {
  readonly key: ReportKey;
  readonly actor: Party;
  readonly command: OnItsWay<ReportCommand, 'at' | 'occurredAt' | 'onBehalfOf' | 'actor'>;
}

type ReportRoadAnswer = ChainAnswer<ReportState, ReportRefusal>;

/** The only way in which a report changes, inside a transaction: locked in order, decided one by one, written together. */
export async function handleReportsIn(
  tx: Transaction,
  requests: readonly ReportRequest[],
  taken: readonly ReportKey[] = [],
): Promise<readonly ReportRoadAnswer[]> {
  const now = await tx.now();
  const locked = await tx.reports.lockReports(
    distinctKeys([...requests.map(({ key }) => key), ...taken], bare),
  );
  const chains = new RunningChains<ReportKey, ReportState, ReportEvent>(locked, taken, bare);
  const refused: RefusedCommand[] = [];
  const answers = requests.map(({ key, actor, command }) => {
    const running = chains.of(key);
    const answer = decideOn(running, { ...command, actor }, now, (state, whole) =>
      decideReport(state, whole as ReportCommand),
    );
    if (!answer.accepted) {
      const { code } = answer.refusal;
      const at = instantFor(running.state, now);
      refused.push(refusedLine({ key: reportRecordKey(key), at, actor, command, code }));
    }
    return answer;
  });
  await tx.reports.recordReports(
    changesOf(chains, (state, events) => ({
      deadlines: reportDeadlines(state),
      tells: events.some(({ type }) => REPORT_NOTICES[type]),
    })),
  );
  if (refused.length > 0) await tx.recordRefused(refused);
  return answers;
}

interface Answering {
  /** A program manager. */
  readonly by: string;
  readonly answer: ReportAnswer;
  /** Empty: nothing was typed. */
  readonly text: string;
}

/** Says what came of a report, with what proves it; undefined where there is none such. */
export const answerReport = (
  store: Store,
  key: ReportKey,
  { by, answer, text }: Answering,
): Promise<ReportRoadAnswer | undefined> =>
  store.transaction(async (tx) => {
    const [locked] = await tx.reports.lockReports([key]);
    if (!locked || locked.state.status === 'none') return undefined;
    const found = await tx.reports.foundProof(key.contract, locked.state);
    const command = { type: 'answer', by, over: 'portal', answer, text, found } as const;
    const [given] = await handleReportsIn(tx, [{ key, actor: 'contractor', command }]);
    return given;
  });

/** That somebody could not be told, as a letter's fate says. */
export const reportNoticeFailed = (
  key: ReportKey,
  { personId, deliveryId }: { readonly personId: string; readonly deliveryId: string },
): ReportRequest => ({
  key,
  actor: 'contractor',
  command: { type: 'noticeFailed', by: 'ladder', whom: personId, delivery: deliveryId },
});

const bare = ({ contract, report }: ReportKey): ReportKey => ({ contract, report });
