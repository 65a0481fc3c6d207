/** What the report on a time asks for. */
export const COMPLIANCE = {
  full: {
    ...{ from: '2026-11-23', until: '2027-05-31', names: ['Rhea', 'Rex'], count: 57, numbers: [12, 13] },
    inForce: [
      { number: 12, from: undefined },
      { number: 13, from: '2026-12-01' },
    ],
  },
  bare: {
    ...{ from: '2026-11-23', until: '2027-05-31', names: ['Rhea', 'Rex'], count: 57, numbers: [12] },
    inForce: [],
  },
};
