const NAMED: readonly (readonly [RegExp, string])[] = [
  [/\bPacific\b(?:\s+(?:Standard |Daylight )?Time|[.\s]*$)|\bP[SD]?T\b/, 'America/Los_Angeles'],
  [/\bMountain\b(?:\s+(?:Standard |Daylight )?Time|[.\s]*$)|\bM[SD]T\b/, 'America/Denver'],
  [/\bCentral\b(?:\s+(?:Standard |Daylight )?Time|[.\s]*$)|\bC[SD]T\b/, 'America/Chicago'],
  [/\bEastern\b(?:\s+(?:Standard |Daylight )?Time|[.\s]*$)|\bE[SD]T\b/, 'America/New_York'],
];
const IANA = /\b(?:America|Europe|Asia|Africa|Australia|Pacific|Atlantic)\/[A-Z][A-Za-z_]+\b/;
/** States that lie in one zone, as far as their offices go. */
const STATES: readonly (readonly [RegExp, string])[] = [
  [/\bCalifornia\b/, 'America/Los_Angeles'],
  [/\bWashington State\b/, 'America/Los_Angeles'],
  [/\bColorado\b/, 'America/Denver'],
  [/\bIllinois\b/, 'America/Chicago'],
  [/\bMinnesota\b/, 'America/Chicago'],
  [/\b(?:New York|Massachusetts|Virginia|Ohio|Georgia|Pennsylvania)\b/, 'America/New_York'],
];

interface SaidZone {
  readonly zone: string;
  readonly at: number;
  readonly length: number;
}

/** The zones that a text names, as they stand in it. */
export function zonesIn(text: string): readonly SaidZone[] {
  const iana = IANA.exec(text);
  if (iana) return [{ zone: iana[0], at: iana.index, length: iana[0].length }];
  return allOf(NAMED, text);
}

/** The zones of states that a text names: readings, for the text does not speak of time. */
export const zonesOfPlacesIn = (text: string): readonly SaidZone[] => allOf(STATES, text);

const allOf = (patterns: readonly (readonly [RegExp, string])[], text: string): readonly SaidZone[] =>
  patterns
    .flatMap(([pattern, zone]) => {
      const found = pattern.exec(text);
      return found ? [{ zone, at: found.index, length: found[0].length }] : [];
    })
    .sort((one, other) => one.at - other.at);
