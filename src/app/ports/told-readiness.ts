/** Something that keeps somebody from being reached: a person, a level or a seat, by its name before a colon. */
export interface WrongSubject {
  readonly subject: `${'person' | 'level' | 'seat'}:${string}`;
  /** Of a seat, its title: once it is filled nothing else names it. */
  readonly title?: string | undefined;
  /** Whether oversight hears of it. */
  readonly isOversights: boolean;
}

/** What the last digest of a contract said is wrong. */
export interface ToldReadiness {
  /** The Monday of its week, by the contract's calendar. */
  readonly weekOn: string;
  readonly wrong: readonly WrongSubject[];
}

/** What a transaction on contracts knows of digests. */
export interface ReadinessTransaction {
  /** Undefined before the contract was first looked at. */
  toldReadiness(contract: string): Promise<ToldReadiness | undefined>;
  keepToldReadiness(contract: string, told: ToldReadiness): Promise<void>;
}
