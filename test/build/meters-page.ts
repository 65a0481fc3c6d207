import { catalogue } from '../../src/core/message/catalogue.ts';
import type { MeterName } from '../../src/core/message/meters.ts';
import { makeMeters } from '../../src/service/meters.ts';

/** `docs/reference/metrics.md`, from the meters that the program makes. */
export async function metersPage(): Promise<string> {
  const { meters } = catalogue('en').meters;
  const all = await makeMeters(async () => Promise.reject(new Error('nothing is read'))).described();
  const rows = all.map(
    ({ name, kind, labels }) =>
      `| \`${name}\` | ${kind} | ${labels.map((label) => `\`${label}\``).join(', ')} | ${meters[name as MeterName]} |`,
  );
  return `${INTRODUCTION}\n\n| name | kind | labels | what it says |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const INTRODUCTION = `# Metrics

\`/metrics\` shows these in the text form of Prometheus, together with the usual ones of the process (\`process_*\`,
\`nodejs_*\`). Each node counts what it does itself; what is read from the database (queues, open cases, cases set
aside, letters that cannot be written, deadlines that cannot be decided) is the same on every node, so take the maximum of the nodes, not the sum. Labels hold codes and patterns of
routes, never a person, a case or a path.

Worth an alarm: \`ladder_watch_late_seconds\` over 60, \`ladder_set_aside_cases\`, \`ladder_failed_letters\` and
\`ladder_failed_deadlines\` over 0, \`ladder_readings_up\` at 0.

This page is printed from the program; a test compares the two.`;
