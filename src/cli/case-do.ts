import { type ApiCommand, COMMAND_RESOURCES } from '../app/schemas/commands.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { apiRefused } from './api-refused.ts';
import { casePath, casePlace } from './case-place.ts';
import { askedOf, type SendOptions, sendCommand } from './case-send.ts';
import type { Io } from './io.ts';

interface DoOptions extends SendOptions {
  readonly body?: string;
}

/** `ladder case do`: any command of the API by its name, with its body as JSON. */
export function doCommand(words: readonly string[], options: DoOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const [caseId = '', typed = ''] = words;
    const command = commandNamed(typed);
    const body = bodyOf(options.body === '-' ? await io.readText('-') : (options.body ?? '{}'));
    const place = await casePlace(options, io);
    const path = `${casePath(place, [caseId])}/${COMMAND_RESOURCES[command].path}`;
    return sendCommand(place, { path, body }, options, io);
  });
}

const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

function commandNamed(typed: string): ApiCommand {
  const known = Object.keys(COMMAND_RESOURCES);
  const name = camel(typed);
  if (known.includes(name)) return name as ApiCommand;
  throw apiRefused('case-command-unknown', { command: typed, known, suggestion: nearestWord(name, known) });
}

function bodyOf(text: string): object {
  const malformed = apiRefused('case-body-malformed', { option: '--body' });
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw malformed;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed;
  return body;
}
