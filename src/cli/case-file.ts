import { extname } from 'node:path';
import { catalogue } from '../core/message/catalogue.ts';
import { type CaseOptions, casePath, casePlace } from './case-place.ts';
import { askedOf } from './case-send.ts';
import { printJson } from './case-text.ts';
import { CliRefusal } from './cli-refusal.ts';
import { say } from './contract-answer.ts';
import type { Io } from './io.ts';
import { writeNew } from './write-new.ts';

interface FileOptions extends CaseOptions {
  readonly out?: string;
}

/** As much of a part as the terminal looks at. */
interface Part {
  readonly part: { readonly of: number; readonly events: number };
  readonly record: { readonly holds: boolean };
}

const WITHIN = 'ladder case file';

/** `ladder case file`: the whole case, as JSON where the file's name ends so, else as a paper; a long one in several files. */
export function keepCaseFile(words: readonly string[], options: FileOptions, io: Io): Promise<number> {
  return askedOf(io, options, async () => {
    const { out } = options;
    if (out === undefined) throw new CliRefusal('cli-option-missing', { option: '--out', within: WITHIN });
    const ending = extname(out);
    const stem = out.slice(0, out.length - ending.length);
    const place = await casePlace(options, io);
    const path = casePath(place, words);
    const of = (part: number): Promise<Part> =>
      place.client.get<Part>(`${path}/file`, { part: String(part) });
    const first = await of(1);
    const files: string[] = [];
    for (let part = 1; part <= first.part.of; part++) {
      const file = part === 1 ? out : `${stem}-${part}${ending}`;
      const content =
        ending.toLowerCase() === '.json'
          ? `${JSON.stringify(part === 1 ? first : await of(part), undefined, 2)}\n`
          : await place.client.bytes(`${path}/file.pdf?part=${part}`);
      await writeNew(file, content, io);
      files.push(file);
    }
    const done = { files, events: first.part.events, holds: first.record.holds };
    if (options.json) printJson(io, done);
    else say(io, undefined, done, catalogue('en').caseTerminal.filed(done));
    return first.record.holds ? 0 : 1;
  });
}
