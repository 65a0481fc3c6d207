const NAMED: readonly (readonly [RegExp, string])[] = [
  [/\bPacific\b(?:\s+(?:Standard |Daylight )?Time|\s*$)|\bP[SD]?T\b/, 'America/Los_Angeles'],
  [/\bMountain\b(?:\s+(?:Standard |Daylight )?Time|\s*$)|\bM[SD]T\b/, 'America/Denver'],
  [/\bCentral\b(?:\s+(?:Standard |Daylight )?Time|\s*$)|\bC[SD]T\b/, 'America/Chicago'],
  [/\bEastern\b(?:\s+(?:Standard |Daylight )?Time|\s*$)|\bE[SD]T\b/, 'America/New_York'],
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

/** The zone that a text names. */
export function zoneIn(text: string): SaidZone | undefined {
  const iana = IANA.exec(text);
  if (iana) return { zone: iana[0], at: iana.index, length: iana[0].length };
  return firstOf(NAMED, text);
}

/** The zone of a state that a text names: a reading, for the text does not speak of time. */
export const zoneOfPlaceIn = (text: string): SaidZone | undefined => firstOf(STATES, text);

function firstOf(patterns: readonly (readonly [RegExp, string])[], text: string): SaidZone | undefined {
  for (const [pattern, zone] of patterns) {
    const found = pattern.exec(text);
    if (found) return { zone, at: found.index, length: found[0].length };
  }
  return undefined;
}
