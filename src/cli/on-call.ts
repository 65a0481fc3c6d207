import { contactsOf } from '../core/case/move.ts';
import { asInstant, formatInstant, type Instant } from '../core/instant.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { contactOf } from '../core/plan/asked/lookup.ts';
import { quietEdges } from '../core/plan/revision/relieved.ts';
import type { Level, Revision } from '../core/plan/revision/revision.ts';
import { edges } from '../core/rota/shifts.ts';
import { CliRefusal } from './cli-refusal.ts';
import { answerLines } from './deadline-stream.ts';
import { DutyRefusal } from './duty-refusal.ts';
import { reach } from './forecast-text.ts';
import { instantOption } from './instant-option.ts';
import type { Io } from './io.ts';
import { lineTooLong } from './line-values.ts';
import { OnCallAnswerer } from './on-call-line.ts';
import { REFUSED, refusedBy } from './refused.ts';
import { runnablePlan } from './runnable-plan.ts';
import { printable } from './terminal-text.ts';

/** What was typed after `ladder on-call`. */
export interface OnCallOptions {
  readonly level?: string;
  readonly at?: string;
  readonly json?: boolean;
  readonly stdin?: boolean;
  readonly strict?: boolean;
}

const WITHIN = 'ladder on-call';

/** `ladder on-call`: whom a level of a plan reaches at an instant, or with `--stdin` one answer for each line. */
export const onCall = (files: readonly string[], options: OnCallOptions, io: Io): Promise<number> =>
  refusedBy(io, async () => {
    const [file] = files;
    if (options.stdin) return onCallLines(options, io);
    if (file === undefined)
      throw new CliRefusal('cli-argument-missing', { argument: 'PLAN', within: WITHIN });
    const { level, at } = options;
    if (level === undefined)
      throw new CliRefusal('cli-option-missing', { option: '--level', within: WITHIN });
    if (at === undefined) throw new CliRefusal('cli-option-missing', { option: '--at', within: WITHIN });
    const { plan, revision } = await runnablePlan(file, io);
    const rules = levelNamed(revision, level);
    const instant = instantOption('--at', at, revision.timeZone, io);
    const contacts = contactsOf({ revision, directory: {} }, rules.number, instant);
    const found = {
      contacts,
      isOtherwise: isOtherwise(rules, contacts),
      until: changesAt(revision, rules, instant),
    };
    if (options.json) {
      const people = contacts.map((id) => {
        const { name, title, office, mobile, email } = contactOf(plan, id) ?? {};
        return { id, name, title, office, mobile, email };
      });
      const until = found.until === undefined ? {} : { until: formatInstant(found.until) };
      const answer = {
        ...{ level: rules.number, at: formatInstant(instant) },
        ...{ onCall: contacts, otherwise: found.isOtherwise, ...until, people },
      };
      io.stdout.write(`${JSON.stringify(answer)}\n`);
      return 0;
    }
    const words = catalogue('en').duty;
    const { timeZone } = revision;
    const lines = [
      words.heading({ level: rules.number, title: rules.title, at: instant, timeZone }),
      ...(found.isOtherwise ? [words.otherwise] : contacts.length === 0 ? [words.nobody] : []),
      ...reach({ level: rules.number, contacts }, { plan, revision }).map((line) => `  ${line}`),
      ...(found.until === undefined ? [] : [words.until({ until: found.until, timeZone })]),
    ];
    io.stdout.write(`${lines.map(printable).join('\n')}\n`);
    return 0;
  });

/** Answers each line of standard input with one line: `{"onCall"}`, `{"shifts"}` or `{"error"}`. */
async function onCallLines(options: OnCallOptions, io: Io): Promise<number> {
  const answerer = new OnCallAnswerer();
  let refused = 0;
  await answerLines(io.stdin, io.stdout, (line) => {
    const answer = line === undefined ? lineTooLong() : answerer.answer(line);
    if ('error' in answer) refused++;
    return JSON.stringify(answer);
  });
  return options.strict && refused > 0 ? REFUSED : 0;
}

function levelNamed({ levels }: Revision, written: string): Level {
  const level = /^\d{1,2}$/.test(written) ? levels[Number(written) - 1] : undefined;
  if (!level) throw new DutyRefusal('duty-level-unknown', { level: written, levels: levels.length });
  return level;
}

/** Whether a rota has nobody, so that those the level names `otherwise` are reached. */
const isOtherwise = ({ choices, otherwise }: Level, contacts: readonly string[]): boolean =>
  choices !== undefined && contacts.length > 0 && contacts.every((id) => otherwise.includes(id));

/** How far ahead a change of people is looked for. */
const AHEAD_MS = 62 * 86_400_000;

/** The next instant at which others are reached, by a hand-over or by quiet hours; undefined where nothing changes soon. */
function changesAt(revision: Revision, { number, choices = [] }: Level, at: Instant): Instant | undefined {
  const people = (when: Instant): string => contactsOf({ revision, directory: {} }, number, when).join();
  const end = asInstant(at + AHEAD_MS);
  const handOvers = choices.flatMap((id) => {
    const rota = revision.rotas?.[id];
    return rota ? edges(rota, at, end) : [];
  });
  return [...handOvers, ...quietEdges(revision, at, end)]
    .sort((a, b) => a - b)
    .find((when) => when > at && people(when) !== people(at));
}
