import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where this project stands: the nearest folder above that has a package, from the sources as from what is built of them. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`no package.json stands above ${import.meta.dirname}`);
    folder = above;
  }
  return folder;
}

const FOLDER = projectFolder();

/** A file of this project, by its path from there. What is bundled stands elsewhere than its source, so none asks for it by its own place. */
export const inProject = (path: string): string => join(FOLDER, path);
