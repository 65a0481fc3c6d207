const DESK =
  /\b(?:desk|cent(?:er|re)|support|help ?desk|hotline|team|queue|group|operations center|noc|office|department|service|services|care|line|dispatch)\b/i;
const JOB =
  /\b(?:manager|director|engineer|supervisor|lead|leader|chief|officer|head|president|vice|coordinator|specialist|architect|consultant|representative|executive|[se]?vp|avp|c[efiot]o|analyst|technician|administrator|agent|dispatcher|principal|partner|owner|foreman|deputy|controller|assistant|superintendent)\b/i;
const NAME =
  /^(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}[\p{L}'’.-]*(?:\s(?:de|da|van|von|der|la|le|\p{Lu}[\p{L}'’.-]*)){1,3}$/u;

/** Whether words name a place that answers, such as a help desk, and no person. */
export const isDesk = (text: string): boolean => DESK.test(text) && !JOB.test(text);

/** Whether words name a job. */
export const isJob = (text: string): boolean => JOB.test(text);

/** Whether words look like a person's name. */
export const isPersonName = (text: string): boolean =>
  NAME.test(text.trim()) && !JOB.test(text) && !DESK.test(text);

const DOING =
  /^(?:(?:is|are|was|will|shall|must|may|can|should|has|have|had|does|do|not|never)\b|\p{Ll}{2,24}(?:s|ed)\s+(?:to|the|an?|all|any|each|every|within|after|by|in|on|at|with|for|from|through|and|or|not|its?|their)\b)/u;

/** Whether words say what somebody does, such as "acknowledges within 15 minutes": no name begins so. */
export const isDoing = (text: string): boolean => DOING.test(text.trim());

/** A short name for keys and files: letters, digits and `-`. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug.slice(0, 60).replace(/-+$/, '');
}
