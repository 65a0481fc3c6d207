import type { FastifyInstance } from 'fastify';
import { CONTACT_RIGHTS } from '../../../app/authorise.ts';
import { meansOf } from '../../../app/notices/level-contact.ts';
import { setNoticeRules } from '../../../app/reach/set-rules.ts';
import { triedView } from '../../../app/views/reach/tried-view.ts';
import { catalogue } from '../../../core/message/catalogue.ts';
import { type NoticeRules, ruleProblems } from '../../../core/reach/notice-rules.ts';
import { ownRulesPage } from '../../../portal/reach/own-rules-page.tsx';
import type { PageParts } from '../page-parts.ts';
import { signedPage } from '../page-route.ts';
import { ownContactPath, ownRulesPath } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import {
  NEW_RULE,
  readRules,
  type TypedProblem,
  type TypedRule,
  typedRule,
  typedRules,
} from './rules-form.ts';

/** By what, when and how often one is tried oneself. */
export function ownRulesRoutes(server: FastifyInstance, parts: PageParts): void {
  const route = { path: '/contracts/:contract/contacts/own/rules', roles: CONTACT_RIGHTS.own };
  signedPage(server, parts, { method: 'GET', ...route }, (visit) => show(visit));
  signedPage(server, parts, { method: 'POST', ...route }, take);
}

/** What stands in the form beside what counts. */
interface Typed {
  readonly rules: readonly TypedRule[];
  readonly problems: readonly TypedProblem[];
  /** Rules that are only looked at. */
  readonly preview?: NoticeRules;
}

async function show(visit: SignedVisit, typed?: Typed): Promise<PageAnswer> {
  const { parts, visitor, language } = visit;
  const { contract, personId } = visitor.caller;
  const [listed] = await parts.reading.contracts(contract);
  const { person, kept, now } = await parts
    .contractsFor({ kind: 'person', personId })
    .transaction(async (tx) => ({
      person: (await tx.toldPeople(contract, [personId])).get(personId),
      kept: await tx.noticeRules({ contract, personId }),
      now: await tx.now(),
    }));
  if (!person) return 'missing';
  const timeZone = listed?.timeZone ?? 'UTC';
  const who = { timeZone: person.timeZone ?? timeZone, has: meansOf(person) };
  const viewOf = (rules: NoticeRules) => triedView({ ...who, rules }, parts.links.letters.carriers, now);
  const done = visit.query.text('done');
  const words = catalogue(language).reach;
  const html = ownRulesPage({
    frame: visit.frame,
    path: ownRulesPath(contract),
    ownPath: ownContactPath(contract),
    ...{ timeZone, ownZone: who.timeZone },
    setAt: kept.state.status === 'set' ? kept.changedAt : undefined,
    counts: viewOf(kept.state.rules),
    preview: typed?.preview && viewOf(typed.preview),
    typed: [...(typed?.rules ?? kept.state.rules.map(typedRule)), NEW_RULE],
    problems: typed?.problems ?? [],
    done: done === 'set' || done === 'usual' ? words.done[done] : undefined,
  });
  return { html, status: typed && typed.problems.length > 0 ? 422 : 200 };
}

async function take(visit: SignedVisit): Promise<PageAnswer> {
  const { form, parts, visitor } = visit;
  const { contract, personId } = visitor.caller;
  const wish = form.text('do');
  const typed = wish === 'reset' ? [] : typedRules(form);
  const read = readRules(typed);
  if ('problems' in read) return show(visit, { rules: typed, problems: read.problems });
  const { rules } = read;
  if (wish === 'look') {
    const problems = ruleProblems(rules);
    return show(visit, { rules: typed, problems, ...(problems.length === 0 && { preview: rules }) });
  }
  const contracts = parts.contractsFor({ kind: 'person', personId });
  const answer = await setNoticeRules(contracts, { contract, personId }, rules);
  if ('problems' in answer) {
    const problems = answer.problems.map((one) => ({ rule: undefined, value: '', ...one }));
    return show(visit, { rules: typed, problems });
  }
  return { seeOther: `${ownRulesPath(contract)}?done=${answer.kept.state.status}` };
}
