import { catalogue } from '../core/message/catalogue.ts';
import type { IntakeWords } from '../core/message/intake.ts';
import type { IntakeFinding, IntakeQuestion, IntakeReport, Quote } from '../intake/report.ts';
import type { Paint } from './terminal-colour.ts';
import { printable } from './terminal-text.ts';

/** So much of a quotation is shown; the whole of it stands in the draft and in JSON. */
const QUOTE_MAX = 160;

/** The report of an import for a person: what is open, what a reader would stumble over, what found no place. */
export function importText(report: IntakeReport, file: string, paint: Paint): string {
  const words = catalogue('en').intake;
  const { questions, findings, unplaced, facts, pages, content } = report;
  const counts = {
    facts: facts.length,
    questions: questions.length,
    findings: findings.length,
    unplaced: unplaced.length,
  };
  const lines = [
    `${printable(file)}: ${words.summary({ content: words.contents[content], pages, ...counts })}`,
  ];
  const part = (title: keyof IntakeWords['titles'], entries: readonly (readonly string[])[]): void => {
    if (entries.length > 0) lines.push('', paint('bold', words.titles[title]), ...entries.flat());
  };
  part(
    'questions',
    questions.map((one) => questionLines(one, words, paint)),
  );
  part(
    'findings',
    findings.map((one) => findingLines(one, words, paint)),
  );
  part(
    'unplaced',
    unplaced.map((quote) => [`  ${placed(quote, words)}: ${said(quote.text)}`]),
  );
  return `${lines.join('\n')}\n`;
}

/** The report as one object, its findings with their sentences. */
export function importJson(report: IntakeReport): string {
  const words = catalogue('en').intake;
  const findings = report.findings.map((finding) => ({ ...finding, ...sentencesOf(finding, words) }));
  return `${JSON.stringify({ ...report, findings })}\n`;
}

function questionLines(
  { about, readings, quote }: IntakeQuestion,
  words: IntakeWords,
  paint: Paint,
): readonly string[] {
  const own = quote ? ` ${said(quote.text)} (${placed(quote, words)})` : '';
  return [
    `  ${paint('bold', about)}${own}`,
    ...readings.map(
      ({ value, quote: from }, index) =>
        `    ${index + 1}. ${printable([value].flat().join(', '))}${from ? `  ${said(from.text)} (${placed(from, words)})` : ''}`,
    ),
  ];
}

function findingLines(finding: IntakeFinding, words: IntakeWords, paint: Paint): readonly string[] {
  const { message, advice } = sentencesOf(finding, words);
  return [
    `  ${paint('bold', finding.code)}${finding.about === '' ? '' : `  ${finding.about}`}`,
    `    ${printable(message)}`,
    `    ${printable(advice)}`,
    ...finding.quotes.map((quote) => `    ${placed(quote, words)}: ${said(quote.text)}`),
  ];
}

function sentencesOf(
  { code, values }: IntakeFinding,
  words: IntakeWords,
): { readonly message: string; readonly advice: string } {
  const say = words.findings[code] as (given: unknown) => {
    readonly message: string;
    readonly advice: string;
  };
  return say(values);
}

const placed = ({ place }: Quote, words: IntakeWords): string => words.place(place);

const said = (text: string): string =>
  `"${printable(text.length > QUOTE_MAX ? `${text.slice(0, QUOTE_MAX)}…` : text)}"`;
