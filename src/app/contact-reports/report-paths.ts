/** Reports of wrong contacts, for those who look into them. */
export const reportsPath = (contract: string): string =>
  `/contracts/${encodeURIComponent(contract)}/contacts/reported`;

/** Where whoever reads a plan reports a wrong contact. */
export const reportPath = (contract: string): string =>
  `/plans/${encodeURIComponent(contract)}/wrong-contact`;
