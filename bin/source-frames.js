// Stacks name our sources, and not the files that they were bundled into: an operator reads them, and whoever mends what
// they tell of. The maps are read when a stack is first asked for, so that a start waits for none of them.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Of one frame: the bundled file, the line, the column. */
const PLACE = /(file:\/\/\S+\/dist\/bundle\/[\w.-]+\.js):(\d+):(\d+)/;

const maps = new Map();

function mapOf(file) {
  if (!maps.has(file)) {
    try {
      maps.set(file, new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), 'utf8'))));
    } catch {
      // It may have been left behind; the frame as it is says where, too.
      maps.set(file, undefined);
    }
  }
  return maps.get(file);
}

function sourceOf(frame) {
  const [place, file, line, column] = PLACE.exec(frame) ?? [];
  const found = file && mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!found?.originalSource) return frame;
  const source = new URL(found.originalSource, file).href;
  return frame.replace(place, `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`);
}

/** What was thrown in its own words, as Node says it. */
function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

/** Has every stack of this process name sources. */
export function nameSources() {
  Error.prepareStackTrace = (error, sites) =>
    [headOf(error), ...sites.map((site) => `    at ${sourceOf(String(site))}`)].join('\n');
}
