import { AUTHORITY } from '../../src/core/case/authority.ts';
import { COMMAND_TYPES, type CommandType } from '../../src/core/case/command.ts';
import { cells, STATE_NAMES } from './cells.ts';
import { ANY_EVENTS, ANY_REFUSALS, COMMAND_WORDS, FIELD_WORDS, REFUSAL_WORDS } from './command-words.ts';

const code = (word: string): string => `\`${word}\``;
const codes = (words: readonly string[]): string => words.map(code).join(', ');

/** The page on what can be asked of a case; its table is what `decide` answers. */
export function commandsDocument(): string {
  return `${[INTRODUCTION, table(), ...COMMAND_TYPES.map(section), refusals()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Commands of a case

Whatever can change a case is a command, however it arrives: a page that is sent off, a call of the API, an e-mail, a
text, somebody on the telephone, a deadline that passes, a carrier's word. \`decide(state, command)\` answers with events
or with a refusal. A refusal records nothing, not even what was due by then.

Every command carries \`at\` (when it is decided), \`occurredAt\` (when it was received: clocks count from here), \`actor\`
(the party whose move it is) and \`by\` (a person, or \`ladder\`); it may carry \`onBehalfOf\` (\`customer\`, where the desk
records it for a caller) and \`over\` (the means it came by).

Before a command is decided, whatever was due by its \`occurredAt\` falls due; after it, what it put into the past. So
beside its own events any command may bring ${codes(ANY_EVENTS)}.

The page is written by \`node test/case/commands-document.ts\`; a test compares it with what \`decide\` does.

## Every state with every command

One ordinary command of each kind, by a party that may give it, on a case that is not yet there; open; paused; open
with a step due; closed by the customer's word; closed otherwise. "Yes" is accepted.`;

function table(): string {
  const said = cells();
  const rows = COMMAND_TYPES.map((type) => {
    const row = said.filter((cell) => cell.type === type);
    const answers = row.map(({ decision }) => (decision.accepted ? 'yes' : code(decision.refusal.code)));
    return `| [${type}](#${type.toLowerCase()}) | ${answers.join(' | ')} |`;
  });
  const head = `| command | ${STATE_NAMES.join(' | ')} |`;
  const rule = `| --- |${' --- |'.repeat(STATE_NAMES.length)}`;
  return [head, rule, ...rows].join('\n');
}

function section(type: CommandType): string {
  const { means, fields, events, refusals: own } = COMMAND_WORDS[type];
  const { actors, onBehalf } = AUTHORITY[type];
  const caller = onBehalf ? '; the desk for a caller' : '';
  const lines = [`- Who may: ${actors.join(', ')}${caller}.`];
  for (const [name, need] of Object.entries(fields)) {
    const words = FIELD_WORDS[name as keyof typeof FIELD_WORDS];
    lines.push(`- ${code(name)}${need === 'may' ? ' (may be left out)' : ''}: ${words}`);
  }
  if (events.length > 0) lines.push(`- Brings: ${codes(events)}.`);
  if (own.length > 0) lines.push(`- Refused: ${codes(own)}.`);
  return `## ${type}\n\n${means}\n\n${lines.join('\n')}`;
}

function refusals(): string {
  const sections = Object.entries(REFUSAL_WORDS).map(([name, words]) => {
    const from = COMMAND_TYPES.filter((type) =>
      (COMMAND_WORDS[type].refusals as readonly string[]).includes(name),
    );
    const who = from.length > 0 ? codes(from) : 'any command';
    return `### ${code(name)}\n\n${words} Said to: ${who}.`;
  });
  const any = `Any command can meet ${codes(ANY_REFUSALS)}.`;
  return `## Refusals\n\n${any}\n\n${sections.join('\n\n')}`;
}
