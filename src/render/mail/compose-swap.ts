import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { SwapMail } from '../../core/message/portal/swap.ts';
import { oneLine } from './clean.ts';
import { link, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** A mail about a swap of duty: what has happened to it, both duties, and how its reader answers where they are asked. */
export function composeSwap({
  language,
  kind,
  yours,
  theirs,
  timeZone,
  levels,
  ...mail
}: SwapMail): ComposedMail {
  const { mail: words, rota, swaps } = catalogue(language);
  const saying = swaps.mail;
  const contractTitle = oneLine(mail.contractTitle);
  const name = oneLine(mail.name);
  const { answers, url } = mail;
  const letter: Letter = {
    language,
    subject: oneLine(saying.subject[kind]({ contractTitle, name })),
    parts: [
      ...(mail.demonstration ? [said('banner', words.demonstration)] : []),
      said('lead', saying.lead[kind]({ name })),
      {
        kind: 'facts',
        rows: [
          [saying.yours, saying.time({ ...yours, timeZone })],
          [saying.theirs, saying.time({ ...theirs, timeZone })],
          ...(levels.length === 0 ? [] : ([[saying.levels, rota.now.levels({ levels })]] as const)),
        ],
      },
      ...(kind === 'asked' ? [said('paragraph', saying.asked)] : []),
      {
        kind: 'links',
        links: [
          ...(answers
            ? [link(saying.answers.accept, answers.accept), link(saying.answers.decline, answers.decline)]
            : []),
          link(saying.page, url),
        ],
      },
      { kind: 'footer', lines: [saying.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}
