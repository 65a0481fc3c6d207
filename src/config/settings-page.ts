import { SETTINGS } from '../config.ts';
import { catalogue } from '../core/message/catalogue.ts';
import type { SettingGroup } from '../core/message/settings.ts';

/** `docs/reference/settings.md`, which is also what `ladder settings` prints. */
export function settingsPage(): string {
  const { title, introduction, groups } = catalogue('en').settings.page;
  const sections = (Object.keys(groups) as SettingGroup[]).map(
    (group) => `## ${groups[group]}\n\n${listOf(group)}`,
  );
  return `${[`# ${title}`, introduction, ...sections].join('\n\n')}\n`;
}

function listOf(group: SettingGroup): string {
  const { settings, page } = catalogue('en').settings;
  return Object.values(SETTINGS)
    .filter((setting) => setting.group === group)
    .map(({ variable, otherwise, isSecret }) => {
      const { means, takes, otherwise: inWords, example } = settings[variable];
      return [
        `### ${variable}\n`,
        `${means}${isSecret ? ` ${page.neverShown}` : ''}\n`,
        `- ${page.labels.takes}: ${takes}`,
        `- ${page.labels.otherwise}: ${inWords ?? `\`${otherwise}\``}`,
        `- ${page.labels.example}: \`${variable}=${quoted(example)}\``,
      ].join('\n');
    })
    .join('\n\n');
}

/** As a shell takes it. */
const quoted = (example: string): string => (/[ <>$]/.test(example) ? `"${example}"` : example);
