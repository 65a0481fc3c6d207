import type { Finding } from '../../core/finding.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { findingSentences } from '../../core/message/findings.ts';
import type { JudgedDraft } from '../../core/publication/draft-findings.ts';
import type { Child, Html } from '../../render/jsx-runtime.ts';
import { tag } from '../parts/lists.tsx';

interface FindingList {
  readonly language: Language;
  readonly judged: Pick<JudgedDraft, 'findings' | 'blocking'>;
  /** Where the text is. */
  readonly textPath: string;
  /** What stands below a finding. */
  readonly beside?: (finding: Finding, at: number) => Child;
}

const KINDS = { blocking: 'error', warning: 'warning', advice: 'info' } as const;

/** Everything that is wrong with a draft, each with its line. */
export function findingList({ language, judged, textPath, beside }: FindingList): Html {
  const { drafts, findings: sentences } = catalogue(language);
  const words = drafts.findings;
  const { findings, blocking } = judged;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{words.title}</h2>
      <p>
        {findings.length === 0
          ? words.none
          : words.count({ blocking: blocking.length, count: findings.length })}
      </p>
      {findings.length > 0 && language !== 'en' && <p class="quiet">{words.inEnglish}</p>}
      <ol>
        {findings.map((finding, at) => {
          const { message, advice } = findingSentences(sentences, finding);
          const { severity, line } = finding;
          return (
            <li>
              <p>
                <a href={`${textPath}#line-${line}`} data-line={line}>
                  {words.line({ line })}
                </a>{' '}
                {tag(words.severity[severity], KINDS[severity])} <span lang="en">{quoted(message)}</span>
              </p>
              <p class="quiet" lang="en">
                {quoted(advice)}
              </p>
              {beside?.(finding, at)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** A sentence in which words of the plan stand between backticks. */
export const quoted = (sentence: string): readonly Child[] =>
  sentence.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part));

/** What is wrong with a text while it is being typed: the list alone, for the script of the editor. */
export const findingsFragment = (list: Omit<FindingList, 'textPath' | 'beside'>): string =>
  `<!doctype html>\n${findingList({ ...list, textPath: '' })}`;
