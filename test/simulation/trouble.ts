import { setImmediate as turn } from 'node:timers/promises';
import type { MailCarrier, MailResult, OutgoingMail } from '../../src/app/ports/mail.ts';
import type { Chance } from '../case/chance.ts';
import type { Point } from './memory-store.ts';

/** Everything that goes wrong, drawn from the seed: at any step of a transaction, and with any mail. */
export class Trouble {
  readonly #chance: Chance;
  isOver = false;
  /** Faults thrown so far. */
  faults = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** Now and then the connection is lost: before the commit nothing has happened, after it all has and nobody knows. */
  readonly point: Point = async (name) => {
    if (this.isOver) return;
    if (this.#chance.isOneIn(6)) await turn();
    if (!this.#chance.isOneIn(name.includes('commit') ? 12 : 60)) return;
    this.faults += 1;
    throw connectionLost(name);
  };

  draw(): Chance {
    return this.#chance;
  }
}

const connectionLost = (where: string): Error =>
  Object.assign(new Error(`connection lost: ${where}`), { code: '57P01' });

export const isLost = (error: unknown): boolean => (error as { code?: unknown }).code === '57P01';

/**
 * A carrier for whom everything happens: it takes a mail, refuses it for now or for good, takes it and says it did
 * not, ends with its node before or after, or answers when the claim is long over.
 */
export class TroubledCarrier implements MailCarrier {
  /** What has arrived, as often as it did. */
  readonly arrived: OutgoingMail[] = [];
  readonly #trouble: Trouble;
  readonly #waiting = new Set<() => void>();

  constructor(trouble: Trouble) {
    this.#trouble = trouble;
  }

  async send(mail: OutgoingMail): Promise<MailResult> {
    const handedOver: MailResult = { result: 'handedOver', carrierId: mail.id };
    const arrive = (): MailResult => {
      this.arrived.push(mail);
      return handedOver;
    };
    if (this.#trouble.isOver) return arrive();
    const later: MailResult = { result: 'failed', permanent: false, reason: 'smtp-450' };
    return this.#trouble.draw().weighted<() => MailResult | Promise<MailResult>>([
      [20, arrive],
      [3, () => later],
      [1, () => ({ result: 'failed', permanent: true, reason: 'smtp-550' })],
      [1, () => arrive() && later],
      [1, () => Promise.reject(connectionLost('node before sending'))],
      [1, () => arrive() && Promise.reject(connectionLost('node after sending'))],
      [2, () => this.#wait(arrive)],
      [1, () => this.#wait(() => later)],
    ])();
  }

  async close(): Promise<void> {}

  /** Lets those answer that hang. */
  release(): void {
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  async #wait(then: () => MailResult): Promise<MailResult> {
    await new Promise<void>((go) => this.#waiting.add(go));
    return then();
  }
}
