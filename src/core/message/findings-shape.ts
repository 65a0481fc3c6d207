import type { ValueKind } from '../plan/format/schema-values.ts';

/** What a value had to be: a kind of text, or a shape of the data. */
export type Expected =
  | ValueKind
  | 'format'
  | 'key'
  | 'string'
  | 'number'
  | 'boolean'
  | 'list'
  | 'map'
  | 'one-of'
  | 'other';

/** Why a text is no YAML, by its kind rather than by the words of the library that read it. */
export type SyntaxProblem =
  | 'alias'
  | 'indentation'
  | 'tab'
  | 'bracket'
  | 'quote'
  | 'tag'
  | 'key'
  | 'directive'
  | 'token';

export interface ShapeFindings {
  'plan-text-unreadable': { character: string };
  'plan-text-too-long': { bytes: number; max: number };
  'plan-nesting-too-deep': { max: number };
  'plan-text-too-busy': { max: number };
  'plan-aliases-too-many': { max: number };
  'plan-empty': Record<never, never>;
  'plan-documents-several': Record<never, never>;
  'plan-syntax-broken': { problem: SyntaxProblem };
  'plan-key-duplicate': { key: string; firstLine: number };
  'plan-key-unknown': {
    key: string;
    under: string;
    suggestion: string | undefined;
    known: readonly string[];
  };
  'plan-merge-unsupported': Record<never, never>;
  'plan-value-misshapen': {
    path: string;
    found: string;
    expected: Expected;
    options: readonly string[];
    suggestion: string | undefined;
  };
}
