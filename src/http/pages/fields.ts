import type { Fields } from './visit.ts';

/** Values of a query or a form by name. */
export function fieldsOf(given: unknown): Fields {
  const entries: Readonly<Record<string, unknown>> =
    typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const all = (name: string): readonly string[] => {
    const value = Object.hasOwn(entries, name) ? entries[name] : undefined;
    return [value].flat().filter((one) => typeof one === 'string');
  };
  return { all, text: (name) => all(name)[0] ?? '', names: () => Object.keys(entries) };
}

/** Everything that a form says, to be sent again. */
export const fieldsTyped = (form: Fields): readonly { readonly name: string; readonly value: string }[] =>
  form.names().flatMap((name) => form.all(name).map((value) => ({ name, value })));
