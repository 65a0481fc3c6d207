import { decideReport, type ReportCommand, type ReportRefusal } from '../../core/contact-report/decide.ts';
import { REPORT_NOTICES, type ReportAnswer, type ReportEvent } from '../../core/contact-report/event.ts';
import { type ReportState, reportDeadlines } from '../../core/contact-report/state.ts';
import { asInstant, type Instant } from '../../core/instant.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import { type ReportChange, type ReportKey, reportRecordKey } from '../ports/contact-reports.ts';
import type { RefusedCommand, Store, Transaction } from '../ports/store.ts';
import { changeOfChain, type RunningChain, RunningChains } from '../running-chain.ts';

type Unasked = 'at' | 'occurredAt' | 'onBehalfOf' | 'actor';
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A command to a report on its way in. */
export interface ReportRequest {
  readonly key: ReportKey;
  readonly actor: Party;
  readonly command: Without<ReportCommand, Unasked>;
}

type ReportRoadAnswer =
  | {
      readonly accepted: true;
      readonly state: ReportState;
      /** Of a deadline acted on: how late that was. */
      readonly latenessMs?: number;
    }
  | { readonly accepted: false; readonly refusal: ReportRefusal };

type Running = RunningChain<ReportKey, ReportState, ReportEvent>;

/** The only way in which a report changes, inside a transaction: locked in order, decided one by one, written together. */
export async function handleReportsIn(
  tx: Transaction,
  requests: readonly ReportRequest[],
  taken: readonly ReportKey[] = [],
): Promise<readonly ReportRoadAnswer[]> {
  const now = await tx.now();
  const locked = await tx.reports.lockReports(distinct([...requests.map(({ key }) => key), ...taken]));
  const running = new RunningChains<ReportKey, ReportState, ReportEvent>(locked, taken, nameOf);
  const refused: RefusedCommand[] = [];
  const answers = requests.map((request) => decided(request, running.of(request.key), now, refused));
  await tx.reports.recordReports(running.all().flatMap(changeOf));
  if (refused.length > 0) await tx.recordRefused(refused);
  return answers;
}

function decided(
  { key, actor, command }: ReportRequest,
  running: Running,
  now: Instant,
  refused: RefusedCommand[],
): ReportRoadAnswer {
  const at = asInstant(running.state.status === 'none' ? now : Math.max(now, running.state.lastAt));
  const decision = decideReport(running.state, { ...command, actor, at, occurredAt: at } as ReportCommand);
  if (!decision.accepted) {
    const { type, by, over } = command;
    const { code } = decision.refusal;
    refused.push({ key: reportRecordKey(key), at, command: type, actor, by, over, code });
    return decision;
  }
  running.state = decision.state;
  running.events.push(...decision.events);
  const late = decision.events.flatMap((event) => ('latenessMs' in event ? [event.latenessMs] : []));
  return {
    ...{ accepted: true, state: decision.state },
    ...(command.type === 'deadlineDue' && late.length > 0 && { latenessMs: Math.max(...late) }),
  };
}

function changeOf(running: Running): ReportChange[] {
  const { state, events, jobTaken } = running;
  if (state.status === 'none' || (events.length === 0 && !jobTaken)) return [];
  const tells = events.some(({ type }) => REPORT_NOTICES[type]);
  return [{ ...changeOfChain(running, reportDeadlines(state)), state, tells }];
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

const nameOf = ({ contract, report }: ReportKey): string => `${contract}/${report}`;

const distinct = (keys: readonly ReportKey[]): readonly ReportKey[] => [
  ...new Map(keys.map((key) => [nameOf(key), key])).values(),
];
