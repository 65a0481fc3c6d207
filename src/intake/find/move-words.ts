const VERB =
  /\b(?:call(?:s|ed|ing)?|phones?|telephones?|e-?mail(?:s|ed|ing)?|contact(?:s|ed|ing)|(?:to|should|may|must|can|will|shall) contact|notif(?:y|ies|ied)|escalat(?:e|es|ed|ing)|reach(?:es|ing)?|go(?:es)?(?= to| on)|texts?|tr(?:y|ies)|turns? to|informs?|pages?(?= (?:the|level|tier))|refer(?:s|red)?|alerts?|asks?(?= for )|writes?(?= to ))\b/i;

/** Whether a text tells somebody to be reached. */
export const isMoving = (text: string): boolean =>
  VERB.test(withoutLabels(text)) && !/\bcan be reached\b/i.test(text);

const NOT = /\b(?:not(?!\s+(?:later|more|longer|only|sooner|less)\b)|never|cannot)\b|n['’]t\b/gi;

/** Whether a text forbids that somebody is reached: "shall not call", "never emails", "but not level 3". */
export function isForbidding(text: string): boolean {
  return [...text.matchAll(NOT)].some(({ 0: word, index }) => {
    const after = text.slice(index + word.length);
    if (/^\s+(?:to\s+)?(?:the\s+)?(?:\d\w*\s+)?(?:level|tier)\b/i.test(after)) return true;
    const verb = VERB.exec(withoutLabels(after));
    if (!verb) return false;
    // "has not responded, the customer calls" says what is waited for, and forbids nothing.
    const before = text.slice(index, index + word.length + verb.index);
    return !SILENT.test(before) && !UNSATISFIED.test(before) && !before.includes(',');
  });
}

/** "Email:", "Office phone" and "on call" are no doings. */
const withoutLabels = (text: string): string =>
  text
    .replaceAll(/\bon[\s-]call\b/gi, ' ')
    .replaceAll(/\b(?:e-?mail|phone|telephone|cell|mobile|call)\b(?:\s+(?:address|number))?\s*:/gi, ' ')
    .replaceAll(/[\w.+-]{1,64}@[\w.-]{1,255}/g, ' ');

export const UNSATISFIED =
  /\b(?:(?:no|without)\s+(?:\w+\s+)?(?:satisfaction|resolution|solution|progress)|not\s+(?:\w+\s+){0,2}?(?!respon|answer|acknowledg|repl|heard|return|called)(?:\w+ed|satisf\w+|found|fixed|met|done|made|set right)\b|(?:dis|un)satisfied|unresolved|unrestored|(?:remains?|still|stays?)\s+(?:open|unresolved|out|down|broken)|(?:is|are) not right|takes? longer than)/i;
export const SILENT =
  /\b(?:(?:no|without)\s+(?:\w+\s+)?(?:response|reply|answer|acknowledge?ment|call\s?back|word)\b|(?:not|n['’]t|neither|nobody|no one|none|never)\b[^.]{0,60}?\b(?:respon\w+|answer\w*|repl\w+|acknowledg\w+|heard|called back|returned)|unanswered|unacknowledged|silen\w+)/i;
