import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { GapMail } from '../../core/message/portal/rota.ts';
import { oneLine } from './clean.ts';
import { link, listPart, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail that lists them, with a link to where it can be mended. */
export function composeGaps({ language, gaps, more, url, demonstration, ...mail }: GapMail): ComposedMail {
  const { mail: words, rota } = catalogue(language);
  const { gapMail } = rota;
  const contractTitle = oneLine(mail.contractTitle);
  const count = gaps.length + more;
  const lines = gaps.map((gap) =>
    gapMail.gap({ ...gap, title: oneLine(gap.title), instead: gap.instead.map((name) => oneLine(name)) }),
  );
  const letter: Letter = {
    language,
    subject: gapMail.subject({ contractTitle, count }),
    parts: [
      ...(demonstration ? [said('banner', words.demonstration)] : []),
      said('lead', gapMail.lead({ count })),
      ...listPart(lines),
      ...(more > 0 ? [said('paragraph', gapMail.more({ count: more }))] : []),
      said('paragraph', gapMail.what),
      { kind: 'links', links: [link(gapMail.link, url)] },
      { kind: 'footer', lines: [gapMail.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
