import type { Path } from '../../finding.ts';
import { conditionsOf, stepLevel } from '../asked/lookup.ts';
import type { Plan } from '../format/schema.ts';
import { type Condition, means, type Step, since, type Track, trackSchema } from '../format/schema-routes.ts';
import { party } from '../format/schema-values.ts';
import { valueAt } from '../reading/path.ts';
import { chosen, type FieldName, keyed, NEW_ID, type OfStep, type PartField } from './part-field.ts';

/** So many steps a new track may be given at once; further ones are added one by one. */
const STEPS_MAX = 10;

/**
 * What a track is for, and each of its steps with whose it is and what it waits for; after them what may be added: to each
 * step another condition, and to the track the step to its next level. A new track has a step to each level of the plan.
 */
export function trackFields(plan: Plan, path: Path): readonly PartField[] {
  const isNew = path.length === 1;
  const { steps = [] } = isNew ? {} : (valueAt(plan, path) as Track);
  const highest = Math.max(0, ...steps.map(stepLevel));
  const levels = plan.levels?.length ?? 0;
  const added = isNew ? Math.min(Math.max(levels, 1), STEPS_MAX) : highest < levels ? 1 : 0;
  return [
    NEW_ID,
    keyed('title', 'line'),
    keyed('covers', 'text'),
    keyed('examples', 'lines'),
    chosen('urgency', 'urgency', trackSchema.shape.urgency.unwrap().options),
    ...steps.flatMap((step, index) => stepFields(plan, step, index)),
    ...Array.from({ length: added }, (_, at) => addedStep(plan, steps.length + at, highest + at + 1)).flat(),
  ];
}

/** Where a field of a step stands: in its form, in the plan, and among the steps. */
type Placed = (name: FieldName, under: Path) => Partial<PartField>;

const placedIn =
  (index: number, step: OfStep, also?: PartField['also']): Placed =>
  (name, under) => ({
    input: ['step', index + 1, ...(step.condition === undefined ? [] : [step.condition]), name].join('-'),
    path: ['steps', index, ...under],
    step,
    ...(also && { also }),
  });

function stepFields(plan: Plan, step: Step, index: number): readonly PartField[] {
  const level = stepLevel(step, index);
  const known = conditionsOf(step);
  const conditions = known.flatMap(({ condition, path }, place) =>
    conditionFields(plan, condition, path, placedIn(index, { level, condition: place + 1 })),
  );
  const next = { level, condition: known.length + 1, isNew: true };
  // What stands alone at `when` becomes the first of a list when there is another.
  const under = known.length === 0 ? ['when'] : ['when', known.length];
  return [
    ...wholeStep(placedIn(index, { level, condition: undefined })),
    ...conditions,
    // The first level is contacted by opening a case.
    ...(level === 1 ? [] : anyCondition(plan, under, placedIn(index, next))),
  ];
}

/** The fields of a step that is not there yet; its level is known, and written with whatever is said of it. */
function addedStep(plan: Plan, index: number, level: number): readonly PartField[] {
  const also = { path: ['steps', index, 'level'], value: level };
  const own = (condition: number | undefined) => placedIn(index, { level, condition, isNew: true }, also);
  return [...wholeStep(own(undefined)), ...(level === 1 ? [] : anyCondition(plan, ['when'], own(1)))];
}

const wholeStep = (own: Placed): readonly PartField[] => [
  chosen('actor', 'party', party.options, own('actor', ['actor'])),
  keyed('means', 'some', { ...own('means', ['means']), options: means.options, says: 'means' }),
];

/** The fields of a condition as it is written: of dissatisfaction, or of silence. */
function conditionFields(plan: Plan, condition: Condition, path: Path, own: Placed): readonly PartField[] {
  const silent = condition.anySilent ? 'anySilent' : 'allSilent';
  return [
    ...(condition.unsatisfiedFor === undefined
      ? [
          keyed('silentLevels', 'levels', own('silentLevels', [...path, silent])),
          keyed('silentFor', 'span', own('silentFor', [...path, 'for'])),
        ]
      : dissatisfaction(path, own)),
    calendarField(plan, path, own),
  ];
}

/** The fields of a condition that may become either. */
const anyCondition = (plan: Plan, path: Path, own: Placed): readonly PartField[] => [
  ...dissatisfaction(path, own),
  keyed('allSilent', 'levels', own('allSilent', [...path, 'allSilent'])),
  keyed('anySilent', 'levels', own('anySilent', [...path, 'anySilent'])),
  keyed('silentFor', 'span', own('silentFor', [...path, 'for'])),
  calendarField(plan, path, own),
];

const dissatisfaction = (path: Path, own: Placed): readonly PartField[] => [
  keyed('unsatisfiedFor', 'span', own('unsatisfiedFor', [...path, 'unsatisfiedFor'])),
  chosen('since', 'since', since.options, own('since', [...path, 'since'])),
];

const calendarField = (plan: Plan, path: Path, own: Placed): PartField =>
  chosen('calendar', 'plan', Object.keys(plan.calendars ?? {}), own('calendar', [...path, 'calendar']));
