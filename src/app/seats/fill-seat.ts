import { asInstant, type Instant } from '../../core/instant.ts';
import type { SeatProblem } from '../../core/message/portal/seats.ts';
import { isDiallable } from '../../core/plan/asked/telephone.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { dueUnderPlan } from '../contact-reports/due-at.ts';
import { isTaken } from '../contacts/ask-change.ts';
import type { Contracts, ContractsTransaction } from '../ports/contracts.ts';
import { seatRoles } from '../seat-roles.ts';
import { hashOf, linkToken, type Secret } from '../secret.ts';
import { isEmail, isId, isLine, RESERVED_ID } from '../text-field.ts';
import { type FillingAnswer, handleFillingsIn } from './handle-fillings.ts';
import { keptOutBy, putBack, putInAgain, putInSeat } from './put-in-seat.ts';

/** With what seats of one contract are filled. */
export interface SeatParts {
  readonly contracts: Contracts;
  readonly contract: string;
  /** The plan in force. */
  readonly rules: Revision;
  readonly written: Plan;
  readonly secret: Secret;
  readonly newId: () => string;
}

/** Who fills it: somebody on file, somebody new, or nobody. */
export type SeatHolder =
  | { readonly is: 'person'; readonly personId: string }
  | {
      readonly is: 'new';
      readonly personId: string;
      readonly name: string;
      readonly title: string;
      readonly email: string;
      readonly office: string;
      readonly mobile: string;
    }
  | { readonly is: 'nobody' };

interface ToFill {
  readonly seat: string;
  readonly holder: SeatHolder;
  /** Why, in the program manager's words. */
  readonly reason: string;
  readonly by: string;
}

type SeatFilled = { readonly filling: number } | { readonly problem: SeatProblem };

/**
 * Puts somebody, or nobody, into a seat from now on, running cases included; oversight agrees afterwards, within the time
 * that the plan gives for it.
 *
 * What is said of somebody new is used at once and stands as not confirmed. The former holder is told, and may hold it up.
 */
export const fillSeat = (parts: SeatParts, asked: ToFill): Promise<SeatFilled> =>
  parts.contracts.transaction(async (tx) => {
    const { contract, written } = parts;
    await tx.lockContract(contract);
    const { seat, holder } = asked;
    const problem = seatProblem(parts, asked) ?? (await holderProblem(tx, parts, asked));
    if (problem) return { problem };
    const from = (await tx.seats(contract)).get(seat);
    const to = holder.is === 'nobody' ? undefined : holder.personId;
    if (holder.is === 'new') await addNew(tx, contract, holder);
    const at = await tx.now();
    const moved = await putInSeat(tx, { contract, plan: written, seat, from, to }, at);
    const filling = await tx.fillings.next(contract);
    const key = { contract, filling };
    const current = await tx.fillings.current(contract, seat);
    const dueAt = dueUnderPlan(parts, at);
    const named = {
      ...{ seat, ...moved },
      ...(to !== undefined && { holder: to }),
      ...(from !== undefined && { before: from }),
    };
    const by = { by: asked.by, over: 'portal' } as const;
    const actor = 'contractor' as const;
    await handleFillingsIn(tx, [
      ...(current ? [{ key: current, actor, command: { type: 'replace', ...by, filling } as const }] : []),
      {
        ...{ key, actor },
        command: {
          type: 'fill',
          ...by,
          filling: named,
          text: asked.reason,
          dueAt,
          remindAt: halfway(at, dueAt),
        },
      },
    ]);
    const holdId = parts.newId();
    await tx.fillings.keepHold(key, holdId, hashOf(linkToken(parts.secret, holdId)));
    return { filling };
  });

const halfway = (from: Instant, to: Instant): Instant => asInstant(Math.round((from + to) / 2));

/** Why a seat is not filled here at all. */
function seatProblem(
  { rules, written }: SeatParts,
  { seat, holder, reason }: ToFill,
): SeatProblem | undefined {
  const found = rules.seats[seat];
  if (!found) return 'seatUnknown';
  if (found.kind === 'directory') return 'seatOfDirectory';
  const roles = seatRoles(written).get(seat) ?? [];
  if (roles.includes('oversight')) return 'seatOfOversight';
  if (holder.is === 'nobody' && roles.includes('programManager')) return 'managerVacant';
  return reason === '' ? 'reasonMissing' : undefined;
}

async function holderProblem(
  tx: ContractsTransaction,
  { contract, written }: SeatParts,
  { seat, holder }: ToFill,
): Promise<SeatProblem | undefined> {
  const from = (await tx.seats(contract)).get(seat);
  if (holder.is === 'nobody') return from === undefined ? 'sameHolder' : undefined;
  const { personId } = holder;
  if (personId === from) return 'sameHolder';
  if (!isId(personId) || personId === RESERVED_ID) return 'idInvalid';
  const [known] = await tx.people(contract, [personId]);
  if (holder.is === 'new') return known ? 'idTaken' : newProblem(tx, contract, holder);
  if (!known || known.erasedAt !== undefined) return 'personUnknown';
  if (known.email === undefined && known.office === undefined && known.mobile === undefined) return 'noMeans';
  return (await keptOutBy(tx, { contract, plan: written, seat, to: personId })) === undefined
    ? undefined
    : 'otherParty';
}

async function newProblem(
  tx: ContractsTransaction,
  contract: string,
  { personId, name, title, email, office, mobile }: Extract<SeatHolder, { is: 'new' }>,
): Promise<SeatProblem | undefined> {
  if (name === '' || !isLine(name)) return 'nameInvalid';
  if (title !== '' && !isLine(title)) return 'titleInvalid';
  // By it they are told of cases, and sign in.
  if (!isEmail(email)) return 'mailInvalid';
  for (const number of [office, mobile]) {
    if (number !== '' && !(isLine(number) && isDiallable(number))) return 'numberInvalid';
  }
  return (await isTaken(tx, contract, personId, email)) ? 'mailTaken' : undefined;
}

const addNew = (
  tx: ContractsTransaction,
  contract: string,
  { personId, name, title, email, office, mobile }: Extract<SeatHolder, { is: 'new' }>,
): Promise<void> =>
  tx.addPerson({
    ...{ contract, personId, name, email },
    ...(title !== '' && { title }),
    ...(office !== '' && { office }),
    ...(mobile !== '' && { mobile }),
  });

interface Deciding {
  /** Somebody of oversight. */
  readonly by: string;
  readonly verdict: 'agree' | 'refuse';
  readonly text: string;
}

type DecidingParts = Pick<SeatParts, 'contracts' | 'contract'>;

/** Oversight agrees to who fills a seat, or refuses, and the former holder is back; undefined where there is none such. */
export const decideOnFilling = (
  { contracts, contract }: DecidingParts,
  filling: number,
  { by, verdict, text }: Deciding,
): Promise<FillingAnswer | undefined> =>
  contracts.transaction(async (tx) => {
    await tx.lockContract(contract);
    const key = { contract, filling };
    const [before] = await tx.fillings.lock([key]);
    if (!before || before.state.status === 'none') return undefined;
    const command = { type: verdict, by, over: 'portal', text } as const;
    const [answer] = await handleFillingsIn(tx, [{ key, actor: 'oversight', command }]);
    if (!answer?.accepted) return answer;
    const moved = { contract, ...before.state.filling };
    const at = await tx.now();
    // Held up, the former holder is there already.
    if (verdict === 'refuse' && before.state.status === 'waiting') await putBack(tx, moved, at);
    if (verdict === 'agree' && before.state.status === 'heldUp') await putInAgain(tx, moved, at);
    return answer;
  });

/** Whoever filled the seat before holds it up by the link that came to them; undefined where there is none such. */
export const holdUpFilling = (contracts: Contracts, token: string): Promise<FillingAnswer | undefined> =>
  contracts.transaction(async (tx) => {
    const key = await tx.fillings.byHold(hashOf(token));
    if (!key) return undefined;
    await tx.lockContract(key.contract);
    const [before] = await tx.fillings.lock([key]);
    if (!before || before.state.status === 'none') return undefined;
    const by = before.state.filling.before ?? RESERVED_ID;
    const command = { type: 'holdUp', by, over: 'email' } as const;
    const [answer] = await handleFillingsIn(tx, [{ key, actor: 'contractor', command }]);
    if (answer?.accepted) {
      await putBack(tx, { contract: key.contract, ...before.state.filling }, await tx.now());
    }
    return answer;
  });
