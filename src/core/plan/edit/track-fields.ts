import type { Path } from '../../finding.ts';
import { conditionsOf } from '../asked/lookup.ts';
import type { Plan } from '../format/schema.ts';
import { means, since, type Track, trackSchema } from '../format/schema-routes.ts';
import { party } from '../format/schema-values.ts';
import { valueAt } from '../reading/path.ts';
import { chosen, type FieldName, keyed, type OfStep, type PartField } from './part-field.ts';

/** What a track is for, and each of its steps with whose it is and what it waits for. */
export function trackFields(plan: Plan, path: Path): readonly PartField[] {
  const { steps = [] } = valueAt(plan, path) as Track;
  return [
    keyed('title', 'line'),
    keyed('covers', 'text'),
    keyed('examples', 'lines'),
    chosen('urgency', 'urgency', trackSchema.shape.urgency.unwrap().options),
    ...steps.flatMap((step, index) => stepFields(plan, step, index)),
  ];
}

type Step = NonNullable<Track['steps']>[number];

function stepFields(plan: Plan, step: Step, index: number): readonly PartField[] {
  const { level = index + 1 } = step;
  const at: Path = ['steps', index];
  const own = (name: FieldName, of: OfStep, under: Path): Partial<PartField> => ({
    input: ['step', index + 1, ...(of.condition === undefined ? [] : [of.condition]), name].join('-'),
    path: [...at, ...under],
    step: of,
  });
  const whole = { level, condition: undefined };
  const calendars = Object.keys(plan.calendars ?? {});
  const conditions = conditionsOf(step).flatMap(({ condition, path }, place): readonly PartField[] => {
    const of = { level, condition: place + 1 };
    const isSilence = condition.unsatisfiedFor === undefined;
    const silent = condition.anySilent ? 'anySilent' : 'allSilent';
    return [
      ...(isSilence
        ? [
            keyed('silentLevels', 'levels', own('silentLevels', of, [...path, silent])),
            keyed('silentFor', 'span', own('silentFor', of, [...path, 'for'])),
          ]
        : [
            keyed('unsatisfiedFor', 'span', own('unsatisfiedFor', of, [...path, 'unsatisfiedFor'])),
            chosen('since', 'since', since.options, own('since', of, [...path, 'since'])),
          ]),
      chosen('calendar', 'plan', calendars, own('calendar', of, [...path, 'calendar'])),
    ];
  });
  return [
    chosen('actor', 'party', party.options, own('actor', whole, ['actor'])),
    keyed('means', 'some', {
      ...own('means', whole, ['means']),
      options: means.options,
      says: 'means',
    }),
    ...conditions,
  ];
}
