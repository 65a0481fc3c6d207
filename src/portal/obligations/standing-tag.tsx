import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Standing } from '../../core/obligation/standing.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { tag } from '../parts/lists.tsx';

const KINDS: Readonly<Partial<Record<Standing, 'info' | 'success' | 'warning' | 'error'>>> = {
  due: 'warning',
  late: 'error',
  delivered: 'info',
  accepted: 'success',
};

/** How an obligation stands, in its word. */
export const standingTag = (standing: Standing, language: Language): Html =>
  tag(catalogue(language).obligations.standings[standing], KINDS[standing]);
