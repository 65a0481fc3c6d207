import type { EventType } from './event.ts';

/** Events that come of something else, and are nobody's doing by themselves. */
export const FOLLOWING: ReadonlySet<EventType> = new Set([
  ...(['LevelContacted', 'PromiseKept', 'PromiseMissed', 'PromiseVoid'] as const),
  ...(['MeansLost', 'MeansRegained', 'ReachingEnded'] as const),
  ...(['StepFellDue', 'StepWarned', 'StepWithdrawn', 'StepPassed', 'CustomerReminded'] as const),
]);
