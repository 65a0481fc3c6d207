import { readFile } from 'node:fs/promises';

/** The sample plan with other words in some places. */
export async function sampleWith(changes: readonly (readonly [was: string, is: string])[]): Promise<string> {
  let text = await readFile(new URL('../../plans/calnet-3-category-9.1.plan.yaml', import.meta.url), 'utf8');
  for (const [was, is] of changes) {
    if (!text.includes(was)) throw new Error(`the sample does not say ${was}`);
    text = text.replace(was, is);
  }
  return text;
}
