import { type ApiCommand, COMMAND_RESOURCES } from '../app/schemas/commands.ts';
import { callOutcome } from './call-outcome.ts';
import { casePath, casePlace, typedTime } from './case-place.ts';
import { askedOf, type SendOptions, sendCommand, typedNumber, typedText } from './case-send.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';

interface MoveOptions extends SendOptions {
  readonly text?: string;
  readonly level?: string;
  readonly reason?: string;
  readonly contact?: string;
  readonly telephone?: string;
  readonly outcome?: string;
  readonly audience?: string;
  readonly statedAt?: string;
  readonly onBehalf?: true;
}

interface Move {
  readonly command: ApiCommand;
  /** As it is typed. */
  readonly name: string;
}

/** What a command cannot be without, as its flag. */
const NEEDED: Partial<Record<ApiCommand, readonly (readonly [keyof MoveOptions, string])[]>> = {
  escalate: [['level', '--level <LEVEL>']],
  decline: [
    ['level', '--level <LEVEL>'],
    ['reason', '--reason <REASON>'],
  ],
  addNote: [['text', '--text <TEXT>']],
  recordCall: [
    ['level', '--level <LEVEL>'],
    ['outcome', '--outcome <WHAT>'],
  ],
};

/** `ladder case respond` and its like: one command to one case. */
export function moveCase(
  { command, name }: Move,
  words: readonly string[],
  options: MoveOptions,
  io: Io,
): Promise<number> {
  for (const [field, option] of NEEDED[command] ?? []) {
    if (options[field] === undefined) {
      throw new CliRefusal('cli-option-missing', { option, within: `ladder ${name}` });
    }
  }
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const { level, reason, audience, contact, telephone, onBehalf } = options;
    const body = {
      ...{ reason, audience, contact, telephone },
      ...callOutcome(options.outcome),
      level: typedNumber(level),
      text: await typedText(options.text, io),
      statedAt: typedTime(options.statedAt, { option: '--stated-at', timeZone: place.timeZone }),
      onBehalfOf: onBehalf && 'customer',
    };
    const path = `${casePath(place, words)}/${COMMAND_RESOURCES[command].path}`;
    return sendCommand(place, { path, body }, options, io);
  });
}
