import { over, prompt, SPEECH } from './call-prompt.ts';
import type { Conversation, Facts, Heard, Told, Turn } from './conversation.ts';
import type { Course } from './course.ts';
import { plainly, type Said, say } from './said.ts';

/** A customer's code, as it is keyed in. */
const CODE = /^\d{8}$/;

/**
 * Goes on with what is not settled yet: of which contract, on which track, for whom. What has one answer only is not
 * asked.
 */
export function onwards(now: Conversation, facts: Facts): Turn {
  const { contracts, likely } = facts;
  const [first, ...others] = contracts;
  if (!first) return over(now, plainly('nothingOpen', 'goodbye'));
  const only = others.length === 0 ? first : undefined;
  const chosen = contracts.find(({ contract }) => contract === now.contract) ?? only;
  if (!chosen) return prompt({ ...now, place: 'contract' }, facts);
  const withContract = { ...now, contract: chosen.contract };
  if (now.wants === 'connect') return reachFirst(withContract);
  const track = now.track ?? (chosen.tracks.length === 1 ? chosen.tracks[0]?.id : undefined);
  if (track === undefined) return prompt({ ...withContract, place: 'track' }, facts);
  const whole = { ...withContract, track };
  if (whole.isChosen) return prompt({ ...whole, place: 'description' }, facts);
  const isLikely = likely !== undefined && likely.contract === chosen.contract;
  return prompt({ ...whole, place: isLikely ? 'person' : 'code' }, facts);
}

const reachFirst = (now: Conversation): Turn => ({
  conversation: { ...now, tried: 0 },
  said: [],
  next: { ask: 'reach', contract: now.contract ?? '', tried: 0 },
});

/** A contract or a track by its key. */
export function chosenOf(now: Conversation, keys: string, facts: Facts): Turn | undefined {
  const index = /^[1-9]$/.test(keys) ? Number(keys) - 1 : -1;
  if (now.place === 'contract') {
    const { contract } = facts.contracts[index] ?? {};
    return contract === undefined ? undefined : onwards({ ...now, contract }, facts);
  }
  const { tracks = [] } = facts.contracts.find(({ contract }) => contract === now.contract) ?? {};
  const track = tracks[index]?.id;
  return track === undefined ? undefined : onwards({ ...now, track }, facts);
}

/** Whether whoever rings is whose number it is: their word, and no proof. */
export function atPerson(now: Conversation, keys: string, facts: Facts): Turn | undefined {
  const { likely } = facts;
  if (keys === '2') return prompt({ ...now, place: 'code' }, facts);
  if (keys !== '1' || !likely) return undefined;
  const chosen = { customer: likely.customerId, person: likely.personId, isChosen: true };
  return onwards({ ...now, ...chosen }, facts);
}

/** A customer's code; without one the desk finds out who it is. */
export function code(now: Conversation, keys: string): Turn | undefined {
  if (keys === '' || keys === '0') {
    const unchosen = { customer: undefined, person: undefined, isChosen: true };
    return {
      conversation: { ...now, ...unchosen, place: 'description' },
      said: plainly('describe'),
      next: SPEECH,
    };
  }
  if (!CODE.test(keys)) return undefined;
  return { conversation: now, said: [], next: { ask: 'customer', contract: now.contract ?? '', code: keys } };
}

/** Whatever is said, and also where nothing is: the case is opened. */
export function description(now: Conversation, heard: Heard): Turn | undefined {
  if (heard.kind !== 'speech' && heard.kind !== 'nothing') return undefined;
  const { contract = '', track = '', customer, person } = now;
  const recording = heard.kind === 'speech' ? heard.recording : undefined;
  return {
    conversation: now,
    said: [],
    next: { ask: 'open', contract, track, customer, person, recording },
  };
}

/** The number and the PIN twice, so that they can be written down, and then what happens next and when. */
export function opened(
  now: Conversation,
  { offer, pin, course }: Extract<Told, { is: 'opened' }>,
  facts: Facts,
): Turn {
  const { caseId } = offer;
  const told = [
    ...[say('opened', { caseId, pin }), say('openedAgain', { caseId, pin })],
    ...courseWords(course),
  ];
  return prompt({ ...now, place: 'afterOpening', offer, caseId }, facts, told);
}

const courseWords = ({ timeZone, asked, moves }: Course): readonly Said[] => [
  say('courseAsked', { ...asked, timeZone }),
  ...moves.map((move) => say('courseMove', { ...move, timeZone })),
  ...(moves.length === 0 ? [] : plainly('courseEnds')),
];
