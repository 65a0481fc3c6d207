import type { Instant } from '../../instant.ts';
import type { Party } from '../../plan/format/schema-values.ts';
import type { MailReader, MailWords } from '../mail.ts';
import { levelWords, partyWords, trackWords } from './case-parts.ts';
import { listed } from './dates.ts';
import {
  doer,
  fromWords,
  LevelWords,
  moment,
  nextWords,
  statedWords,
  typed,
  Whom,
  whom,
} from './mail-parts.ts';

type News = MailWords['news'];

const STAND_STILL = 'Acknowledging quiets these notices for a while; it stops no clock of the contract.';

/** What a contact at a contacted level is asked for. */
const asked = (reader: MailReader): readonly string[] => [
  `Acknowledge that you have it, and respond once you have an answer. ${STAND_STILL}`,
  ...nextWords(reader),
];

const CaseOpened: News['CaseOpened'] = (event, reader) => {
  const level = levelWords(1, reader.context);
  const stated = statedWords(event, { verb: 'began' }, reader);
  if (reader.audience === 'customer') {
    const byDesk = event.onBehalfOf === undefined ? '' : ` ${doer(event, reader)} opened it.`;
    const lead = [`Your case is open, and ${level} is contacted.${byDesk}`];
    return { subject: 'Case opened', lead: [...lead, ...nextWords(reader), ...stated] };
  }
  const track = trackWords(event.track, reader.context);
  const lead = `${doer(event, reader)} opened a case for ${reader.customerName}: ${track}. ${LevelWords(1, reader.context)} is contacted.`;
  return { subject: 'Case opened', lead: [lead, ...nextWords(reader), ...stated] };
};

const LevelContacted: News['LevelContacted'] = ({ level, contacts }, reader) => {
  const subject = `Level ${level} contacted`;
  const words = levelWords(level, reader.context);
  if (reader.audience === 'contractor' && reader.level === level) {
    const lead = `You are contacted at ${words}: ${reader.customerName} waits for your response.`;
    return { subject: `You are contacted at level ${level}`, lead: [lead, ...asked(reader)] };
  }
  const names = contacts.flatMap((one) => reader.name(one) ?? []);
  const who = names.length === 0 ? '' : `: ${listed(names)}`;
  return {
    subject,
    lead: [`${LevelWords(level, reader.context)} is contacted${who}.`, ...nextWords(reader)],
  };
};

const StepWarned: News['StepWarned'] = ({ level, actor, stepDueAt, step, condition }, reader) => {
  const what = `may contact ${levelWords(level, reader.context)} from ${fromWords(stepDueAt, reader)}`;
  const steps = reader.context.tracks[step.split('/')[0] ?? '']?.steps ?? [];
  const waitedOn = steps.find((one) => one.level === level)?.when[condition];
  const unless =
    waitedOn?.kind === 'unsatisfied'
      ? 'That does not happen if the customer says before then that it is satisfied.'
      : 'A response before then keeps this step from falling due.';
  return { subject: `Level ${level} will be open soon`, lead: [`${Whom(actor, reader)} ${what}.`, unless] };
};

/** Since when, where that is not now. */
const since = (
  event: { readonly dueAt: Instant; readonly latenessMs: number },
  reader: MailReader,
): string => (event.latenessMs < 60_000 ? '' : ` That has been so since ${moment(event.dueAt, reader)}.`);

const mayNow = (actor: Party, level: number, reader: MailReader): string =>
  `${Whom(actor, reader)} may contact ${levelWords(level, reader.context)} now.`;

/** Whether a step can still be taken: an automatic move may have been made in the very same decision. */
const isDue = (level: number, { waiting }: MailReader): boolean =>
  waiting.due.some((step) => step.level === level);

const StepFellDue: News['StepFellDue'] = (event, reader) => {
  const { level, actor } = event;
  const why =
    event.conditionKind === 'unsatisfied'
      ? 'The matter was not settled in time.'
      : 'There was no response in time.';
  if (!isDue(level, reader)) {
    return {
      subject: `The step to level ${level} fell due`,
      lead: [`The step to ${levelWords(level, reader.context)} fell due. ${why}`, ...nextWords(reader)],
    };
  }
  const lead = [`${mayNow(actor, level, reader)} ${why}${since(event, reader)}`];
  const ends =
    actor === reader.audience ? 'you take or decline it' : `${whom(actor, reader)} takes or declines it`;
  const keeps = `The step stays due, whatever is answered from now on, until ${ends}, a higher level is contacted, or the case closes.`;
  return { subject: `Level ${level} may be contacted now`, lead: [...lead, keeps] };
};

const StepWithdrawn: News['StepWithdrawn'] = ({ level }, reader) => ({
  subject: `Level ${level} is not due after all`,
  lead: [
    `The step to ${levelWords(level, reader.context)} is withdrawn: a response had been received before its time was up, and was handled after it.`,
    ...nextWords(reader),
  ],
});

const StepDeclined: News['StepDeclined'] = (event, reader) => ({
  subject: `Level ${event.level} is not contacted for now`,
  lead: [
    `${doer(event, reader)} declined to contact ${levelWords(event.level, reader.context)}: ${typed(event.reason)}`,
    `${Whom(event.actor, reader)} may still contact it later.`,
    ...nextWords(reader),
  ],
});

const StepPassed: News['StepPassed'] = (event, reader) => {
  const { level } = event;
  const why = `${Whom(event.actor, reader)} did not take the step in time.`;
  if (!isDue(level, reader)) {
    const lead = `The step to ${levelWords(level, reader.context)} passed to ${whom(event.to, reader)}. ${why}`;
    return { subject: `The step to level ${level} passed on`, lead: [lead, ...nextWords(reader)] };
  }
  return {
    subject: `Level ${level} may be contacted now`,
    lead: [`${mayNow(event.to, level, reader)} ${why}${since(event, reader)}`],
  };
};

const Escalated: News['Escalated'] = (event, reader) => {
  const words = levelWords(event.level, reader.context);
  const early = event.early === undefined ? '' : ` It came before its time: ${typed(event.early)}`;
  const asks =
    reader.audience === 'contractor'
      ? [`${reader.customerName} waits for a response.`]
      : ['Whoever is reached there owes a response.'];
  return {
    subject: `Moved to level ${event.level}`,
    lead: [
      `${doer(event, reader)} moved the case to ${words}.${early} ${asks}`,
      ...nextWords(reader),
      ...statedWords(event, { verb: 'happened' }, reader),
    ],
  };
};

/** Who is to answer an ask that went to every level contacted. */
const owes = ({ audience, level, context }: MailReader): string =>
  audience === 'contractor' && level !== undefined
    ? `You owe a response at ${levelWords(level, context)}, as does every level contacted so far.`
    : 'Every level contacted so far owes a response.';

/** The customer wants an answer, again. */
const again =
  (subject: string, says: string): News['CustomerAsked'] & News['NotSatisfied'] =>
  (event, reader) => {
    const rest = reader.audience === 'contractor' ? asked(reader) : nextWords(reader);
    const stated = statedWords(event, { verb: 'was asked' }, reader);
    return { subject, lead: [`${doer(event, reader)} ${says} ${owes(reader)}`, ...rest, ...stated] };
  };

/** Opening, steps, moves and asks. */
export const stepNews: Pick<
  News,
  | ('CaseOpened' | 'LevelContacted' | 'StepWarned' | 'StepFellDue' | 'StepWithdrawn' | 'StepDeclined')
  | ('StepPassed' | 'Escalated' | 'CustomerAsked' | 'NotSatisfied' | 'CaseReopened' | 'CustomerReminded')
> = {
  CaseOpened,
  LevelContacted,
  StepWarned,
  StepFellDue,
  StepWithdrawn,
  StepDeclined,
  StepPassed,
  Escalated,
  CustomerAsked: again('Asked again', 'asked again.'),
  NotSatisfied: again('Not satisfied', 'said that the matter is not settled.'),
  CaseReopened: (event, reader) => ({
    subject: 'Case open again',
    lead: [
      `${doer(event, reader)} reopened the case. Its clocks run on from where they stood, and every level contacted is asked anew.`,
      ...(reader.audience === 'contractor' ? asked(reader) : nextWords(reader)),
    ],
  }),
  CustomerReminded: ({ reminder }, reader) => ({
    subject: `A proposal waits for ${reader.audience === 'customer' ? 'your word' : "the customer's word"}`,
    lead: [
      `The contractor proposed a resolution. Only ${reader.audience === 'customer' ? 'you' : 'the customer'} can say whether it settles the matter.`,
      `This is reminder ${reminder} of 3. Without an answer, ${partyWords('oversight')} may close the case.`,
    ],
  }),
};
