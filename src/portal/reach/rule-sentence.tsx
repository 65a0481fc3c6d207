import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { NoticeRule } from '../../core/reach/notice-rules.ts';
import type { Round } from '../../core/reach/tries.ts';

/** A rule, what of it is passed over, and what is tried in its place, in sentences. */
export function ruleSentence(
  { rule, round }: { readonly rule: NoticeRule; readonly round: Round },
  language: Language,
): string {
  const { reach: words } = catalogue(language);
  const [first] = round.tries;
  return [
    words.rule({ rule }),
    ...round.passedOver.map((passed) => words.passedOver({ passed })),
    ...(round.instead !== undefined && first ? [words.instead({ tried: first })] : []),
    ...(first ? [] : [words.cannotBeTried]),
  ].join(' ');
}
