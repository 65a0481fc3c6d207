import type { ComplianceView } from '../../app/views/compliance/compliance-view.ts';
import type { Demand, Proof } from '../../app/views/compliance/demands.ts';
import { dateAt, type Instant } from '../../core/instant.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Cell, PaperSection } from '../../render/paper/paper.ts';
import { tableOr } from './table-or.ts';

/** Each demand of the clause, whether it is met, and what shows it. */
export function demandSection(
  { agreed: { rules }, demands }: ComplianceView,
  language: Language,
): PaperSection {
  const { title, about, none, caption, columns, standings } = catalogue(language).compliance.demands;
  return {
    ...{ id: 'demands', title },
    blocks: [
      { is: 'text', words: about },
      tableOr(none, {
        caption,
        columns: [columns.demand, columns.standing, columns.proof],
        rows: demands.map(({ demand, standing, proof }) => [
          demandWords(demand, language),
          standings[standing],
          proofWords(proof, rules.timeZone, language),
        ]),
      }),
    ],
  };
}

/** A demand in a sentence. */
function demandWords(demand: Demand, language: Language): string {
  const { says, fields, sections } = catalogue(language).compliance.demands;
  switch (demand.is) {
    case 'levels':
      return says.levels({ count: demand.count });
    case 'contactFields':
      return says.contactFields({ names: demand.fields.map((field) => fields[field]) });
    case 'availability':
      return demand.isAlways ? says.allHours : says.businessHours;
    case 'posting':
      return demand.dueOn === undefined ? says.postingOpen : says.posting({ dueOn: demand.dueOn });
    case 'section':
      return says.section({ name: sections[demand.section] });
    case 'attestation':
    case 'longestAtLevel':
    case 'updateEvery':
      return says[demand.is]({ span: demand.span });
    case 'expedited':
    case 'reissue':
      return says[demand.is];
  }
}

/** What shows it; findings are named by their codes, which the page of findings explains. */
function proofWords(proof: Proof, timeZone: string, language: Language): Cell {
  const { proofs } = catalogue(language).compliance.demands;
  switch (proof.by) {
    case 'check':
      return checkWords(proof, timeZone, language);
    case 'erased':
      return proofs.erased({ numbers: proof.erased });
    case 'publication':
      return proofs.published({ doneOn: proof.doneOn });
    case 'obligation':
      return proofs.obligation({ title: proof.title, doneOn: proof.doneOn });
    case 'promises': {
      const of = proof.kept + proof.missed;
      return of === 0 ? proofs.noneEnded : proofs.kept({ done: proof.kept, of });
    }
    case 'attestation':
      return proofs.attested({ done: proof.current, of: proof.of });
    case 'today':
    case 'notInForce':
      return proofs[proof.by];
    case 'nothing':
      return proofs.elsewhere;
  }
}

/** What the check finds, and what the people in the seats have against it. */
function checkWords(proof: Extract<Proof, { by: 'check' }>, timeZone: string, language: Language): Cell {
  const { proofs, fields } = catalogue(language).compliance.demands;
  const { checked: numbers, found, empty, unreached, contacts } = proof;
  const on = (at: Instant): string => dateAt(at, timeZone);
  const people = [
    ...empty.map(({ level, from, until }) =>
      proofs.empty({ level, from: on(from), until: until === undefined ? undefined : on(until) }),
    ),
    ...unreached.map((level) => proofs.unreached({ level })),
    ...contacts.map(({ name, fields: lacking }) =>
      proofs.contact({ name, names: lacking.map((field) => fields[field]) }),
    ),
  ].join(' ');
  if (found.length === 0) return people === '' ? proofs.checked({ numbers }) : people;
  const codes = { text: found.join(', '), isCode: true } as const;
  return [`${proofs.found({ numbers })} `, codes, ...(people === '' ? [] : [`. ${people}`])];
}
