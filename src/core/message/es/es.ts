import type { Catalogue } from '../catalogue.ts';
import { en } from '../en/en.ts';
import { portalParts } from './portal-parts.ts';
import { signIn } from './portal-sign-in.ts';

/**
 * Spanish: what people of a contract read. Plans are written, and installations kept, in English: those areas are the
 * English ones.
 */
export const es: Catalogue = {
  ...en,
  language: 'es',
  signIn,
  parts: portalParts,
};
