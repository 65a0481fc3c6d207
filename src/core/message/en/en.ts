import type { Catalogue } from '../catalogue.ts';
import { calendar } from './calendar.ts';
import { cli } from './cli.ts';
import { deadline } from './deadline.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { findings } from './findings.ts';

/** English. */
export const en: Catalogue = { language: 'en', calendar, cli, diff, deadline, explain, findings };
