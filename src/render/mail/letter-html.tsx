import { type Html, raw } from '../jsx-runtime.ts';
import type { Letter, LetterLink, LetterPart } from './letter.ts';

// Colours are the reader's own, light or dark; lines and weights say the rest. Nothing is fetched from anywhere.
const BODY =
  'margin:0;padding:16px;font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5';
const COLUMN = 'max-width:600px;margin:0 auto;overflow-wrap:anywhere';
const SMALL = 'font-size:14px;margin:0 0 4px';
const BUTTON =
  'display:inline-block;min-height:24px;padding:9px 16px;border:2px solid;border-radius:6px;font-weight:bold;text-decoration:none';
const QUOTE = 'margin:0 0 16px;padding:4px 0 4px 12px;border-left:4px solid';
const BANNER = 'margin:0 0 16px;padding:8px 12px;border:2px dashed;font-weight:bold';
const FOOTER = 'margin-top:24px;padding-top:12px;border-top:1px solid';

/** A letter as one HTML document: legible at 360 px, in the dark, and to a screen reader. */
export function letterHtml({ language, subject, parts }: Letter): string {
  const page = (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={BODY}>
        <div style={COLUMN} lang={language}>
          {parts.map(partHtml)}
        </div>
      </body>
    </html>
  );
  return `<!doctype html>\n${page}\n`;
}

function partHtml(part: LetterPart): Html {
  switch (part.kind) {
    case 'marker':
      return <p style={SMALL}>{part.text}</p>;
    case 'banner':
      return <p style={BANNER}>{part.text}</p>;
    case 'heading':
      return <h2 style="font-size:18px;line-height:1.3;margin:24px 0 8px">{part.text}</h2>;
    case 'lead':
      return <p style="font-size:18px;margin:0 0 16px">{part.text}</p>;
    case 'paragraph':
      return <p style="margin:0 0 12px">{part.text}</p>;
    case 'list':
      return (
        <ul style="margin:0 0 12px;padding-left:20px">
          {part.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'links':
      return <>{part.links.map(linkHtml)}</>;
    case 'contact':
      return contactHtml(part);
    case 'verbatim':
      return (
        <pre style="font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere">{part.lines.join('\n')}</pre>
      );
    case 'quote':
      return quoteHtml(part);
    case 'facts':
      return factsHtml(part);
    case 'footer':
      return (
        <div style={FOOTER}>
          {part.lines.map((line) => (
            <p style={SMALL}>{line}</p>
          ))}
        </div>
      );
  }
}

const linkHtml = ({ label, says, url }: LetterLink): Html => (
  <div style="margin:0 0 16px">
    <p style="margin:0 0 6px">{anchor(url, label)}</p>
    <p style={SMALL}>{says}</p>
  </div>
);

/** The name that stands for a link until the mail is sent; only its own letters may be in it. */
const LINK_NAME = /^ladder-(?:link:[\w-]{1,200}|page:\/[\w./%-]{1,300})$/;

/** The renderer knows addresses; a link's name is none yet, and safe by its letters. */
function anchor(url: string, label: string): Html {
  if (!LINK_NAME.test(url)) {
    return (
      <a href={url} style={BUTTON}>
        {label}
      </a>
    );
  }
  const start = raw(`<a href="${url}" style="${BUTTON}">`);
  return (
    <>
      {start}
      {label}
      {raw('</a>')}
    </>
  );
}

const contactHtml = ({ who, means }: LetterPart & { kind: 'contact' }): Html => (
  <>
    <p style="margin:0 0 4px">
      <strong>{who}</strong>
    </p>
    <p style="margin:0 0 12px">
      {means.map(({ label, shown, url }, index) => (
        <>
          {index > 0 && <br />}
          {label}
          {': '}
          <a href={url} style="display:inline-block;padding:3px 0">
            {shown}
          </a>
        </>
      ))}
    </p>
  </>
);

const quoteHtml = ({ by, lines }: LetterPart & { kind: 'quote' }): Html => (
  <>
    {by !== undefined && <p style="margin:0 0 4px">{`${by}:`}</p>}
    <blockquote style={QUOTE} dir="auto">
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </blockquote>
  </>
);

const factsHtml = ({ rows }: LetterPart & { kind: 'facts' }): Html => (
  <table style="border-collapse:collapse;margin:16px 0">
    <tbody>
      {rows.map(([label, value]) => (
        <tr>
          <th
            scope="row"
            style="padding:2px 12px 2px 0;text-align:left;vertical-align:top;font-weight:normal"
          >
            {label}
          </th>
          <td style="padding:2px 0;vertical-align:top">{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
