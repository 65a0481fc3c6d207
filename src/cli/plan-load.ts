import { randomUUID } from 'node:crypto';
import { loadPlan } from '../app/load-plan.ts';
import { TERMINAL } from '../app/ports/contracts.ts';
import type { Finding } from '../core/finding.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { findingSentences } from '../core/message/findings.ts';
import { composeDraft } from '../render/mail/compose-draft.ts';
import { findingFrames } from './check-text.ts';
import { accepted, say } from './contract-answer.ts';
import type { Io } from './io.ts';
import type { Operations } from './operations.ts';
import { refusedBy } from './refused.ts';
import { painter } from './terminal-colour.ts';

interface PlanLoadOptions {
  readonly agreed?: string;
  readonly json?: true;
}

/** `ladder plan load`: a plan becomes a revision; whatever blocks it is shown where it stands in the file. */
export function planLoad(
  [file = '']: readonly string[],
  options: PlanLoadOptions,
  operations: Operations,
  io: Io,
): Promise<number> {
  return refusedBy(io, async () => {
    const text = await io.readText(file);
    const agreed = options.agreed?.split(',').map((who) => who.trim());
    const answer = await operations.within(io, async ({ contracts, now }) =>
      loadPlan(contracts, {
        ...{ text, agreed, at: await now(), by: TERMINAL },
        letters: { compose: composeDraft, newId: randomUUID },
      }),
    );
    if (!answer.accepted && answer.refusal.code === 'plan-load-blocked') {
      showFindings(io, file, text, answer.refusal.values.findings);
    }
    const loaded = accepted(answer);
    say(io, options.json, loaded, sentences(loaded, file, agreed ?? []));
    return 0;
  });
}

function sentences(
  loaded: Extract<Awaited<ReturnType<typeof loadPlan>>, { accepted: true }>,
  file: string,
  agreed: readonly string[],
): readonly string[] {
  const { news } = catalogue('en').people;
  const { contract, number, state, superseded, digest, filled, differences, findings } = loaded;
  const first = {
    published: () => news['plan-published']({ contract, number, agreed, superseded }),
    drafted: () => news['plan-drafted']({ contract, number, file }),
    unchanged: () => news['plan-unchanged']({ contract, number, state }),
  };
  return [
    first[loaded.outcome](),
    news['plan-digest']({ digest }),
    ...(filled.length > 0 ? [news['plan-seats-filled']({ seats: filled })] : []),
    ...differences.map((difference) => news['plan-seat-differs'](difference)),
    ...(findings.length > 0 ? [news['plan-findings']({ count: findings.length, file })] : []),
  ];
}

/** What keeps a plan from being published, where it stands in its file. */
export function showFindings(io: Io, file: string, text: string, findings: readonly Finding[]): void {
  const words = catalogue('en');
  const inWords = findings.map((finding) => {
    const { code, severity, line, column } = finding;
    return { code, severity, line, column, ...findingSentences(words.findings, finding) };
  });
  const report = { file, findings: inWords, notChecked: [] };
  const frames = findingFrames(report, text, words.cli.check, painter(io.env, io.isTerminal));
  io.stderr.write(`${frames.join('\n\n')}\n\n`);
}
