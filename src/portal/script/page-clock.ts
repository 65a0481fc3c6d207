const loadedAt = Date.now();

/** Milliseconds since the page was loaded. A machine that slept meanwhile has them counted too. */
export const sinceLoaded = (): number => Date.now() - loadedAt;
