import type { DraftEvent } from './draft-event.ts';
import type { Agreeing, DoneBy, DraftLife, DraftState, Override } from './draft-state.ts';

/** What a draft is after one more event. Events of a life come in its order, the first of them `DraftMade`. */
export function evolveDraft(life: DraftLife, event: DraftEvent): DraftState {
  if (event.type === 'DraftMade') return made(event);
  if (!life) throw new Error(`a draft begins with DraftMade, not with ${event.type}`);
  return { ...life, ...changes(life, event), events: life.events + 1, lastAt: event.at };
}

const doneBy = ({ at, by, party }: DraftEvent): DoneBy => ({ at, by, party });

function made(event: Extract<DraftEvent, { type: 'DraftMade' }>): DraftState {
  const { at, by, party, origin, from, text } = event;
  return {
    status: 'draft',
    events: 1,
    lastAt: at,
    origin,
    from,
    text,
    textNumber: 1,
    made: doneBy(event),
    edited: doneBy(event),
    authors: [{ by, party }],
    proposed: undefined,
    agreed: {},
    overrides: [],
    fixed: undefined,
    effectiveAt: undefined,
    address: undefined,
  };
}

function changes(life: DraftState, event: Exclude<DraftEvent, { type: 'DraftMade' }>): Partial<DraftState> {
  switch (event.type) {
    case 'DraftEdited':
      return edited(life, event);
    case 'DraftProposed':
      return { status: 'proposed', proposed: doneBy(event) };
    case 'DraftCommented':
      return {};
    case 'DraftSentBack':
      return { status: 'draft', ...UNPROPOSED };
    case 'DraftAgreed':
      return agreed(life, event);
    case 'FindingOverridden':
      return { overrides: overridden(life.overrides, event) };
    case 'OverrideLapsed':
      return { overrides: life.overrides.filter((one) => !isOf(one, event)) };
    case 'RulesFixed':
      return { fixed: { revision: event.revision, digest: event.digest } };
    case 'PublicationSet':
      return { effectiveAt: event.effectiveAt, address: event.address };
    case 'PlanPublished':
      return { status: 'published', effectiveAt: event.effectiveAt, address: event.address };
    case 'PlanSuperseded':
      return { status: 'superseded' };
    case 'DraftDropped':
      return { status: 'dropped', effectiveAt: undefined };
  }
}

/** What was said of one text is not said of another. */
const UNPROPOSED = { proposed: undefined, agreed: {}, fixed: undefined, effectiveAt: undefined } as const;

function edited(life: DraftState, event: Extract<DraftEvent, { type: 'DraftEdited' }>): Partial<DraftState> {
  const { by, party, text } = event;
  const isKnown = life.authors.some((one) => one.by === by && one.party === party);
  return {
    ...UNPROPOSED,
    text,
    textNumber: life.events + 1,
    edited: doneBy(event),
    authors: isKnown ? life.authors : [...life.authors, { by, party }],
  };
}

function agreed(life: DraftState, event: Extract<DraftEvent, { type: 'DraftAgreed' }>): Partial<DraftState> {
  const both = { ...life.agreed, [event.party]: { ...doneBy(event), who: event.who } };
  return { agreed: both, status: both.contractor && both.oversight ? 'agreed' : 'proposed' };
}

type Named = Pick<Override, 'finding' | 'path'>;
const isOf = (one: Named, other: Named): boolean => one.finding === other.finding && one.path === other.path;

function overridden(
  overrides: readonly Override[],
  event: Extract<DraftEvent, { type: 'FindingOverridden' }>,
): readonly Override[] {
  const { finding, path, text } = event;
  const party = event.party as Agreeing;
  const known = overrides.find((one) => isOf(one, event));
  const whole: Override = { finding, path, by: { ...known?.by, [party]: { ...doneBy(event), text } } };
  return known ? overrides.map((one) => (one === known ? whole : one)) : [...overrides, whole];
}
