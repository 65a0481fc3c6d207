import type { Catalogue } from '../catalogue.ts';
import { calendar } from './calendar.ts';
import { cli } from './cli.ts';
import { deadline } from './deadline.ts';
import { findings } from './findings.ts';

/** English. */
export const en: Catalogue = { language: 'en', calendar, cli, deadline, findings };
