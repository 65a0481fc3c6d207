const RAIL_LEFT = 18;
const RAIL_RIGHT = 46;
const STEP_HEIGHT = 20;

/** Where a level's number stands, in the middle of the ladder. */
export const disc = { x: (RAIL_LEFT + RAIL_RIGHT) / 2, radius: 16 } as const;

/** The two rails of a ladder from one height to another, as a path. */
export const rails = (top: number, bottom: number): string =>
  `M${RAIL_LEFT} ${top}V${bottom}M${RAIL_RIGHT} ${top}V${bottom}`;

/** The rungs between the rails from below a number to where its piece ends. */
export function steps(discY: number, bottom: number): string {
  let path = '';
  for (let y = Math.ceil(discY + disc.radius + 8); y < bottom - 4; y += STEP_HEIGHT)
    path += `M${RAIL_LEFT} ${y}H${RAIL_RIGHT}`;
  return path;
}

/** From the lower end of the way up to the card above it. */
export const arrow = (x: number, top: number, bottom: number): string =>
  `M${x} ${bottom - 4}V${top + 5}M${x - 5} ${top + 11}L${x} ${top + 5}L${x + 5} ${top + 11}`;
