import type { Entry } from '../../app/views/case/case-sheet.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { FOLLOWING } from '../../core/case/following.ts';
import { caseSentences, contextFor } from '../../core/message/case.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { pager } from '../parts/lists.tsx';
import { timeline, whenPart } from '../parts/when.tsx';
import { type CaseView, casePath } from './case-view.ts';

/** What has happened, the latest first, in sentences; under each what was typed, and who was told. */
export function caseConversation(view: CaseView): Html {
  const { sheet, language, readerZone } = view;
  const words = catalogue(language).casePage.conversation;
  const { entries, older, isLatest, open } = sheet;
  const { timeZone } = open.revision;
  const path = casePath(sheet);
  const nameOf = (person: string): string | undefined => sheet.faces.people.get(person)?.name;
  const say = caseSentences(catalogue(language).case, {
    ...contextFor(open.revision, readerZone),
    nameOf,
  }).event;
  return (
    <section aria-labelledby="case-conversation-title">
      <h2 id="case-conversation-title">{words.heading}</h2>
      <p class="hint">{words.about}</p>
      {timeline(
        entries.map((entry) => ({
          id: `entry-${entry.number}`,
          title: entry.event.type === 'NoteAdded' ? words.note(entry.event) : say(entry.event),
          when: { at: entry.event.occurredAt, timeZone, readerZone, language },
          isStrong: TURNS.has(entry.event.type),
          children: entryBody(view, entry),
        })),
      )}
      {pager(
        {
          newer: isLatest ? undefined : path,
          older: older === undefined ? undefined : `${path}?before=${older}#case-conversation`,
        },
        language,
      )}
    </section>
  );
}

/** What changes where the case stands, as against what is only said about it. */
const TURNS: ReadonlySet<CaseEvent['type']> = new Set([
  ...(['CaseOpened', 'Escalated', 'StepFellDue', 'Responded', 'ResolutionProposed', 'Satisfied'] as const),
  ...(['CaseClosed', 'CaseReopened', 'Paused', 'Resumed', 'TrackChanged', 'MovedToRevision'] as const),
]);

function entryBody(view: CaseView, { event, name, textErased, fates }: Entry): Html {
  const { sheet, language } = view;
  const words = catalogue(language).casePage.conversation;
  const who = words.who({
    name,
    party: event.actor,
    isYou: event.by === sheet.reader.personId,
    ladder: event.by === 'ladder' ? (event.over === 'call' ? 'caller' : 'clocks') : undefined,
    onBehalf: event.onBehalfOf !== undefined,
  });
  const over = words.over[event.over ?? ''] ?? '';
  const text = 'text' in event ? event.text : undefined;
  return (
    <>
      {!FOLLOWING.has(event.type) && <p class="quiet small">{over === '' ? who : `${who}, ${over}`}</p>}
      {text !== undefined && text !== '' && <blockquote>{text}</blockquote>}
      {textErased && <p class="quiet">{words.erased}</p>}
      {fates.length > 0 && fatesOf(view, fates)}
    </>
  );
}

function fatesOf(view: CaseView, fates: Entry['fates']): Html {
  const { sheet, language } = view;
  const words = catalogue(language).casePage.conversation;
  const failed = fates.filter(({ state }) => state === 'failed').length;
  return (
    <details class="small">
      <summary>{words.told({ count: fates.length, failed })}</summary>
      <ul>
        {fates.map((fate) => (
          <li>
            {words.fate(fate, sheet.open.revision)}
            <div class="quiet">{became(view, fate)}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each thing that became of a message, with its instant, in their order. */
function became({ sheet, language, readerZone }: CaseView, fate: Entry['fates'][number]): Html {
  const { became: words } = catalogue(language).casePage.conversation;
  const { timeZone } = sheet.open.revision;
  const steps = [
    ['queued', fate.queuedAt],
    ['handedOver', fate.handedOverAt],
    ['delivered', fate.deliveredAt],
    ['answered', fate.answeredAt],
    [fate.state === 'overtaken' ? 'overtaken' : 'failed', fate.failedAt],
  ] as const;
  const known = steps.flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]));
  return (
    <>
      {known.map(({ name, at }, index) => (
        <>
          {index > 0 && ', '}
          {words[name]} {whenPart({ at, timeZone, readerZone, language })}
        </>
      ))}
    </>
  );
}
