/** Small words that every English sentence has, and no Spanish one: by them a sentence that was left behind is found. */
export const ENGLISH =
  /\b(?:the|is|of|and|was|were|not|you|your|has|have|this|that|from|with|by|it|be|(?<!\d )may|nobody|level|case|mail|until|since)\b/i;

/** What a plan or a person says, the names of things, and the menu of languages stay as they are. */
const DATA =
  /Ladder|Senior service manager|Service (?:manager|desk)|Director|Deputy|An agency|A contract|The line is down|\b(?:service|billing)\b|English|\S+@\S+|https?:\S+/g;

/** What is left in English on a page or in a mail in Spanish; undefined where nothing is. */
export const englishIn = (text: string): string | undefined =>
  new RegExp(`.{0,60}${ENGLISH.source}.{0,60}`, 'i').exec(text.replace(DATA, ' ').replace(/\s+/g, ' '))?.[0];
