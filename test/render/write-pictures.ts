import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The pictures that pages show, each with the command that draws it. */
export const PICTURES: Readonly<Record<string, string>> = {
  'docs/pictures/ladder.svg':
    'ladder forecast plans/calnet-3-category-9.1.plan.yaml --track service-impacting --opened 2026-11-20T16:30 --svg',
};

/** Draws them anew: `print` runs a command line and answers what it prints on standard output. */
export async function writePictures(print: (command: string) => Promise<string>): Promise<void> {
  for (const [path, command] of Object.entries(PICTURES)) writeFileSync(ROOT + path, await print(command));
}
