/** A link with what it does. */
export interface LetterLink {
  readonly label: string;
  readonly says: string;
  readonly url: string;
}

/** A number or an address of somebody, and where a tap on it leads. */
interface LetterMeans {
  readonly label: string;
  readonly shown: string;
  readonly url: string;
}

/** A part of a letter. Texts are without line breaks; how they are set is the business of plain text or HTML. */
export type LetterPart =
  | { readonly kind: 'marker' | 'banner' | 'lead' | 'paragraph' | 'heading'; readonly text: string }
  /** Set as it is, line for line: what a program reads again. */
  | { readonly kind: 'verbatim'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly LetterLink[] }
  | { readonly kind: 'contact'; readonly who: string; readonly means: readonly LetterMeans[] }
  | { readonly kind: 'quote'; readonly by: string | undefined; readonly lines: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'footer'; readonly lines: readonly string[] };

/** What a mail says, before it is set as plain text and as HTML. */
export interface Letter {
  readonly language: string;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}
