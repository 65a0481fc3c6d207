/** What a document may cost to read. Each bound is checked before the work it bounds. */
export const INTAKE_LIMITS = {
  /** Bytes of the file as it comes. A plan of fifty pages has less than one MiB. */
  bytesMax: 16 * 1024 * 1024,
  /** Pages of a PDF. */
  pagesMax: 500,
  /** Characters of text in the whole document. */
  charactersMax: 2_000_000,
  /** Characters of one paragraph; what is longer is read in pieces. */
  paragraphMax: 8000,
  /** Paragraphs, headings and cells. */
  blocksMax: 20_000,
  /** Bytes that the parts of a Word file or a PDF may have once unpacked: what stops a small file from growing. */
  unpackedMax: 64 * 1024 * 1024,
  /** Tables and lists inside one another. */
  depthMax: 200,
  /** Facts, findings and unplaced lines of one report. */
  reportedMax: 5000,
} as const;
