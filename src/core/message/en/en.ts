import type { Catalogue } from '../catalogue.ts';
import { cli } from './cli.ts';

/** English. */
export const en: Catalogue = { language: 'en', cli };
