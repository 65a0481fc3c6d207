import { writeFileSync } from 'node:fs';
import { ROOT } from '../check/source.ts';
import { compiledScript, compiledStyle } from './compiled.ts';

writeFileSync(`${ROOT}src/portal/static/ladder.css`, compiledStyle());
writeFileSync(`${ROOT}src/portal/static/ladder.js`, compiledScript());
