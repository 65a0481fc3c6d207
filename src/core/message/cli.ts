/** What the command line itself says: its help and its refusals of a mistyped line. */
export interface Cli {
  readonly description: string;
}
