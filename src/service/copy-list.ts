/** The file of a copy that lists the others: which plan it is of, and the digest of each. */
export const COPY_LIST = 'copy.json';
