/** The field, and the parameter, that carries where to go on. */
const NAME = 'then';

/** Where to go on, as a form carries it. */
export const goOnField = (goOn: string): Readonly<Record<string, string>> =>
  Object.fromEntries([[NAME, goOn]]);

/** A path of ours with where to go on from there. */
export const withGoOn = (path: string, goOn: string): string =>
  goOn === '/' ? path : `${path}?${new URLSearchParams([[NAME, goOn]])}`;
