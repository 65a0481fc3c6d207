/** Findings about contacts, levels and those who must be told. */
export interface PeopleFindings {
  'levels-too-few': { levels: number; required: number };
}
