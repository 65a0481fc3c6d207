/** The colours of one scheme; contrast against the surface is at least 4.5 to 1 for text, 3 to 1 for lines. */
interface Palette {
  readonly surface: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly tint: string;
}

const LIGHT: Palette = {
  surface: '#ffffff',
  ink: '#1b2733',
  quiet: '#46586a',
  line: '#70818f',
  accent: '#0b5394',
  onAccent: '#ffffff',
  tint: '#e8f1fa',
};

const DARK: Palette = {
  surface: '#12181f',
  ink: '#f0f4f8',
  quiet: '#b7c4d1',
  line: '#8496a7',
  accent: '#8cc4ff',
  onAccent: '#0b1a2a',
  tint: '#1b2c3f',
};

const PAPER: Palette = { ...LIGHT, quiet: '#1b2733', accent: '#000000', tint: '#ffffff' };

const FORCED: Palette = {
  surface: 'Canvas',
  ink: 'CanvasText',
  quiet: 'CanvasText',
  line: 'CanvasText',
  accent: 'LinkText',
  onAccent: 'Canvas',
  tint: 'Canvas',
};

const rules = ({ surface, ink, quiet, line, accent, onAccent, tint }: Palette): string =>
  [
    `.ladder-surface{fill:${surface}}`,
    `.ladder-ink{fill:${ink}}`,
    `.ladder-quiet{fill:${quiet}}`,
    `.ladder-accent{fill:${accent}}`,
    `.ladder-on{fill:${onAccent}}`,
    `.ladder-rail{stroke:${line}}`,
    `.ladder-card{fill:${surface};stroke:${line}}`,
    `.ladder-reached .ladder-card{fill:${tint};stroke:${accent}}`,
    `.ladder-due .ladder-card,.ladder-next .ladder-card{stroke:${accent}}`,
    `.ladder-reached .ladder-rail,.ladder-due .ladder-rail,.ladder-next .ladder-rail{stroke:${accent}}`,
    `.ladder-disc{fill:${surface};stroke:${line}}`,
    `.ladder-next .ladder-disc{stroke:${accent}}`,
    `.ladder-reached .ladder-disc,.ladder-due .ladder-disc{fill:${accent};stroke:${accent}}`,
    `.ladder-pill{fill:${surface};stroke:${line}}`,
    `.ladder-next .ladder-pill{stroke:${accent}}`,
    `.ladder-reached .ladder-pill,.ladder-due .ladder-pill{fill:${accent};stroke:${accent}}`,
    `.ladder-stem{stroke:${line}}`,
    `.ladder-arrow{stroke:${line}}`,
    `.ladder-due .ladder-arrow,.ladder-next .ladder-arrow,.ladder-reached .ladder-arrow{stroke:${accent}}`,
  ].join('');

/** Every rule is a constant: nothing that came from a plan is ever in a style. */
export const LADDER_STYLE: string = [
  '.ladder{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}',
  '.ladder-bold{font-weight:700}',
  '.ladder-rail,.ladder-arrow{fill:none;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}',
  '.ladder-card,.ladder-disc{stroke-width:2}',
  '.ladder-due .ladder-card,.ladder-due .ladder-disc{stroke-width:4}',
  '.ladder-next .ladder-rail{stroke-dasharray:8 6}',
  '.ladder-later .ladder-rail,.ladder-later .ladder-card,.ladder-later .ladder-disc{stroke-width:1.5;stroke-dasharray:3 4}',
  '.ladder-never .ladder-rail,.ladder-never .ladder-card,.ladder-never .ladder-disc{stroke-width:1.5;stroke-dasharray:1 6}',
  '.ladder-later .ladder-arrow,.ladder-never .ladder-arrow{stroke-width:1.5}',
  '.ladder-pill{stroke-width:1.5}',
  '.ladder-later .ladder-pill{stroke-dasharray:3 3}',
  '.ladder-never .ladder-pill{stroke-dasharray:1 4}',
  '.ladder-stem{stroke-width:1.5}',
  '.ladder .ladder-minor{stroke-width:1.5;stroke-dasharray:none}',
  rules(LIGHT),
  `@media (prefers-color-scheme:dark){${rules(DARK)}}`,
  `@media (forced-colors:active){${rules(FORCED)}}`,
  `@media print{${rules(PAPER)}}`,
].join('');
