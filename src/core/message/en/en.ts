import type { Catalogue } from '../catalogue.ts';
import { cli } from './cli.ts';
import { findings } from './findings.ts';

/** English. */
export const en: Catalogue = { language: 'en', cli, findings };
