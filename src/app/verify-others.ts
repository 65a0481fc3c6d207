import { attestationDeadlinesByName } from '../core/attestation/deadlines.ts';
import type { AttestationEvent } from '../core/attestation/event.ts';
import { evolveAttestation } from '../core/attestation/evolve.ts';
import { type AttestationState, noAttestation } from '../core/attestation/state.ts';
import { type ContactChange, type ContactEvent, evolveContact } from '../core/contact/contact-change.ts';
import type { ReportEvent } from '../core/contact-report/event.ts';
import { evolveReport, noReport, type ReportState, reportDeadlines } from '../core/contact-report/state.ts';
import type { DrillEvent } from '../core/drill/event.ts';
import { type DrillState, drillDeadlines, evolveDrill, noDrill } from '../core/drill/state.ts';
import type { Instant } from '../core/instant.ts';
import { obligationDeadlinesByName } from '../core/obligation/deadlines.ts';
import type { ObligationEvent } from '../core/obligation/event.ts';
import { evolveObligation } from '../core/obligation/evolve.ts';
import { noObligation, type ObligationState } from '../core/obligation/state.ts';
import { wholeEvent } from '../core/plain-event.ts';
import { evolveRules, type RulesEvent, type RulesState, USUAL_RULES } from '../core/reach/rules-event.ts';
import { isSameJson } from '../core/same-json.ts';
import type { FillingEvent } from '../core/seat/event.ts';
import { evolveFilling, type FillingState, fillingDeadlines, noFilling } from '../core/seat/state.ts';
import { attestationIn } from './ports/attestations.ts';
import { reportIn } from './ports/contact-reports.ts';
import { isContactChange } from './ports/contacts.ts';
import { drillIn } from './ports/drills.ts';
import { areNoticeRules } from './ports/notice-rules.ts';
import { obligationIn } from './ports/obligations.ts';
import type { KeptCase, KeptEvent } from './ports/record.ts';
import { fillingIn } from './ports/seat-fillings.ts';
import type { CaseKey } from './ports/store.ts';

/** A chain of the record that is no case's, while its events pass by. */
export interface OtherChain {
  /** Takes the next event, and says what it is; what cannot be understood throws. */
  take(event: Pick<KeptEvent, 'body'>): { readonly type: string; readonly at: Instant };
  /** What of its row is not what its events lead to; undefined where all of it is. */
  unlike(row: KeptCase): 'state' | 'deadlines' | undefined;
}

/** How one kind of them is played. */
interface Play<S extends { readonly status: string } | undefined, E> {
  readonly initial: S;
  readonly evolve: (state: S, event: E) => S;
  /** What of the state lies in its row; all of it where this is not said. */
  readonly kept?: (state: S) => unknown;
  readonly deadlines: (state: S) => Readonly<Record<string, Instant>>;
}

const OBLIGATION: Play<ObligationState, ObligationEvent> = {
  initial: noObligation,
  evolve: evolveObligation,
  deadlines: obligationDeadlinesByName,
};
const ATTESTATION: Play<AttestationState, AttestationEvent> = {
  initial: noAttestation,
  evolve: evolveAttestation,
  deadlines: attestationDeadlinesByName,
};
const CONTACT_CHANGE: Play<ContactChange | undefined, ContactEvent> = {
  initial: undefined,
  evolve: evolveContact,
  kept: (change) => change && { personId: change.personId, field: change.field },
  deadlines: () => ({}),
};

const REPORT: Play<ReportState, ReportEvent> = {
  initial: noReport,
  evolve: evolveReport,
  deadlines: reportDeadlines,
};

const FILLING: Play<FillingState, FillingEvent> = {
  initial: noFilling,
  evolve: evolveFilling,
  deadlines: fillingDeadlines,
};

const NOTICE_RULES: Play<RulesState, RulesEvent> = {
  initial: USUAL_RULES,
  evolve: evolveRules,
  deadlines: () => ({}),
};

const DRILL: Play<DrillState, DrillEvent> = {
  initial: noDrill,
  evolve: evolveDrill,
  deadlines: drillDeadlines,
};

/** The chain that a name in the record is of; undefined where it is a case's. */
export function otherChain(key: CaseKey): OtherChain | undefined {
  if (obligationIn(key)) return played(OBLIGATION);
  if (isContactChange(key)) return played(CONTACT_CHANGE);
  if (areNoticeRules(key)) return played(NOTICE_RULES);
  if (reportIn(key)) return played(REPORT);
  if (fillingIn(key)) return played(FILLING);
  if (drillIn(key)) return played(DRILL);
  return attestationIn(key) && played(ATTESTATION);
}

function played<
  S extends { readonly status: string } | undefined,
  E extends { readonly type: string; readonly at: Instant },
>({ initial, evolve, kept = (state) => state, deadlines }: Play<S, E>): OtherChain {
  let state = initial;
  return {
    take: ({ body }) => {
      const event = wholeEvent(body) as unknown as E;
      state = evolve(state, event);
      return event;
    },
    unlike: (row) => {
      if (state?.status !== row.status || !isSameJson(row.state, kept(state))) return 'state';
      const due = deadlines(state);
      const instants = Object.values(due);
      const next = instants.length === 0 ? undefined : Math.min(...instants);
      return isSameJson(row.deadlines, due) && row.nextDueAt === next ? undefined : 'deadlines';
    },
  };
}
