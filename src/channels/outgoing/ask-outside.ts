import { outgoing } from './request.ts';

interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** With it the question is a POST. */
  readonly body?: string;
}

/** Asks for a text outside; undefined where there is no answer, or none that is good. `allowed`: as for every question. */
export const askOutside =
  (allowed: readonly string[]) =>
  async (asked: Asked): Promise<string | undefined> => {
    const reply = await outgoing({ ...asked, method: asked.body === undefined ? 'GET' : 'POST', allowed });
    if (reply.result === 'failed' || reply.status !== 200) return undefined;
    return new TextDecoder().decode(reply.body);
  };
