import { entryOf } from '../../entry-of.ts';
import type { Plan } from '../format/schema.ts';
import type { Contact } from '../format/schema-contract.ts';
import type { WrittenRota } from '../format/schema-rotas.ts';
import type { Condition, Level, Step, Track, WrittenCalendar } from '../format/schema-routes.ts';

export const contactOf = (plan: Plan, id: string): Contact | undefined => entryOf(plan.contacts, id);
export const rotaOf = (plan: Plan, id: string): WrittenRota | undefined => entryOf(plan.rotas, id);
export const calendarOf = (plan: Plan, id: string): WrittenCalendar | undefined =>
  entryOf(plan.calendars, id);
export const trackOf = (plan: Plan, id: string): Track | undefined => entryOf(plan.tracks, id);

/** The level of that number; the first is 1. */
export const levelOf = (plan: Plan, number: number): Level | undefined => plan.levels?.[number - 1];

/** What a step is called in sentences: its level's number, or its place where that is missing. */
export const stepLevel = (step: Step, index: number): number => step.level ?? index + 1;

/** The conditions of a step with where each is written: one alone stands at `when` itself. */
export function conditionsOf(
  step: Step,
): readonly { readonly condition: Condition; readonly path: readonly (string | number)[] }[] {
  if (step.when === undefined) return [];
  if (!Array.isArray(step.when)) return [{ condition: step.when, path: ['when'] }];
  return step.when.map((condition, index) => ({ condition, path: ['when', index] }));
}

/** Every step of every track with the path it is written at. */
export function stepsOf(plan: Plan): readonly {
  readonly trackId: string;
  readonly track: Track;
  readonly step: Step;
  readonly index: number;
  readonly path: readonly (string | number)[];
}[] {
  return Object.entries(plan.tracks ?? {}).flatMap(([trackId, track]) =>
    (track.steps ?? []).map((step, index) => ({
      trackId,
      track,
      step,
      index,
      path: ['tracks', trackId, 'steps', index],
    })),
  );
}
