/** A form of a page, as far as filling it in wants to know. */
export interface FoundForm {
  readonly action: string;
  readonly isMultipart: boolean;
  /** Every field with what is sent in it where nobody types: what it carries, or the last of its choices. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields into which anything can be typed. */
  readonly typed: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" };
const read = (text: string): string =>
  text.replace(/&(amp|lt|gt|#34|#39);/g, (_all, name: string) => ENTITIES[name] ?? '');

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : read(found);
};

/** What a browser makes sure of before anybody's markup could get there. */
const FIXED: Readonly<Record<string, string>> = { date: '2026-11-17', time: '09:00' };

/** Every form of a page that does something. */
export function formsIn(html: string): readonly FoundForm[] {
  return [...html.matchAll(/<form method="post"([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = '', body = '']) => {
      const fields: Record<string, string> = {};
      const typed: string[] = [];
      for (const [tag, kind = ''] of body.matchAll(/<(input|textarea)\b[^>]*>/g)) {
        const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text'];
        if (name === undefined || type === 'file') continue;
        fields[name] = FIXED[type] ?? attribute(tag, 'value') ?? '';
        if (kind === 'textarea' || ['text', 'email', 'password', 'search'].includes(type)) typed.push(name);
      }
      for (const [, tag = '', options = ''] of body.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
        const values = [...options.matchAll(/ value="([^"]+)"/g)].map(([, value = '']) => read(value));
        fields[attribute(tag, 'name') ?? ''] = values.at(-1) ?? '';
      }
      const isMultipart = attribute(head, 'enctype') === 'multipart/form-data';
      return { action: attribute(head, 'action') ?? '', isMultipart, fields, typed };
    },
  );
}

/** Where a page leads within our own pages, and which of them it has in a frame. */
export const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:a\b[^>]* href|iframe\b[^>]* src)="(\/[^"#]*)(?:#[^"]*)?"/g)].map(([, path = '']) =>
    read(path),
  );
