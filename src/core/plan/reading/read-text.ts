import { Composer, type CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import type { FindingCode } from '../../finding.ts';
import type { FindingValues } from '../../message/findings.ts';
import type { SyntaxProblem } from '../../message/findings-shape.ts';
import { LIMITS } from './limits.ts';

/** Something wrong with the text itself, at an offset into it. */
export type TextProblem = {
  readonly [C in FindingCode]: { readonly code: C; readonly at: number; readonly values: FindingValues[C] };
}[FindingCode];

interface ReadText {
  /** Undefined where the text was refused before it was understood. */
  readonly document?: Document.Parsed;
  readonly problems: readonly TextProblem[];
}

// Tabs, line feeds and carriage returns are the only control characters YAML and JSON allow. U+FFFD is what a decoder
// leaves where the bytes were no UTF-8.
const UNREADABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u;

/**
 * The YAML document in a text that is not refused (JSON is YAML), with what is wrong with it as text. It never throws, and it
 * refuses what is too deep or too busy before the work that would cost.
 */
export function readText(text: string): ReadText {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const busy = parse(text, parser, tokens);
  if (busy) return { problems: [busy] };
  const documents = new Composer({
    uniqueKeys: false, // compared here instead: the library compares every key with every other
    logLevel: 'silent',
    prettyErrors: false,
  }).compose(tokens);
  const [document, second] = [...firstTwo(documents)];
  if (!document) return { problems: [{ code: 'plan-empty', at: 0, values: {} }] };
  if (second) {
    return { problems: [{ code: 'plan-documents-several', at: second.range[0], values: {} }] };
  }
  return { document, problems: syntaxProblems([...document.errors, ...document.warnings]) };
}

/** What is wrong with a text before anybody reads it: its length, or a sign that no text has. */
export function refusalOf(text: string): TextProblem | undefined {
  const bytes = bytesOf(text);
  if (bytes > LIMITS.bytesMax) {
    return { code: 'plan-text-too-long', at: 0, values: { bytes, max: LIMITS.bytesMax } };
  }
  const found = UNREADABLE.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  const character = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return { code: 'plan-text-unreadable', at: found.index, values: { character } };
}

function bytesOf(text: string): number {
  // A character of UTF-16 has one to three bytes: most texts need no counting.
  if (text.length > LIMITS.bytesMax || text.length * 3 <= LIMITS.bytesMax) return text.length;
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A surrogate is half of a character of four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}

function parse(text: string, parser: Parser, tokens: CST.Token[]): TextProblem | undefined {
  let offset = 0;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    offset += lexeme.length;
    if (++count > LIMITS.tokensMax) {
      return {
        code: 'plan-text-too-busy',
        at: Math.min(offset, text.length),
        values: { max: LIMITS.tokensMax },
      };
    }
    for (const token of parser.next(lexeme)) tokens.push(token);
    // A document and a value stand on the stack besides the maps and lists.
    if (parser.stack.length > LIMITS.depthMax + 2) {
      return { code: 'plan-nesting-too-deep', at: parser.offset, values: { max: LIMITS.depthMax } };
    }
  }
  tokens.push(...parser.end());
  return undefined;
}

function* firstTwo<T>(all: Iterable<T>): Generator<T> {
  let count = 0;
  for (const one of all) {
    yield one;
    if (++count === 2) return;
  }
}

const PROBLEMS: Readonly<Partial<Record<YAMLError['code'], SyntaxProblem>>> = {
  ALIAS_PROPS: 'alias',
  BAD_ALIAS: 'alias',
  MULTIPLE_ANCHORS: 'alias',
  BAD_INDENT: 'indentation',
  BLOCK_AS_IMPLICIT_KEY: 'indentation',
  BLOCK_IN_FLOW: 'indentation',
  TAB_AS_INDENT: 'tab',
  BAD_COLLECTION_TYPE: 'tag',
  MULTIPLE_TAGS: 'tag',
  TAG_RESOLVE_FAILED: 'tag',
  BAD_PROP_ORDER: 'tag',
  BAD_DIRECTIVE: 'directive',
  BAD_DQ_ESCAPE: 'quote',
  MISSING_CHAR: 'bracket',
  KEY_OVER_1024_CHARS: 'key',
  MULTILINE_IMPLICIT_KEY: 'key',
  NON_STRING_KEY: 'key',
};

function syntaxProblems(errors: readonly YAMLError[]): readonly TextProblem[] {
  return errors.slice(0, LIMITS.syntaxFindingsMax).map((error) => ({
    code: 'plan-syntax-broken',
    at: error.pos[0],
    values: { problem: PROBLEMS[error.code] ?? 'token' },
  }));
}
