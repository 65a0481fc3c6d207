import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { postingOf } from '../../core/plan/asked/posting.ts';
import { type PaperSection, saysSomething } from '../paper/paper.ts';
import { clocksOfPlan, instantWords, isPage } from './plan-words.ts';
import type { PlanParts } from './published-plan.ts';

/** What the plan is, which state of it this is, and whether it was posted when the clause wants it. */
export function aboutSection({ plan, address }: PlanParts, language: Language): PaperSection {
  const { planPage, papers } = catalogue(language);
  const words = planPage.about;
  const { contract, published, rules, written, ofFile } = plan;
  const { document, contract: facts } = written ?? {};
  const { timeZone } = rules;
  const { term, parties, clause } = facts ?? {};
  const { publishedAt, digest, number } = published;
  const posting = postingOf(plan);
  const lines = [
    { name: words.contract, value: contract.title },
    { name: words.clause, value: clause },
    { name: words.document, value: document?.title },
    { name: words.version, value: document?.version },
    {
      name: words.parties,
      value: [parties?.contractor?.name, parties?.oversight?.name]
        .filter((name) => name !== undefined)
        .join(', '),
    },
    {
      name: words.term,
      value:
        term?.from !== undefined &&
        term.until !== undefined &&
        words.termSays({ from: term.from, until: term.until }),
    },
    { name: words.revision, value: String(number) },
    {
      name: words.effective,
      value: publishedAt !== undefined && instantWords(publishedAt, clocksOfPlan(plan), language),
    },
    {
      name: papers.ofFile.effective,
      value: ofFile && instantWords(ofFile.holdsFrom, clocksOfPlan(plan), language),
    },
    { name: papers.posted.name, value: posting && papers.posted.says(posting) },
    { name: papers.address, value: isPage(address) && [{ text: address, href: address }] },
    { name: words.zone, value: timeZone },
    { name: words.digest, value: [{ text: digest, isCode: true as const }] },
  ];
  const says = lines.flatMap(({ name, value }) => (saysSomething(value) ? [{ name, value }] : []));
  return {
    id: 'about',
    title: words.title,
    blocks: [
      { is: 'facts', facts: says },
      { is: 'text', words: words.digestSays, isQuiet: true },
    ],
  };
}
