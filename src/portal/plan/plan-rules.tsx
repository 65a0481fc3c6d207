import { dueOn } from '../../app/views/plan/obligation-due.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Plan } from '../../core/plan/format/schema.ts';
import type { Revision } from '../../core/plan/revision/revision.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { summaryList, table } from '../parts/lists.tsx';
import { limitWords, writtenLimit } from './plan-words.ts';

interface RulesOfPlan {
  readonly language: Language;
  readonly rules: Revision;
  readonly written: Plan;
}

/** Pauses, reopening, closing, changes of contacts, acknowledgements: what holds on every track. */
export function rulesSection({ language, rules, written }: RulesOfPlan): Html {
  const words = catalogue(language).planPage.rules;
  const { pauses, closeWhenSilentFor, acknowledgedForMs } = rules;
  const { reopening, contactChanges } = written;
  return (
    <section>
      <h2 id="rules">{words.title}</h2>
      {summaryList([
        {
          name: words.pauses,
          value: pauses
            ? words.pausesSay({ longest: limitWords(rules, pauses, language), reasons: pauses.reasons })
            : words.noPauses,
        },
        {
          name: words.reopening,
          value: reopening?.within
            ? words.reopeningSays({
                within: writtenLimit(
                  rules,
                  { span: reopening.within, calendar: reopening.calendar },
                  language,
                ),
              })
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
            contactChanges?.agreedWithin &&
            words.changesSay({
              within: writtenLimit(
                rules,
                { span: contactChanges.agreedWithin, calendar: contactChanges.calendar },
                language,
              ),
            }),
        },
      ])}
    </section>
  );
}

/** Who does what, as the plan has it. */
export function rolesSection({ language, written }: RulesOfPlan): Html {
  const { roles: words, party: partyWords } = catalogue(language).planPage;
  const { roles = [] } = written;
  return (
    <section>
      <h2 id="roles">{words.title}</h2>
      {roles.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        table({
          caption: words.title,
          isCaptionHidden: true,
          columns: [words.columns.role, words.columns.party, words.columns.does].map((title) => ({ title })),
          rows: roles.map(({ role = '', party, does = [] }) => [
            role,
            party ? partyWords(party) : '',
            <ul>
              {does.map((one) => (
                <li>{one}</li>
              ))}
            </ul>,
          ]),
        })
      )}
    </section>
  );
}

/** Milestones, deliverables and commitments, by when, and who owes and accepts them. */
export function obligationsSection({ language, written }: RulesOfPlan): Html {
  const { obligations: words, party: partyWords } = catalogue(language).planPage;
  const { obligations = [] } = written;
  const { columns } = words;
  return (
    <section>
      <h2 id="obligations">{words.title}</h2>
      {obligations.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.about}</p>
          {table({
            caption: words.title,
            isCaptionHidden: true,
            columns: [columns.what, columns.kind, columns.due, columns.owner, columns.acceptedBy].map(
              (title) => ({ title }),
            ),
            rows: obligations.map(({ id = '', title = id, kind, due, owner, acceptedBy }) => [
              title,
              kind ? words.kinds[kind] : '',
              due === undefined ? words.unsaid : words.due({ due, on: dueOn(written, due) }),
              owner ? partyWords(owner) : words.unsaid,
              acceptedBy ? partyWords(acceptedBy) : '',
            ]),
          })}
        </>
      )}
    </section>
  );
}
