import type { Rung } from '../../app/views/case/rungs.ts';
import type { OpenState } from '../../core/case/state.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { LadderView } from '../../render/ladder-view.ts';

interface Standing {
  readonly open: OpenState;
  readonly isOpen: boolean;
  readonly rungs: readonly Rung[];
  readonly language: Language;
}

/** The ladder of a real case for its picture. People are left out: who is reached changes, and stands on the page itself. */
export function caseLadderView({ open, isOpen, rungs, language }: Standing): LadderView {
  const { revision, track, openedFrom } = open;
  const words = catalogue(language);
  const { ladder, practice } = words.casePage;
  const always = alwaysOpen(revision);
  return {
    id: `case-${open.caseId.replace(/[^\w-]/g, '-')}`,
    language,
    title: track.title,
    timeZone: revision.timeZone,
    openedAt: openedFrom,
    notes: [...(open.practice ? [practice] : []), isOpen ? ladder.ifSilent : ladder.closed],
    rungs: rungs.map(({ level, standing, at, step, below, automatic }) => ({
      level,
      title: revision.levels[level - 1]?.title ?? '',
      standing,
      at,
      people: [],
      climb:
        below === undefined
          ? undefined
          : {
              actor: step.actor,
              means: step.means,
              automatic,
              conditions: step.when.map((one) =>
                words.forecast.condition(one, below, { ...revision, always }),
              ),
            },
    })),
  };
}

/** Calendars that never close, whose hours need not be named. */
export const alwaysOpen = ({ calendars }: Revision): ReadonlySet<string> =>
  new Set(Object.keys(calendars).filter((id) => calendars[id]?.hours === 'always'));
