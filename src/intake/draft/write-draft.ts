import { Document, isCollection, isScalar, type Pair } from 'yaml';
import type { Fact } from '../report.ts';
import { placed } from './draft-plan.ts';

/** The draft as YAML: beside each value that was read stands where, above the lines of a list. */
export function writeDraft(plan: Record<string, unknown>, facts: readonly Fact[], comment: string): string {
  const document = new Document(plan, { aliasDuplicateObjects: false });
  document.commentBefore = comment;
  for (const { path, quote } of facts) {
    const keys = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) - 1 : part));
    const node = document.getIn(keys, true);
    if (isScalar(node)) node.comment = ` ${placed(quote.place)}`;
    else if (isCollection(node)) node.commentBefore = ` ${placed(quote.place)}`;
  }
  spaced(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** An empty line before each key of the top. */
function spaced(document: Document): void {
  const top = document.contents as unknown as { items?: readonly Pair[] };
  for (const { key } of top.items?.slice(1) ?? []) if (isScalar(key)) key.spaceBefore = true;
}
