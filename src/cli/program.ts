import { Command, type CommanderError, type Option } from 'commander';
import type { Cli, CommandWords } from '../core/message/cli.ts';
import { nearestWord } from '../core/nearest-word.ts';
import { CliRefusal } from './cli-refusal.ts';
import { COMMANDS, type CommandSpec, type Flag } from './commands.ts';
import { formatHelp } from './help.ts';
import type { Io } from './io.ts';
import type { LoadOperations } from './operations.ts';
import { type Paint, painter } from './terminal-colour.ts';

interface Setting {
  readonly io: Io;
  readonly words: Cli;
  readonly paint: Paint;
  readonly ended: (exit: number) => void;
  readonly load: LoadOperations;
}

/**
 * The program as `commander` knows it, ready to parse: every command of the table with its words.
 * It answers exit codes to `ended`, and throws a `CliRefusal` for a line it cannot make sense of.
 */
export function program(version: string, given: Omit<Setting, 'paint'>): Command {
  const { io, words } = given;
  const setting: Setting = { ...given, paint: painter(io.env, io.isTerminal) };
  const top = new LadderCommand('ladder');
  top.description(words.description).version(version, '-V, --version', words.options.version);
  top.helpCommand('help [command]', words.options.help);
  dress(top, setting);
  top.action(() => top.outputHelp());
  for (const spec of COMMANDS) add(top, spec, setting);
  return top;
}

/** Settings that `commander` hands down to commands of commands only when asked each time. */
function dress(command: Command, { io, words, paint }: Setting): void {
  command
    .exitOverride((error: CommanderError) => {
      throw error;
    })
    .allowExcessArguments(false)
    // Else a command would take the options of the command of a command that follows it.
    .enablePositionalOptions()
    .helpOption('-h, --help', words.options.help)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Whether to colour is decided once, in `painter`; here it only must not be undone.
      getOutHasColors: () => true,
      getErrHasColors: () => true,
      getOutHelpWidth: () => helpWidth(io),
      getErrHelpWidth: () => helpWidth(io),
    })
    .configureHelp({ formatHelp: (shown, helper) => formatHelp(shown, helper, words, paint) });
}

const HELP_COLUMNS_MAX = 100;

/** Help is set for the terminal's width, and for 80 columns where there is none, so that papers repeat it. */
function helpWidth(io: Io): number {
  const columns = (io.stdout as NodeJS.WriteStream).columns ?? 80;
  return Math.min(columns, HELP_COLUMNS_MAX);
}

function add(top: Command, spec: CommandSpec, setting: Setting): void {
  const { words, io, ended, load } = setting;
  const path = spec.name.split(' ');
  const parent = path.length === 1 ? top : top.commands.find((command) => command.name() === path[0]);
  if (!parent) throw new Error(`${spec.name} is listed before its parent`);
  const own: CommandWords = words.commands[spec.name];
  const command = parent.command(path.at(-1) ?? spec.name);
  command.summary(own.summary).description(own.description).helpGroup(words.groups[spec.group]);
  dress(command, setting);
  for (const argument of spec.takes) command.argument(argument, own.arguments[bare(argument)] ?? '');
  for (const [name, flag] of Object.entries<Flag>(spec.flags)) {
    command.addOption(option(command, flag, own.options[name] ?? ''));
  }
  const { run } = spec;
  if (!run) {
    command.action(() => command.outputHelp());
    return;
  }
  command.action(async () => {
    ended(await run({ words: command.args, options: <T extends object>() => command.opts<T>() }, io, load));
  });
}

const bare = (argument: string): string => argument.replace(/[<>[\].]/g, '');

function option(command: Command, flag: Flag, description: string): Option {
  const made = command.createOption(flag.flag, description);
  if (flag.conflicts) made.conflicts([...flag.conflicts]);
  const choices = flag.choices;
  if (choices) {
    made.choices(choices).argParser((value: string) => {
      if (choices.includes(value)) return value;
      throw new CliRefusal('cli-option-value-unknown', {
        option: made.long ?? flag.flag,
        value,
        choices,
        suggestion: nearestWord(value, choices),
      });
    });
  }
  return made;
}

/**
 * `commander` says what is wrong in English sentences of its own; these say it as codes and values, for
 * the catalogue. Its names for them are internal: a test types each mistake and looks at the answer.
 */
class LadderCommand extends Command {
  override createCommand(name?: string): Command {
    return new LadderCommand(name);
  }

  /** `ladder calendar suggest`, as somebody would type it. */
  get typed(): string {
    return this.parent instanceof LadderCommand ? `${this.parent.typed} ${this.name()}` : this.name();
  }

  missingArgument(argument: string): never {
    throw new CliRefusal('cli-argument-missing', { argument, within: this.typed });
  }

  optionMissingArgument(missing: Option): never {
    throw new CliRefusal('cli-option-value-missing', { option: missing.flags, within: this.typed });
  }

  missingMandatoryOptionValue(missing: Option): never {
    throw new CliRefusal('cli-option-missing', { option: missing.flags, within: this.typed });
  }

  unknownOption(flag: string): never {
    const known = this.createHelp()
      .visibleOptions(this)
      .flatMap((shown) => shown.long ?? []);
    const suggestion = flag.startsWith('--') ? nearestWord(flag, known) : undefined;
    throw new CliRefusal('cli-option-unknown', { option: flag, suggestion, within: this.typed });
  }

  unknownCommand(): never {
    this.refuseCommand(this.args[0] ?? '');
  }

  _excessArguments(received: readonly string[]): void {
    if (received.length <= this.registeredArguments.length) return;
    if (this.commands.length > 0 && this.registeredArguments.length === 0) {
      this.refuseCommand(received[0] ?? '');
    }
    const surplus = received.slice(this.registeredArguments.length);
    throw new CliRefusal('cli-argument-surplus', { arguments: surplus, within: this.typed });
  }

  _conflictingOption(first: Option, second: Option): never {
    const [option, other] = [first.long ?? first.flags, second.long ?? second.flags];
    throw new CliRefusal('cli-options-conflict', { option, other });
  }

  private refuseCommand(command: string): never {
    const known = this.commands.map((one) => one.name());
    const suggestion = nearestWord(command, known);
    throw new CliRefusal('cli-command-unknown', { command, suggestion, within: this.typed });
  }
}
