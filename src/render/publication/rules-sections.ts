import { catalogue, type Language } from '../../core/message/catalogue.ts';
import { dueOn } from '../../core/plan/asked/obligation-due.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import { type PaperSection, saysSomething } from '../paper/paper.ts';
import { limitWords, writtenLimit } from './plan-words.ts';

interface RulesOfPlan {
  readonly language: Language;
  readonly rules: Revision;
  readonly written: Plan;
}

/** Pauses, reopening, closing, changes of contacts, acknowledgements: what holds on every track. */
export function rulesSection({ language, rules, written }: RulesOfPlan): PaperSection {
  const words = catalogue(language).planPage.rules;
  const { pauses, closeWhenSilentFor, acknowledgedForMs } = rules;
  const { reopening, contactChanges } = written;
  const limit = (span: string, calendar: string | undefined): string =>
    writtenLimit(rules, { span, calendar }, language);
  const facts = [
    {
      name: words.pauses,
      value: pauses
        ? words.pausesSay({ longest: limitWords(rules, pauses, language), reasons: pauses.reasons })
        : words.noPauses,
    },
    {
      name: words.reopening,
      value: reopening?.within
        ? words.reopeningSays({ within: limit(reopening.within, reopening.calendar) })
        : words.noReopening,
    },
    {
      name: words.closing,
      value: closeWhenSilentFor
        ? words.closingSays({ silentFor: limitWords(rules, closeWhenSilentFor, language) })
        : words.noClosing,
    },
    {
      name: words.acknowledgement,
      value: words.acknowledgementSays({ span: { unit: 'time', ms: acknowledgedForMs } }),
    },
    {
      name: words.changes,
      value:
        contactChanges?.agreedWithin === undefined
          ? ''
          : words.changesSay({ within: limit(contactChanges.agreedWithin, contactChanges.calendar) }),
    },
  ].filter(({ value }) => saysSomething(value));
  return { id: 'rules', title: words.title, blocks: [{ is: 'facts', facts }] };
}

/** Who does what, as the plan has it. */
export function rolesSection({ language, written }: RulesOfPlan): PaperSection {
  const { roles: words, party: partyWords } = catalogue(language).planPage;
  const { roles = [] } = written;
  if (roles.length === 0)
    return { id: 'roles', title: words.title, blocks: [{ is: 'text', words: words.none }] };
  return {
    id: 'roles',
    title: words.title,
    blocks: [
      {
        is: 'table',
        caption: words.title,
        isCaptionHidden: true,
        columns: [words.columns.role, words.columns.party, words.columns.does],
        rows: roles.map(({ role = '', party, does = [] }) => [
          role,
          party ? partyWords(party) : '',
          { list: does },
        ]),
      },
    ],
  };
}

/** Milestones, deliverables and commitments, by when, and who owes and accepts them. */
export function obligationsSection({ language, written }: RulesOfPlan): PaperSection {
  const { obligations: words, party: partyWords } = catalogue(language).planPage;
  const { obligations = [] } = written;
  const { title, columns } = words;
  if (obligations.length === 0)
    return { id: 'obligations', title, blocks: [{ is: 'text', words: words.none }] };
  return {
    id: 'obligations',
    title,
    blocks: [
      { is: 'text', words: words.about },
      {
        is: 'table',
        caption: title,
        isCaptionHidden: true,
        columns: [columns.what, columns.kind, columns.due, columns.owner, columns.acceptedBy],
        rows: obligations.map(({ id = '', title: name = id, kind, due, owner, acceptedBy }) => [
          name,
          kind ? words.kinds[kind] : '',
          due === undefined ? words.unsaid : words.due({ due, on: dueOn(written, due) }),
          owner ? partyWords(owner) : words.unsaid,
          acceptedBy ? partyWords(acceptedBy) : '',
        ]),
      },
    ],
  };
}
