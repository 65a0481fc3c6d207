import { effectsOf } from '../../core/case/effects.ts';
import { evolve } from '../../core/case/evolve.ts';
import { type CaseState, initial } from '../../core/case/state.ts';
import type { Instant } from '../../core/instant.ts';
import type { ChatChannel, NewChatMessage } from '../ports/chats.ts';
import type { CasePapers, EngineTransaction, NoticeJob } from '../ports/engine.ts';

/** What happened in a case, with what its letters are written from. */
interface Noticed {
  readonly notice: NoticeJob;
  readonly papers: CasePapers;
}

/**
 * Queues what channels are told of what letters are written about: the same events, as far as they go to a level or to
 * the contractor's own seats. A level that is insisted on is told again by mail alone: a channel was told.
 */
export async function queueChats(
  tx: EngineTransaction,
  noticed: readonly Noticed[],
  { newId, at }: { readonly newId: () => string; readonly at: Instant },
): Promise<void> {
  const fresh = noticed.filter(({ notice }) => notice.level === undefined);
  for (const [contract, ofContract] of Map.groupBy(fresh, ({ notice }) => notice.contract)) {
    const channels = await tx.chats.channels(contract);
    if (channels.length === 0) continue;
    await tx.chats.redraw(
      ofContract.map(({ notice: { caseId } }) => ({ contract, caseId })),
      at,
    );
    const told = channels.filter(({ off }) => off === undefined);
    const messages = ofContract.flatMap((one) => {
      const events = concerning(one);
      return told.flatMap((channel) => messageTo(channel, one.notice, events, { newId, at }));
    });
    await tx.chats.addMessages(messages);
  }
}

/** An event by its number, and whom of the contractor it goes to: levels, and 0 for its own seats. */
interface Concerning {
  readonly number: number;
  readonly levels: readonly number[];
}

function concerning({ notice, papers }: Noticed): readonly Concerning[] {
  const before = papers.events.slice(0, notice.from - 1).reduce<CaseState>(evolve, initial);
  const told = papers.events.slice(notice.from - 1, notice.to);
  const sends = effectsOf(before, told).flatMap((effect) => {
    if (effect.type !== 'send') return [];
    const number = notice.from + told.indexOf(effect.event);
    if ('level' in effect.to) return [{ number, level: effect.to.level }];
    return 'party' in effect.to && effect.to.party === 'contractor' ? [{ number, level: OWN_SEATS }] : [];
  });
  return [...Map.groupBy(sends, ({ number }) => number)].map(([number, all]) => ({
    number,
    levels: all.map(({ level }) => level),
  }));
}

const OWN_SEATS = 0;

function messageTo(
  { contract, channelId, levels }: ChatChannel,
  { caseId }: NoticeJob,
  events: readonly Concerning[],
  { newId, at }: { readonly newId: () => string; readonly at: Instant },
): readonly NewChatMessage[] {
  const heard = events.filter(
    (one) => levels.length === 0 || one.levels.some((level) => levels.includes(level)),
  );
  if (heard.length === 0) return [];
  const concerned = new Set(heard.flatMap((one) => one.levels).filter((level) => level !== OWN_SEATS));
  return [
    {
      ...{ contract, channelId, caseId, messageId: newId(), queuedAt: at },
      numbers: heard.map(({ number }) => number),
      levels: [...concerned].sort((a, b) => a - b),
    },
  ];
}
