import { describe, expect, test } from 'vitest';
import { readReply } from './read-reply.ts';

const TOKEN = 'q7Xv0bN2mZ4rT6yU8iO1pA3sD5fG7hJ9kL0zX2cV4bN';
const fromText = (text: string): string => readReply({ text, html: undefined });
const fromHtml = (html: string): string => readReply({ text: undefined, html });

const ANSWER = 'The line is still down.\n\nMaya';

const TAILS: readonly (readonly [string, string])[] = [
  ['lines marked with >', '> Your case 100017\n> stands at level 2'],
  [
    'an English attribution',
    'On Fri, Nov 20, 2026 at 4:30 PM Ladder <reply+abc@mail.example> wrote:\n> Your case',
  ],
  [
    'an attribution over two lines',
    'On Fri, Nov 20, 2026 at 4:30 PM Ladder\n<reply+abc@mail.example> wrote:\n\n> Your case',
  ],
  [
    'an attribution above text that is not marked',
    'On 20 Nov 2026, at 16:30, Ladder wrote:\n\nYour case stands at level 2',
  ],
  [
    'a Spanish attribution',
    'El vie, 20 nov 2026 a las 16:30, Ladder (<reply+abc@mail.example>) escribió:\n\n> Su caso',
  ],
  ['a German attribution', 'Am 20.11.2026 um 16:30 schrieb Ladder <reply+abc@mail.example>:\n> Ihr Fall'],
  [
    'a French attribution',
    'Le ven. 20 nov. 2026 à 16:30, Ladder <reply+abc@mail.example> a écrit :\n> Votre dossier',
  ],
  [
    "Outlook's head",
    'From: Ladder <reply+abc@mail.example>\nSent: Friday, November 20, 2026 4:30 PM\nTo: Maya Hollis\nSubject: Case 100017\n\nYour case',
  ],
  ["Outlook's head in bold", '*From:* Ladder\n*Sent:* Friday\n*To:* Maya\n\nYour case'],
  [
    "Outlook's head in German",
    'Von: Ladder\nGesendet: Freitag, 20. November 2026\nAn: Maya\nBetreff: Fall\n\nIhr Fall',
  ],
  ["Outlook's head in Spanish", 'De: Ladder\nEnviado el: viernes\nPara: Maya\nAsunto: Caso\n\nSu caso'],
  ["Outlook's head in French", 'De : Ladder\nEnvoyé : vendredi\nÀ : Maya\nObjet : Dossier\n\nVotre dossier'],
  ['a line of dashes', '-----Original Message-----\nYour case'],
  ['a Spanish line of dashes', '----- Mensaje original -----\nSu caso'],
  ['our own marker', '## Write above this line ##\n\nYour case'],
  ['our own marker, quoted', '> ## Write above this line ##\nYour case, not marked'],
  ['a signature', '-- \nMaya Hollis\nNetwork desk'],
  ['a line of a telephone', 'Sent from my iPhone'],
  ['a Spanish line of a telephone', 'Enviado desde mi iPhone'],
];

test.each(TAILS)('%s ends the answer', (_name, tail) => {
  expect(fromText(`${ANSWER}\n\n${tail}\n`)).toBe(ANSWER);
  expect(fromText(`${ANSWER}\n\n${tail}\n`.replaceAll('\n', '\r\n'))).toBe(ANSWER);
});

test('answers between quoted lines are kept', () => {
  const mail = 'On Friday Ladder wrote:\n> Is the line up?\nNo.\n> Since when?\nSince noon.\n-- \nMaya';
  expect(fromText(mail)).toBe('No.\nSince noon.');
});

test.each([
  ['a sentence that ends in "wrote:"', 'On Monday nobody called.\nThat is all I wrote:'],
  ['a From: without the other fields', 'From: the roof we heard a noise.\nIt was loud.'],
  ['a dash within a line', 'Two lines -- both down'],
])("%s is the writer's own", (_name, text) => {
  expect(fromText(text)).toBe(text);
});

describe('a mail of HTML alone', () => {
  test.each([
    [
      'Gmail',
      '<div dir="ltr">Satisfied</div><br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Friday wrote:</div><blockquote>Your case</blockquote></div>',
    ],
    [
      'Apple Mail',
      '<html><head><style>p{color:red}</style></head><body>Satisfied<br><div><blockquote type="cite"><div>Your case</div></blockquote></div></body></html>',
    ],
    ['Outlook', '<p>Satisfied</p><hr><div id="divRplyFwdMsg"><b>From:</b> Ladder</div><div>Your case</div>'],
    ['Outlook on the web', '<div>Satisfied</div><div id="appendonsend"></div><div>Your case</div>'],
    ['Yahoo', '<div>Satisfied</div><div class="yahoo_quoted"><div>Your case</div></div>'],
    [
      'Thunderbird',
      '<p>Satisfied</p><div class="moz-cite-prefix">On Friday wrote:</div><blockquote cite="mid:1">Your case</blockquote>',
    ],
  ])('is read without the old mail as %s encloses it', (_name, html) => {
    expect(fromHtml(html)).toBe('Satisfied');
  });
  test('keeps paragraphs as lines, and letters written as entities', () => {
    expect(fromHtml('<p>It&rsquo;s\n down &amp; &#x22;out&#34;</p><ul><li>one<li>two</ul>')).toBe(
      'It’s down & "out"\n\none\ntwo',
    );
  });
  test('gives text that looks like a tag as text, and never reads it as one', () => {
    expect(fromHtml('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toBe('<script>alert(1)</script>');
  });
  test.each([
    ['scripts and comments', 'a<script>if (1 < 2) x("</p>")</script>b<!-- c -->d', 'abd'],
    ['an unclosed comment', 'a<!-- b', 'a'],
    ['an attribute with > in it', '<p title="a > b">c</p>', 'c'],
    ['a tag that never ends, as browsers do,', 'a <b', 'a'],
    ['an end without a beginning', 'a</div></blockquote>b', 'a\nb'],
  ])('is read over %s', (_name, html, text) => {
    expect(fromHtml(html).replace(/\n+/g, '\n')).toBe(text);
  });
  test('counts only where there is no plain text', () => {
    expect(readReply({ text: 'plain', html: '<p>rich</p>' })).toBe('plain');
    expect(readReply({ text: ' \n ', html: '<p>rich</p>' })).toBe('rich');
  });
});

const LINK = `https://ladder.example/l/${TOKEN}`;

test.each([
  ['as it was sent', LINK],
  ['in brackets', `<${LINK}>`],
  ['without its scheme', `ladder.example/l/${TOKEN}`],
  ['behind a path', `https://ladder.example/escalations/l/${TOKEN}?x=1`],
  ['in a link rewriter of Outlook', `https://eu.safelinks.example/?url=${encodeURIComponent(LINK)}&data=05`],
  ['encoded twice', `https://gate.example/?u=${encodeURIComponent(encodeURIComponent(LINK))}`],
  [
    'in a link rewriter that writes _ for /',
    `https://gate.example/v2/url?u=https-3A__ladder.example_l_${TOKEN}&d=x`,
  ],
  ['in a link rewriter that keeps it', `https://gate.example/v3/__${LINK}__;!!abc`],
  ['cut short', LINK.slice(0, -20)],
])('our own link is cut %s', (_name, link) => {
  const text = fromText(`Please press ${link} for me`);
  expect(text).not.toContain(TOKEN.slice(0, 12));
  expect(text).toMatch(/^Please press\s+for me$/);
});

test('a link of somebody else is kept', () => {
  expect(fromText('See https://status.example/lines/42')).toBe('See https://status.example/lines/42');
});

test('what no database keeps is taken out, and other letters stay', () => {
  expect(fromText('a\0b\u0007c\ud800d\udc00e 😀 東 é\tf')).toBe('abcde 😀 東 é\tf');
});

test('an answer is cut at 20,000 characters, and never through a letter', () => {
  expect(fromText('x'.repeat(30_000))).toHaveLength(20_000);
  const cut = fromText(`${'x'.repeat(19_999)}😀`);
  expect(cut).toHaveLength(19_999);
  expect(cut.isWellFormed()).toBe(true);
});

const BOMBS: readonly (readonly [string, string])[] = [
  ['one long word', 'a'.repeat(2_000_000)],
  ['a million line ends', '\n'.repeat(1_000_000)],
  ['many slashes', '/l/'.repeat(100_000)],
  ['many beginnings of an attribution', 'On a\n'.repeat(200_000)],
  ['many unclosed tags', '<div>'.repeat(200_000)],
  ['many unclosed quotes', '<a b="'.repeat(100_000)],
  ['many unclosed comments', '<!--'.repeat(100_000)],
  ['spaces', ' '.repeat(500_000)],
  ['ampersands', '&#'.repeat(200_000)],
  ['dashes', '-_'.repeat(200_000)],
  ['hashes', '#'.repeat(400_000)],
  ['angles', '<'.repeat(400_000)],
];

test.each(BOMBS)(
  '%s take less than a second, as text and as HTML',
  (_name, bomb) => {
    fromText(bomb);
    fromText(`On ${bomb}`);
    fromHtml(bomb);
    expect(fromText(`Satisfied\n-- \n${bomb}`)).toBe('Satisfied');
  },
  1_000,
);
