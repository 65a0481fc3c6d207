import assert from 'node:assert';
import type { Caller } from '../app/authorise.ts';
import { handleObligationsIn, type ObligationRequest } from '../app/obligation/handle-obligations.ts';
import { undertakeNext } from '../app/obligation/undertake.ts';
import type { Store } from '../app/ports/store.ts';
import type { Instant } from '../core/instant.ts';

/** What the sample's contract owed long before the demonstration was made, and who handed it over and accepted it. */
const SETTLED = {
  obligationId: 'escalation-process',
  deliver: {
    by: 'solutions-architect',
    role: 'programManager',
    doneOn: '2019-07-10',
    link: 'https://portal.pacific-lantern.example/calnet-3/escalation',
    text: 'Version 1.0 was posted on the portal.',
  },
  accept: { by: 'contract-office', role: 'oversight' },
} as const;

/** Takes up the obligations of the sample plan, the first of them settled; at a later start there is nothing to do. */
export async function seedDemonstrationObligations(
  store: Store,
  contract: string,
  at: Instant,
): Promise<void> {
  await store.transaction(async (tx) => {
    if (!(await undertakeNext(tx, at))) return;
    const { obligationId, deliver, accept } = SETTLED;
    const key = { contract, obligationId };
    const caller = ({ by, role }: typeof deliver | typeof accept): Caller => {
      return { contract, personId: by, grants: [{ role }], over: 'portal', seats: [] };
    };
    const requests: ObligationRequest[] = [
      {
        key,
        caller: caller(deliver),
        command: {
          ...{ type: 'deliver', by: deliver.by, over: 'portal', text: deliver.text },
          ...{ doneOn: deliver.doneOn, links: [deliver.link] },
        },
      },
      { key, caller: caller(accept), command: { type: 'accept', by: accept.by, over: 'portal' } },
    ];
    for (const answer of await handleObligationsIn(tx, requests, { at }))
      assert(answer.accepted, 'the samples are accepted');
  });
}
