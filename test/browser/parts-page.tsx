import { parseInstant } from '../../src/core/instant.ts';
import type { Language } from '../../src/core/message/catalogue.ts';
import { ASSETS } from '../../src/http/pages/static-files.ts';
import { page } from '../../src/portal/frame.tsx';
import { checkbox, checkboxField, radioField } from '../../src/portal/parts/choices.tsx';
import { selectField, textArea, textField } from '../../src/portal/parts/field.tsx';
import { buttonRow, errorSummary, linkButton, postForm } from '../../src/portal/parts/form.tsx';
import { filterBar, pager, summaryList, table, tabs, tag } from '../../src/portal/parts/lists.tsx';
import { momentField } from '../../src/portal/parts/moment-field.tsx';
import {
  confirmation,
  emptyState,
  followed,
  notice,
  progressMeter,
  region,
} from '../../src/portal/parts/notices.tsx';
import { cards, personCard } from '../../src/portal/parts/people.tsx';
import { liveClock, timeline, whenPart } from '../../src/portal/parts/when.tsx';

const NOW = parseInstant('2026-11-25T20:30:00.000Z')!;
const LATER = parseInstant('2026-11-26T00:30:00.001Z')!;
const timeZone = 'America/Los_Angeles';

/** Every part that pages are made of, in every state it has; where nothing is `said` nothing can be answered. */
export function partsPage(language: Language, said: string): string {
  const when = { at: NOW, timeZone, readerZone: undefined, language };
  return page({
    language,
    isDemonstration: true,
    assets: ASSETS,
    places: [
      { name: 'outbox', path: '/outbox' },
      { name: 'clock', path: '/clock' },
      { name: 'problems', path: '/parts' },
    ],
    visitor: { name: 'Dana Whitfield', contractTitle: 'Managed network services for the north region' },
    path: '/parts',
    title: 'Parts',
    caption: 'Case 26-000123',
    crumbs: [
      { title: 'Start', path: '/' },
      { title: 'Cases', path: '/outbox' },
    ],
    aside: (
      <>
        <h2>Beside</h2>
        {personCard({
          language,
          name: 'Morgan Ortiz',
          title: 'Level 2, service manager',
          phone: { number: '+19165550123', shown: '(916) 555-0123' },
          mail: 'morgan.ortiz@contractor.example',
          vcard: '/plans/calnet/contacts/level-2.vcf',
        })}
      </>
    ),
    children: followed({
      stream: { path: '/changes', version: 0 },
      told: said,
      path: '/parts',
      language,
      children: (
        <>
          {forms(language)}
          {region('said', <p>{said}</p>)}
          {region(
            'answer',
            said === ''
              ? undefined
              : postForm({
                  action: '/parts',
                  hidden: { seen: said },
                  children: textArea({ language, name: 'kept', label: 'Kept', lengthMax: 40 }),
                }),
          )}
          {notices(language)}
          {lists(language)}
          <h2>Time</h2>
          <p>{whenPart(when)}</p>
          <p>{whenPart({ ...when, at: LATER, as: 'from', readerZone: 'America/New_York' })}</p>
          <p id="clocks">
            {liveClock({ ...when, at: LATER, now: NOW })} {liveClock({ ...when, now: LATER })}
          </p>
          <h2>What happened</h2>
          {timeline([
            { title: 'The case was opened.', when, isStrong: true, id: 'event-1' },
            { title: 'Dana wrote', when, children: <blockquote>The line is down.</blockquote> },
          ])}
          <h2>People</h2>
          {cards([
            personCard({ language, name: 'Ana Reyes', mail: 'ana@contractor.example', heading: 3 }),
            personCard({ language, name: 'Bo Lindqvist', isNumberHidden: true }),
          ])}
        </>
      ),
    }),
  });
}

const forms = (language: Language) => (
  <>
    {errorSummary(
      [
        { name: 'wrong', error: 'Write what happened.' },
        { name: 'since', error: '2:30 am was skipped that night: the clocks went forward.' },
        { name: 'track', error: 'Choose what the case is about.' },
      ],
      language,
    )}
    {postForm({
      action: '/parts',
      hidden: { expected: 3 },
      children: (
        <>
          {textField({
            language,
            name: 'plain',
            label: 'Reference number',
            hint: 'As your own system has it.',
          })}
          {textField({ language, name: 'short', label: 'Code', width: 'short', isOptional: true })}
          {textArea({ language, name: 'wrong', label: 'What happened', error: 'Write what happened.' })}
          {textArea({
            language,
            name: 'counted',
            label: 'A note',
            lengthMax: 20,
            value: '\nAll <b>well</b>',
          })}
          {selectField({
            language,
            name: 'customer',
            label: 'Customer',
            chosen: 'b',
            options: [
              { value: 'a', label: 'Agency A' },
              { value: 'b', label: 'Agency B' },
            ],
          })}
          {radioField({
            language,
            name: 'track',
            label: 'What is it about?',
            error: 'Choose what the case is about.',
            choices: [
              { value: 'service', label: 'A service', hint: 'It does not work, or not well.' },
              {
                value: 'other',
                label: 'Something else',
                reveals: textField({ language, name: 'else', label: 'What?', isOptional: true }),
              },
            ],
          })}
          {checkboxField({
            language,
            name: 'means',
            label: 'How may we reach you?',
            isOptional: true,
            chosen: ['mail'],
            choices: [
              { value: 'mail', label: 'Mail' },
              { value: 'call', label: 'Call' },
            ],
          })}
          {checkbox({ name: 'automatic', value: 'yes', label: 'Go on by itself', isChosen: true })}
          {momentField({
            language,
            name: 'since',
            label: 'Since when?',
            hint: 'If you know it.',
            timeZone,
            date: '2026-03-08',
            time: '02:30',
            error: '2:30 am was skipped that night: the clocks went forward.',
          })}
          {buttonRow(
            [
              { label: 'Go on' },
              { label: 'Save', kind: 'plain', name: 'act', value: 'save' },
              { label: 'Withdraw the case', kind: 'grave' },
            ],
            [{ label: 'Back', path: '/' }],
          )}
        </>
      ),
    })}
    {linkButton({ label: 'Open a case', path: '/' })}
  </>
);

const notices = (language: Language) => (
  <>
    <h2>Notices</h2>
    {(['info', 'success', 'warning', 'error'] as const).map((kind) =>
      notice({ kind, language, children: <p>Something to read.</p> }),
    )}
    {notice({ kind: 'warning', language, title: 'This is a drill', isUrgent: true })}
    {confirmation({ title: 'Case 26-000124 is open', children: <p>Level 1 has been told.</p> })}
    {emptyState({ title: 'No cases yet', children: <p>Cases that you open stand here.</p> })}
    {progressMeter({ label: 'Cases checked', done: 3, of: 8, language })}
  </>
);

const lists = (language: Language) => (
  <>
    <h2>Lists</h2>
    {tabs('Looks', [
      { label: 'Open', path: '/parts', isHere: true },
      { label: 'Closed', path: '/parts?closed', isHere: false },
    ])}
    {filterBar({
      action: '/parts',
      language,
      isFiltered: true,
      hidden: { order: 'opened' },
      fields: [
        textField({
          language,
          name: 'q',
          label: 'Number or reference',
          type: 'search',
          isOptional: 'unsaid',
        }),
        selectField({
          language,
          name: 'level',
          label: 'Level',
          none: 'All',
          options: [{ value: '1', label: '1' }],
          isOptional: 'unsaid',
        }),
      ],
    })}
    {table({
      caption: 'Cases',
      columns: [
        { title: 'Case' },
        { title: 'References' },
        { title: 'Where it stands' },
        { title: 'Turn' },
        { title: 'Due' },
        { title: 'Level', isNumber: true },
      ],
      rows: [
        [
          <a href="/">26-000123</a>,
          'CIR-4711, INC0031337',
          'Waiting for an answer from level 2 since yesterday.',
          tag('contractor', 'info'),
          whenPart({ at: NOW, timeZone, readerZone: undefined, language }),
          2,
        ],
        [<a href="/">26-000124</a>, '', 'Closed.', tag('kept', 'success'), tag('late', 'error'), 3],
        [<a href="/">26-000125</a>, '', 'Paused.', tag('practice'), tag('soon', 'warning'), 1],
      ],
    })}
    {pager({ newer: '/parts?a', older: '/parts?b' }, language)}
    {summaryList([
      { name: 'Case', value: '26-000123' },
      { name: 'Nothing', value: '' },
      { name: 'Zone', value: 'Pacific', change: { path: '/account', language } },
    ])}
  </>
);
