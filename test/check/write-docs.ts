// Writes everything under docs/, README.md and scenarios/ that follows from the program: `npm run docs`.
// It runs the built program, as a reader would.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { settingsPage } from '../../src/config/settings-page.ts';
import { metersPage } from '../build/meters-page.ts';
import { planFormatPage, planSchemaText } from '../build/plan-format-page.ts';
import { publishedPlanSchemaText } from '../build/published-plan-schema.ts';
import { commandsDocument } from '../case/commands-document.ts';
import { eventsDocument } from '../case/events-document.ts';
import { writePictures } from '../render/write-pictures.ts';
import { refreshed, wordsOf } from './printed.ts';
import { ROOT, repositoryFiles } from './source.ts';

async function print(command: string): Promise<string> {
  const [, ...args] = wordsOf(command);
  const { FORCE_COLOR: _forced, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, ['bin/ladder.js', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

for (const { path, text } of repositoryFiles().filter((file) => file.path.endsWith('.md'))) {
  const written = await refreshed(text, print);
  if (written !== text) {
    writeFileSync(ROOT + path, written);
    process.stdout.write(`${path}\n`);
  }
}

writeFileSync(`${ROOT}docs/reference/plan-format.md`, planFormatPage());
writeFileSync(`${ROOT}docs/reference/plan.schema.json`, planSchemaText());
writeFileSync(`${ROOT}docs/reference/published-plan.schema.json`, publishedPlanSchemaText());
writeFileSync(`${ROOT}docs/reference/settings.md`, settingsPage());
writeFileSync(`${ROOT}docs/reference/metrics.md`, await metersPage());
writeFileSync(`${ROOT}docs/reference/commands.md`, commandsDocument());
writeFileSync(`${ROOT}docs/reference/events.md`, eventsDocument());
for (const file of readdirSync(`${ROOT}scenarios`)) {
  if (!file.endsWith('.scenario.yaml')) continue;
  const lines = await print(`ladder simulate scenarios/${file}`);
  writeFileSync(`${ROOT}scenarios/${file.replace('.scenario.yaml', '.expected.jsonl')}`, lines);
}
await writePictures(print);
