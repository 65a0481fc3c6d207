import { writeFileSync } from 'node:fs';
import { planFormatPage, planSchemaText } from './plan-format-page.ts';

// Run with `node test/build/write-plan-format.ts` after a change to the format or its words.
const docs = new URL('../../docs/reference/', import.meta.url);
writeFileSync(new URL('plan.schema.json', docs), planSchemaText());
writeFileSync(new URL('plan-format.md', docs), planFormatPage());
