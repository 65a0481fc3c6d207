import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Level, Step, Track } from '../../core/plan/revision/revision.ts';
import { plain } from '../paper/paper.ts';
import { paperPerson } from './people-section.ts';
import { planTitle, stampOf } from './plan-paper.ts';
import { contextOf } from './plan-words.ts';
import type { PlanParts } from './published-plan.ts';

interface WallPerson {
  readonly name: string;
  readonly title: string | undefined;
  /** The numbers to call, the first before the second; none where they are kept from this reader. */
  readonly numbers: readonly string[];
  readonly note: string | undefined;
}

interface WallLevel {
  readonly number: number;
  readonly title: string;
  readonly people: readonly WallPerson[];
  /** People who have no room here. */
  readonly more: string | undefined;
  /** From when, on which track, and by whose move. */
  readonly when: readonly { readonly track: string; readonly says: string }[];
}

/** What hangs on the wall: whom to call, by what number, and from when. */
export interface WallSheet {
  readonly language: Language;
  readonly title: string;
  readonly caption: string;
  readonly emergency: string | undefined;
  readonly levels: readonly WallLevel[];
  readonly stamp: string;
  readonly asOf: number;
}

/** As many as have room beside the others. */
const PEOPLE_MAX = 3;

/** The plan on one page. */
export function wallSheet(parts: PlanParts, language: Language): WallSheet {
  const { plan } = parts;
  const { planPage, papers } = catalogue(language);
  const { number, says } = plan.written?.emergency ?? {};
  return {
    language,
    title: papers.wall.title,
    caption: `${plan.contract.title} · ${planTitle(parts, language)}`,
    emergency:
      number === undefined
        ? undefined
        : `${planPage.emergency({ says: says ?? '' })}: ${planPage.emergencyCall({ number })}`,
    levels: plan.rules.levels.map((level) => wallLevel(parts, level, language)),
    stamp: plain(stampOf(parts, language)),
    asOf: plan.now,
  };
}

function wallLevel({ plan }: PlanParts, level: Level, language: Language): WallLevel {
  const { planPage, papers } = catalogue(language);
  const seats = [...level.reach, ...level.otherwise].flatMap((id) => plan.seats.get(id) ?? []);
  const people = seats.flatMap((seat): WallPerson[] => {
    if (seat.kind === 'directory') {
      const name = planPage.people.eachCustomer({ title: seat.title });
      return [{ name, title: undefined, numbers: [], note: undefined }];
    }
    if (!seat.person) {
      return [{ name: planPage.people.nobody, title: seat.title, numbers: [], note: undefined }];
    }
    const { name, title, office, mobile } = paperPerson(seat.person, seat.title, language);
    const numbers = [office, mobile].filter((one) => one !== undefined);
    return [{ name, title, numbers, note: numbers.length === 0 ? papers.wall.keptNumber : undefined }];
  });
  const more = people.length - PEOPLE_MAX;
  return {
    number: level.number,
    title: level.title,
    people: people.slice(0, PEOPLE_MAX),
    more: more > 0 ? papers.wall.more({ count: more }) : undefined,
    when: Object.values(plan.rules.tracks).flatMap((track) => whenOf(plan, track, level.number, language)),
  };
}

function whenOf(
  { rules }: PlanParts['plan'],
  track: Track,
  level: number,
  language: Language,
): readonly { readonly track: string; readonly says: string }[] {
  const { planPage, forecast, papers } = catalogue(language);
  const index = track.steps.findIndex((step) => step.level === level);
  const step: Step | undefined = track.steps[index];
  if (!step) return [];
  if (index === 0) return [{ track: track.title, says: papers.wall.first }];
  const below = track.steps[index - 1]?.level;
  const conditions = step.when.map((one) => forecast.condition(one, below, contextOf(rules)));
  const says = conditions.join(`; ${planPage.tracks.or} `);
  return [{ track: track.title, says: `${planPage.party(step.actor)}: ${says}` }];
}
