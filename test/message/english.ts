/** Small words that every English sentence has, and no Spanish one: by them a sentence that was left behind is found. */
export const ENGLISH =
  /\b(?:the|is|of|and|was|were|not|you|your|has|have|this|that|from|with|by|it|be|may|nobody|level|case|mail|until|since)\b/i;
