import type { EventType } from './event.ts';

/** Whom a notice goes to; levels are reached through their contacts, parties through their people on the case. */
export type NoticeTo =
  | ('customer' | 'contractor' | 'oversight')
  /** The party whose move it is. */
  | 'actor'
  /** The level the event names, until somebody there acknowledges. */
  | 'level'
  /** Every level contacted, until somebody there acknowledges. */
  | 'askedLevels'
  /** Every level contacted, once. */
  | 'contactedLevels'
  /** Whom the writer chose; never the writer's own party. */
  | 'audience'
  /** The person whom the event names, though the case is none of theirs any more. */
  | 'named';

/** Who hears of what. Something done for a caller is told to the customer besides. */
export const NOTICES: Readonly<Record<EventType, readonly NoticeTo[]>> = {
  CaseOpened: ['customer', 'oversight'],
  LevelContacted: ['level'],
  StepWarned: ['actor', 'contactedLevels'],
  StepFellDue: ['actor', 'contactedLevels'],
  StepWithdrawn: ['actor'],
  StepDeclined: ['customer'],
  StepPassed: ['actor', 'contactedLevels'],
  Escalated: ['customer', 'oversight'],
  CustomerAsked: ['askedLevels'],
  NotSatisfied: ['askedLevels'],
  Acknowledged: ['customer'],
  Responded: ['customer'],
  ResolutionProposed: ['customer'],
  Updated: ['customer'],
  ResponseConfirmed: ['contactedLevels'],
  Satisfied: ['customer'],
  SatisfactionUndone: ['customer', 'askedLevels'],
  PauseRequested: ['customer'],
  PauseRefused: ['contactedLevels'],
  Paused: ['customer', 'contactedLevels'],
  Resumed: ['customer', 'contactedLevels'],
  PauseContested: ['oversight', 'contractor'],
  PauseDisputeDecided: ['customer', 'contractor'],
  StatedInstantContested: ['oversight', 'customer'],
  StatedInstantDecided: ['customer', 'contractor'],
  HandedOver: ['customer', 'contractor'],
  TrackChanged: ['customer', 'contactedLevels', 'oversight'],
  TrackProposed: ['customer'],
  AutomaticChosen: ['customer'],
  NoteAdded: ['audience'],
  FileAttached: ['audience'],
  CallRecorded: [],
  WatcherAdded: ['customer'],
  WatcherRemoved: ['customer', 'named'],
  StandInNamed: ['customer'],
  StandInEnded: ['customer', 'named'],
  PromiseKept: [],
  PromiseMissed: ['contractor', 'oversight'],
  PromiseVoid: [],
  CustomerReminded: ['customer'],
  CaseClosed: ['customer', 'contactedLevels', 'oversight'],
  CaseReopened: ['customer', 'askedLevels', 'oversight'],
  RevisionProposed: ['customer', 'oversight'],
  MovedToRevision: ['customer', 'contractor', 'oversight'],
  DeliveryRecorded: [],
  MeansLost: ['contractor', 'oversight'],
  MeansRegained: ['contractor', 'oversight'],
  ReachingEnded: ['contractor', 'oversight'],
};
