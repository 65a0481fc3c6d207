import { COMMAND_TYPES, type Command, type CommandType } from '../../src/core/case/command.ts';
import { type Decision, decide } from '../../src/core/case/decide.ts';
import { does, later, opens, pauses, responds, stateAfter, timePasses } from '../build/case.ts';
import { revisionWith } from '../build/revision.ts';

const revision = revisionWith({
  pauses: { reasons: ['access refused'], longest: '5 business days', calendar: 'business' },
  reopening: { within: '30 days' },
  closing: { silentFor: '10 business days', calendar: 'business' },
});
/** Opened at 9:00 as the customer states, and answered at 9:20 as level 1 states. */
const opened = [
  opens('Tue 09:10', { revision, statedAt: 'Tue 09:00' }),
  responds('Tue 09:30', 'ana', { statedAt: 'Tue 09:20' }),
];

/** The states of the table: how each came about, and when the command comes. */
const STATES = {
  none: { told: [], at: 'Tue 09:10' },
  open: { told: opened, at: 'Tue 10:00' },
  paused: { told: [...opened, ...pauses('Tue 10:00')], at: 'Tue 11:00' },
  due: { told: [...opened, timePasses('Tue 13:00')], at: 'Tue 13:10' },
  satisfied: { told: [...opened, does('satisfied', 'Tue 10:00')], at: 'Tue 11:00' },
  'closed otherwise': { told: [...opened, does('withdraw', 'Tue 10:00')], at: 'Tue 11:00' },
} as const satisfies Readonly<Record<string, { readonly told: readonly Command[]; readonly at: string }>>;

type StateName = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as StateName[];

/** One ordinary command of each kind, by a party that may give it. */
function sample(type: CommandType, at: string): Command {
  switch (type) {
    case 'open':
      return opens(at, { revision });
    case 'escalate':
      return does(type, at, { level: 2 });
    case 'decline':
      return does(type, at, { level: 2, reason: 'A crew is there' });
    case 'confirmResponse':
      return does(type, at, { response: 0 });
    case 'requestPause':
      return does(type, at, { reason: 'access refused' });
    case 'contestPause':
      return does(type, at, { pause: 1 });
    case 'decidePauseDispute':
      return does(type, at, { pause: 1, upheld: true });
    case 'contestStatedInstant':
      return does(type, at, { ask: 0 });
    case 'decideStatedInstant':
      return does(type, at, { ask: 0, upheld: true });
    case 'handOver':
      return does(type, at, { to: 'bo' });
    case 'changeTrack':
    case 'proposeTrack':
      return does(type, at, { track: 'billing' });
    case 'chooseAutomatic':
      return does(type, at, { automatic: true });
    case 'proposeRevision':
    case 'moveToRevision':
      return does(type, at, { revision: later(revision) });
    default:
      return sampleOfRecord(type, at);
  }
}

function sampleOfRecord(type: CommandType, at: string): Command {
  switch (type) {
    case 'addNote':
      return does(type, at, { text: 'The gate is shut' });
    case 'attach':
      return does(type, at, { file: 'photo-1' });
    case 'addWatcher':
    case 'removeWatcher':
    case 'nameStandIn':
      return does(type, at, { person: 'lee' });
    case 'recordCall':
      return does(type, at, { level: 1, reached: true });
    case 'close':
      return does(type, at, { reason: 'duplicate' });
    case 'deliveryResult':
      return does(type, at, { delivery: 'd1', contact: 'ana', means: 'email', result: 'delivered' });
    case 'noteMeans':
      return does(type, at, { contact: 'ana', means: 'text', lost: true });
    case 'endReaching':
      return does(type, at, { level: 1 });
    default:
      return does(type, at);
  }
}

/** What one state says to one command. */
interface Cell {
  readonly state: StateName;
  readonly type: CommandType;
  readonly decision: Decision;
}

/** Every state with every command, as `decide` answers. */
export const cells = (): readonly Cell[] =>
  COMMAND_TYPES.flatMap((type) =>
    STATE_NAMES.map((state) => {
      const { told, at } = STATES[state];
      return { state, type, decision: decide(stateAfter(...told), sample(type, at)) };
    }),
  );
