import { parse } from 'yaml';
import type { Plan } from '../../src/core/plan/format/schema.ts';
import type { Step } from '../../src/core/plan/format/schema-routes.ts';
import { compile } from '../../src/core/plan/revision/compile.ts';
import type { Revision } from '../../src/core/plan/revision/revision.ts';

/** Other keys of the plan, and changes to the steps to levels 2 and 3 of its two tracks. */
export interface PlanChanges extends Plan {
  readonly service2?: Step;
  readonly service3?: Step;
  readonly billing2?: Step;
  readonly billing3?: Step;
}

/**
 * The rules of a small plan without promises, warnings, pauses: what a test needs it adds.
 *
 *     revisionWith({ service2: { warn: ['30 minutes'] } })
 */
export function revisionWith(changes: PlanChanges = {}): Revision {
  const { service2, service3, billing2, billing3, ...keys } = changes;
  const plan: Plan = { ...(parse(TEXT) as Plan), ...keys };
  change(plan, 'service', 1, service2);
  change(plan, 'service', 2, service3);
  change(plan, 'billing', 1, billing2);
  change(plan, 'billing', 2, billing3);
  const { revision, gaps } = compile(plan, 1);
  if (!revision) throw new Error(`the plan has gaps: ${gaps.join(', ')}`);
  return revision;
}

function change(plan: Plan, track: string, index: number, changes: Step | undefined): void {
  const step = plan.tracks?.[track]?.steps?.[index];
  if (step) Object.assign(step, changes);
}

const TEXT = `
ladder: 1
contract: { id: sample, timeZone: America/Los_Angeles }
calendars:
  always: { hours: always }
  business: { week: { mon-fri: ["08:00-17:00"] }, businessDay: same-time }
contacts:
  desk: { kind: desk, title: Service desk }
  ana: { kind: person, title: Service manager }
  bo: { kind: person, title: Senior service manager, deputy: bea }
  bea: { kind: person, title: Deputy }
  cy: { kind: person, title: Director }
levels:
  - { title: Service manager, reach: [ana], otherwise: [desk] }
  - { title: Senior service manager, reach: [bo] }
  - { title: Director, reach: [cy] }
tracks:
  service:
    steps:
      - { level: 1, actor: customer }
      - { level: 2, actor: customer, when: { unsatisfiedFor: 4 hours, calendar: always, since: opened } }
      - { level: 3, actor: oversight, when: { allSilent: [1, 2], for: 1 business day, calendar: business } }
  billing:
    steps:
      - { level: 1, actor: customer }
      - { level: 2, actor: customer, when: { unsatisfiedFor: 1 business day, calendar: business, since: opened } }
      - { level: 3, actor: customer, when: { allSilent: [1, 2], for: 2 business days, calendar: business } }
`;
