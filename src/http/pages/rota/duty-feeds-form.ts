import { endDutyFeed, makeDutyFeed } from '../../../app/rota/duty-feeds.ts';
import type { RotaView } from '../../../app/views/rota/rota-view.ts';
import type { DutyFeedProblem } from '../../../core/message/portal/duty-feed.ts';
import { dutyFeedsPage, feedChoices } from '../../../portal/rota/duty-feeds-page.tsx';
import { dutyFeedsPath } from '../places.ts';
import type { PageAnswer, SignedVisit } from '../visit.ts';
import { dutyFeedPath } from './duty-feed-route.ts';
import { contractsOf, rotaFrame } from './rota-visit.ts';

interface Shown {
  readonly made?: string;
  readonly problem?: DutyFeedProblem;
}

async function page(visit: SignedVisit, view: RotaView, shown: Shown): Promise<PageAnswer> {
  const { caller } = visit.visitor;
  const feeds = await contractsOf(visit).transaction((tx) => tx.dutyFeeds(caller.contract, caller.personId));
  const frame = rotaFrame(visit);
  const isEnded = visit.query.text('ended') !== '';
  const html = dutyFeedsPage({ frame, view, feeds, isEnded, ...shown });
  return { html, status: shown.problem ? 422 : 200 };
}

/** One's own addresses, and the form that makes one. */
export const showFeeds = (visit: SignedVisit, view: RotaView): Promise<PageAnswer> => page(visit, view, {});

export async function makeFeed(visit: SignedVisit, view: RotaView): Promise<PageAnswer> {
  const chosen = feedChoices(view).find(({ value }) => value === visit.form.text('what'));
  if (!chosen) return page(visit, view, { problem: 'choose' });
  const made = await makeDutyFeed(contractsOf(visit), visit.visitor.caller, chosen.level);
  if ('problem' in made) return page(visit, view, made);
  return page(visit, view, { made: `${visit.parts.baseUrl()}${dutyFeedPath(made.token)}` });
}

/** The list is the same whether there was one of theirs to end or not: what is not theirs shows in no answer. */
export async function endFeed(visit: SignedVisit): Promise<PageAnswer> {
  const { caller } = visit.visitor;
  const isEnded = await endDutyFeed(contractsOf(visit), caller, visit.params.feed ?? '');
  return { seeOther: `${dutyFeedsPath(caller.contract)}${isEnded ? '?ended=1' : ''}` };
}
