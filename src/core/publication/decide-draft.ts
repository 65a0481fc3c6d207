import { LIMITS } from '../plan/reading/limits.ts';
import type { DraftCommand, DraftCommandType } from './draft-command.ts';
import type { DraftEvent } from './draft-event.ts';
import { findingName, type JudgedDraft, judgeDraft, mayStand } from './draft-findings.ts';
import type { DraftRefusal, DraftRefusalCode, DraftRefusals } from './draft-refusal.ts';
import { AGREEING, type Agreeing, type DraftLife, type DraftState, OTHER_PARTY } from './draft-state.ts';
import { evolveDraft } from './evolve-draft.ts';

type Decision =
  | { readonly accepted: true; readonly events: readonly DraftEvent[]; readonly state: DraftState }
  | { readonly accepted: false; readonly refusal: DraftRefusal };

/** Enough for a plan that many hands work on for years; the record of one draft is read whole. */
const EVENTS_MAX = 2_000;
/** A plan that takes effect later than this is agreed again by then. */
const DAYS_AHEAD_MAX = 366;
const DAY_MS = 86_400_000;

type Outcome = readonly DraftEvent[] | DraftRefusal;

/**
 * What a command makes of a plan on its way: events, none where all of it was so already, or a no.
 *
 * Four eyes: who wrote or proposed a plan for one party, or agreed for it, does not agree for the other.
 */
export function decideDraft(life: DraftLife, command: DraftCommand): Decision {
  const outcome = life ? guarded(life, command) : begun(command);
  if ('code' in outcome) return { accepted: false, refusal: outcome };
  const state = outcome.reduce<DraftLife>(evolveDraft, life);
  if (!state) throw new Error('a draft that was decided on is there');
  return { accepted: true, events: outcome, state };
}

const no = <C extends DraftRefusalCode>(code: C, values: DraftRefusals[C]): DraftRefusal =>
  ({ code, values }) as DraftRefusal;

function begun(command: DraftCommand): Outcome {
  if (command.type !== 'make') throw new Error(`no draft to ${command.type}`);
  const { origin, from, text } = command;
  return (
    textProblem(text) ?? [
      { type: 'DraftMade', ...given(command), origin, ...(from !== undefined && { from }), text },
    ]
  );
}

const given = ({ at, by, party }: DraftCommand) => ({ at, by, ...(party && { party }) });

function textProblem(text: string): DraftRefusal | undefined {
  if (text.includes('\0') || !text.isWellFormed()) return no('draft-text-unstorable', {});
  if (text.trim() === '') return no('draft-text-missing', {});
  // Of bytes no character takes less than one, and none more than three a unit.
  const { bytesMax } = LIMITS;
  const isShort = text.length * 3 <= bytesMax;
  return isShort || utf8Bytes(text) <= bytesMax ? undefined : no('draft-text-too-long', { bytesMax });
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Commands of Ladder itself, and those about a life that is over. */
const AFTERWARDS: ReadonlySet<DraftCommandType> = new Set(['supersede', 'comment']);

function guarded(life: DraftState, command: DraftCommand): Outcome {
  const isOver = life.status === 'published' || life.status === 'superseded' || life.status === 'dropped';
  if (isOver && !AFTERWARDS.has(command.type)) return no('draft-over', { status: life.status });
  if (life.events >= EVENTS_MAX && command.type !== 'supersede')
    return no('draft-full', { eventsMax: EVENTS_MAX });
  if ('base' in command) {
    const { by, at } = life.edited;
    if (command.base !== life.textNumber) return no('draft-changed', { by, at });
    if (life.text === undefined) return no('draft-text-erased', {});
  }
  const said = command.type !== 'edit' && 'text' in command ? (command.text ?? '') : '';
  return (said === '' ? undefined : textProblem(said)) ?? decided(life, command);
}

function decided(life: DraftState, command: DraftCommand): Outcome {
  switch (command.type) {
    case 'make':
      throw new Error('a draft is made once');
    case 'edit':
      return edit(life, command);
    case 'propose':
      return propose(life, command);
    case 'comment':
      return command.text === ''
        ? no('draft-text-missing', {})
        : [{ type: 'DraftCommented', ...given(command), text: command.text }];
    case 'sendBack':
      return sendBack(life, command);
    case 'agree':
      return agree(life, command);
    case 'override':
      return override(life, command);
    case 'fixRules':
      return [{ type: 'RulesFixed', ...given(command), revision: command.revision, digest: command.digest }];
    case 'publish':
      return publish(life, command);
    case 'takeEffect':
      return takeEffect(life, command);
    case 'supersede':
      return life.status === 'published'
        ? [{ type: 'PlanSuperseded', ...given(command), revision: command.revision }]
        : [];
    case 'drop':
      return [{ type: 'DraftDropped', ...given(command), ...typed(command.text) }];
  }
}

const typed = (text: string | undefined) => (text === undefined || text === '' ? {} : { text });

type Command<T extends DraftCommandType> = Extract<DraftCommand, { type: T }>;

function edit(life: DraftState, command: Command<'edit'>): Outcome {
  const { text, facts } = command;
  if (life.status !== 'draft') return no('draft-not-open', { status: life.status });
  if (text === life.text) return [];
  const problem = textProblem(text);
  if (problem) return problem;
  const events: DraftEvent[] = [{ type: 'DraftEdited', ...given(command), text }];
  if (life.overrides.length === 0) return events;
  const saidIn = (draft: Pick<DraftState, 'text'>): ReadonlyMap<string, string> =>
    new Map(
      judgeDraft({ text: draft.text, overrides: [] }, facts).findings.map((one) => {
        const { finding, path } = findingName(one);
        return [`${finding} ${path}`, JSON.stringify(one.values)];
      }),
    );
  const [before, after] = [saidIn(life), saidIn({ text })];
  for (const { finding, path } of life.overrides) {
    const name = `${finding} ${path}`;
    if (after.get(name) !== before.get(name) || !after.has(name)) {
      events.push({ type: 'OverrideLapsed', ...given(command), finding, path });
    }
  }
  return events;
}

function propose(life: DraftState, command: Command<'propose'>): Outcome {
  if (life.status === 'proposed' && life.proposed?.by === command.by) return [];
  if (life.status !== 'draft') return no('draft-not-open', { status: life.status });
  return [{ type: 'DraftProposed', ...given(command), ...typed(command.text) }];
}

function sendBack(life: DraftState, command: Command<'sendBack'>): Outcome {
  if (life.status === 'draft') return no('draft-not-proposed', { status: life.status });
  if (command.text === '') return no('draft-reason-missing', {});
  return [{ type: 'DraftSentBack', ...given(command), text: command.text }];
}

function agree(life: DraftState, command: Command<'agree'>): Outcome {
  const { for: party, who = command.by, contract } = command;
  if (life.status === 'draft') return no('draft-not-proposed', { status: life.status });
  const before = life.agreed[party];
  if (before?.who === who) return [];
  if (before) return no('draft-agreed-already', { party, who: before.who });
  const did = didForOther(life, OTHER_PARTY[party], who);
  if (did) return no('draft-eyes-same', { who, did });
  const judged = judgeDraft(life, command.facts);
  const problem = unfit(judged);
  if (problem) return problem;
  const named = judged.plan.contract?.id;
  if (named !== contract) return no('draft-contract-other', { contract, named });
  return [{ type: 'DraftAgreed', ...given(command), party, who }];
}

/** What somebody did for the other party, by which they have seen it with its eyes already. */
function didForOther(
  { authors, proposed, agreed }: DraftState,
  other: Agreeing,
  who: string,
): 'wrote' | 'proposed' | 'agreed' | undefined {
  if (agreed[other]?.who === who) return 'agreed';
  if (proposed?.by === who && proposed.party === other) return 'proposed';
  return authors.some(({ by, party }) => by === who && party === other) ? 'wrote' : undefined;
}

function unfit({ blocking, gaps }: JudgedDraft): DraftRefusal | undefined {
  if (blocking.length > 0) return no('draft-blocked', { findings: blocking });
  return gaps.length > 0 ? no('draft-uncountable', { gaps }) : undefined;
}

function override(life: DraftState, command: Command<'override'>): Outcome {
  const { finding, path, for: party, text } = command;
  if (text === '') return no('draft-reason-missing', {});
  const found = judgeDraft({ text: life.text, overrides: [] }, command.facts).findings.find((one) => {
    const name = findingName(one);
    return name.finding === finding && name.path === path;
  });
  if (!found) return no('draft-finding-unknown', { finding, path });
  if (!mayStand(found)) return no('draft-finding-stays', { finding });
  return [{ type: 'FindingOverridden', ...given(command), party, finding, path, text }];
}

function publish(life: DraftState, command: Command<'publish'>): Outcome {
  const { at, effectiveAt = at, address } = command;
  if (life.status !== 'agreed') {
    return no('draft-not-agreed', { missing: AGREEING.filter((party) => !life.agreed[party]) });
  }
  const problem = unfit(judgeDraft(life, command.facts));
  if (problem) return problem;
  if (effectiveAt < at) return no('draft-instant-passed', { effectiveAt });
  if (effectiveAt > at + DAYS_AHEAD_MAX * DAY_MS) return no('draft-instant-far', { daysMax: DAYS_AHEAD_MAX });
  const set = {
    type: 'PublicationSet',
    ...given(command),
    effectiveAt,
    ...(address !== undefined && { address }),
  } as const;
  if (effectiveAt > at) return [set];
  return [set, ...takeEffect({ ...life, effectiveAt, address }, command)];
}

function takeEffect(life: DraftState, command: DraftCommand): readonly DraftEvent[] {
  const { fixed, effectiveAt, address, status } = life;
  if (status !== 'agreed' || effectiveAt === undefined || effectiveAt > command.at) return [];
  if (!fixed) throw new Error('a plan that is agreed has its rules fixed');
  const { revision } = fixed;
  return [
    {
      type: 'PlanPublished',
      ...given(command),
      revision,
      effectiveAt,
      ...(address !== undefined && { address }),
    },
  ];
}
