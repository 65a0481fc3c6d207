/** Drills of a contract, for those who plan them or watch over it. */
export const drillsPath = (contract: string): string => `/contracts/${encodeURIComponent(contract)}/drills`;
