import { catalogue } from '../../core/message/catalogue.ts';
import type { ComposedMail } from '../../core/message/mail-notice.ts';
import type { DigestMail, SaidPerson } from '../../core/message/portal/readiness.ts';
import { oneLine } from './clean.ts';
import { link, listPart, said } from './frame-parts.ts';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';

/** The weekly mail on who could not be reached without doubt, with a link to the page that says it of now. */
export function composeReadiness(mail: DigestMail): ComposedMail {
  const { language, url, demonstration, count, more, timeZone } = mail;
  const { mail: words, readiness } = catalogue(language);
  const { digest } = readiness;
  const contractTitle = oneLine(mail.contractTitle);
  const lines = [
    ...mail.levels.map(({ level, title, customers }) =>
      customers === undefined
        ? readiness.levels.all.no({ level, title: oneLine(title) })
        : readiness.levels.some.no({ level, title: oneLine(title), count: customers }),
    ),
    ...mail.seats.map((title) => readiness.levels.vacant({ title: oneLine(title) })),
    ...mail.people.map((person) =>
      digest.person({
        name: oneLine(person.name),
        levels: person.levels,
        reasons: reasonsOf(person, { language, timeZone }),
      }),
    ),
  ];
  const righted = mail.righted.map(({ kind, name }) => digest.righted[kind]({ name: oneLine(name) }));
  const letter: Letter = {
    language,
    subject: digest.subject({ contractTitle, count }),
    parts: [
      ...(demonstration ? [said('banner', words.demonstration)] : []),
      said('lead', digest.lead({ count })),
      ...listPart(lines),
      ...(more > 0 ? [said('paragraph', digest.more({ count: more }))] : []),
      ...(righted.length > 0 ? [said('paragraph', digest.rightedLead), ...listPart(righted)] : []),
      ...(count > 0 ? [said('paragraph', digest.what)] : []),
      { kind: 'links', links: [link(digest.link, url)] },
      { kind: 'footer', lines: [digest.footer({ contractTitle })] },
    ],
  };
  return { subject: letter.subject, text: letterText(letter), html: letterHtml(letter) };
}

function reasonsOf(
  { hasWay, hasFewMeans, doubts }: SaidPerson,
  { language, timeZone }: Pick<DigestMail, 'language' | 'timeZone'>,
): readonly string[] {
  const { attestation, readiness } = catalogue(language);
  const { digest, doubts: words } = readiness;
  return [
    ...(hasWay ? [] : [digest.noWay]),
    ...(hasFewMeans ? [digest.fewMeans] : []),
    ...doubts.map(({ field, because, since: at }) =>
      digest.doubt({
        name: attestation.details[field],
        text: because === 'never' || at === undefined ? words.never : words[because]({ at, timeZone }),
      }),
    ),
  ];
}
