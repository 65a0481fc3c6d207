import { casePlace, typedTime } from './case-place.ts';
import { askedOf, type SendOptions, sendCommand, typedText } from './case-send.ts';
import { CliRefusal } from './cli-refusal.ts';
import type { Io } from './io.ts';

interface OpenOptions extends SendOptions {
  readonly track?: string;
  readonly text?: string;
  readonly reference?: readonly string[];
  readonly customer?: string;
  readonly reporter?: string;
  readonly automatic?: true;
  readonly practice?: true;
  readonly statedAt?: string;
  readonly onBehalf?: true;
}

/** `ladder case open`: a case, and what it waits for. */
export function openCase(options: OpenOptions, io: Io): Promise<number> {
  const { track, reference, customer, reporter, automatic, practice, onBehalf } = options;
  if (track === undefined) {
    throw new CliRefusal('cli-option-missing', { option: '--track <TRACK>', within: 'ladder case open' });
  }
  return askedOf(io, options, async () => {
    const place = await casePlace(options, io);
    const body = {
      ...{ track, references: reference, customer, reporter, automatic, practice },
      text: await typedText(options.text, io),
      statedAt: typedTime(options.statedAt, { option: '--stated-at', timeZone: place.timeZone }),
      onBehalfOf: onBehalf && 'customer',
    };
    return sendCommand(place, { path: `${place.path}/cases`, body }, options, io);
  });
}
