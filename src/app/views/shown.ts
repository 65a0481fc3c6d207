import { onCase } from '../case-failed.ts';
import type { FoundCase } from '../ports/reading.ts';

/**
 * A case as a reader sees it. What keeps a case that is set aside from being decided may keep it from being shown too:
 * then its reader is told what is told of such a case. Of any other it is a bug like others.
 */
export const shown = <T>({ key, isSetAside }: Pick<FoundCase, 'key' | 'isSetAside'>, show: () => T): T =>
  isSetAside ? onCase(key, show) : show();
