const DESK =
  /\b(?:desk|cent(?:er|re)|support|help ?desk|hotline|team|queue|group|operations center|noc|office|department|service|services|care|line|dispatch)\b/i;
const JOB =
  /\b(?:manager|director|engineer|supervisor|lead|leader|chief|officer|head|president|vice|coordinator|specialist|architect|consultant|representative|executive|analyst|technician|administrator|agent|dispatcher|principal|partner|owner|foreman|deputy|controller|assistant|superintendent)\b/i;
const NAME =
  /^(?:(?:Mr|Mrs|Ms|Dr)\.?\s)?\p{Lu}[\p{L}'’.-]*(?:\s(?:de|da|van|von|der|la|le|\p{Lu}[\p{L}'’.-]*)){1,3}$/u;

/** Whether words name a place that answers, such as a help desk, and no person. */
export const isDesk = (text: string): boolean => DESK.test(text) && !JOB.test(text);

/** Whether words name a job. */
export const isJob = (text: string): boolean => JOB.test(text);

/** Whether words look like a person's name. */
export const isPersonName = (text: string): boolean =>
  NAME.test(text.trim()) && !JOB.test(text) && !DESK.test(text);

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
