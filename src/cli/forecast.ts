import { type Forecast, forecast as foretell, type SupposedAnswer } from '../core/case/play/forecast.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { check } from '../core/plan/check.ts';
import type { Revision } from '../core/plan/revision/revision.ts';
import { forecastView } from '../render/forecast-view.ts';
import { ladderPicture } from '../render/ladder-picture.tsx';
import { CliRefusal } from './cli-refusal.ts';
import { forecastJson } from './forecast-json.ts';
import { ForecastCliRefusal } from './forecast-refusal.ts';
import { forecastText } from './forecast-text.ts';
import { instantOption } from './instant-option.ts';
import type { Io } from './io.ts';
import { reachingIn } from './reaching.ts';
import { refusedBy } from './refused.ts';
import { rowTries } from './row-tries.ts';
import { runnablePlan } from './runnable-plan.ts';
import { painter } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

export interface ForecastOptions {
  readonly track?: string;
  readonly opened?: string;
  readonly answered?: readonly string[];
  readonly automatic?: boolean;
  readonly reaching?: string;
  readonly json?: boolean;
  readonly svg?: boolean;
}

/** `ladder forecast`: the timetable of a case, for people, as JSON, or as a picture. */
export const forecast = (files: readonly string[], options: ForecastOptions, io: Io): Promise<number> =>
  refusedBy(io, async () => {
    const [file = ''] = files;
    const { opened } = options;
    if (opened === undefined) {
      throw new CliRefusal('cli-option-missing', { option: '--opened', within: 'ladder forecast' });
    }
    const text = await io.readText(file);
    const { plan, revision } = await runnablePlan(file, { ...io, readText: async () => text });
    warnOfBlocking(file, text, io);
    const found = foretold(revision, { ...options, opened }, io);
    const reaching =
      options.reaching === undefined ? undefined : await reachingIn(options.reaching, revision, io);
    const tries = reaching && rowTries(plan, revision, found, reaching);
    if (options.svg) io.stdout.write(ladderPicture(forecastView(plan, revision, found, 'en')));
    else if (options.json) io.stdout.write(`${JSON.stringify(forecastJson(plan, revision, found, tries))}\n`);
    else io.stdout.write(forecastText({ plan, revision, tries }, found, painter(io.env, io.isTerminal)));
    return 0;
  });

/** A plan that may not be published is still worth trying out; its reader should know. */
function warnOfBlocking(file: string, text: string, io: Io): void {
  const blocking = check(text).findings.filter(({ severity }) => severity === 'blocking').length;
  if (blocking === 0) return;
  const paint = painter(io.env, io.isTerminal);
  const words = catalogue('en').forecast.blocked({ file, blocking });
  io.stderr.write(`${paint(['yellow', 'bold'], 'ladder:')} ${printable(words)}\n`);
}

type Asked = ForecastOptions & { readonly opened: string };

function foretold(revision: Revision, options: Asked, io: Io): Forecast {
  const { forecast: found, refusal } = foretell(revision, {
    track: trackOf(revision, options.track),
    openedAt: instantOption('--opened', options.opened, revision.timeZone, io),
    answered: (options.answered ?? []).map((written) => answerOf(written, revision, io)),
    ...(options.automatic ? { automatic: true } : {}),
  });
  if (found) return found;
  const { code, values } = refusal;
  const meant = code === 'forecast-track-unknown' ? nearestWord(values.track, values.tracks) : undefined;
  throw new ForecastCliRefusal(code, values, meant);
}

function trackOf({ tracks }: Revision, named: string | undefined): string {
  const [only, ...others] = Object.keys(tracks);
  if (named !== undefined) return named;
  if (only !== undefined && others.length === 0) return only;
  throw new ForecastCliRefusal('forecast-track-missing', { tracks: Object.keys(tracks) });
}

const ANSWER = /^(?:level-)?(\d{1,2})@(.+)$/;

function answerOf(written: string, revision: Revision, io: Io): SupposedAnswer {
  const found = ANSWER.exec(written);
  if (!found) throw new ForecastCliRefusal('forecast-answer-malformed', { value: written });
  return { level: Number(found[1]), at: instantOption('--answered', found[2] ?? '', revision.timeZone, io) };
}
