import type { RecordWords } from '../record.ts';

interface OfCase {
  readonly contract: string;
  readonly caseId: string;
}
const ofCase = ({ contract, caseId }: OfCase): string => `case ${caseId} of contract ${contract}`;
const ofEvent = ({ event, ...key }: OfCase & { readonly event: number }): string =>
  `event ${event} of ${ofCase(key)}`;
const ofRevision = ({
  contract,
  revision,
}: {
  readonly contract: string;
  readonly revision: number;
}): string => `revision ${revision} of contract ${contract}`;

const ofDraft = ({ contract, draft }: { readonly contract: string; readonly draft: number }): string =>
  `draft ${draft} of contract ${contract}`;

const KEEP =
  'Keep this database and the latest backups as they are, and compare with the checkpoints that oversight has.';
const REBUILD =
  'The events hold, and they are what counts; tell those who run the database, for no version of Ladder writes this.';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What each break of the record means. */
export const recordBreaks: RecordWords['breaks'] = {
  'record-checkpoint-missing': ({ checkpoint }) => ({
    message: `Checkpoint ${checkpoint} is missing: somebody took it out of the database.`,
    advice: KEEP,
  }),
  'record-checkpoint-dropped': ({ checkpoint, last }) => ({
    message: `Checkpoint ${checkpoint}, which you hold, is not in this database, whose last is ${last}: what was recorded after it was cut off, or an old copy was put in its place.`,
    advice: KEEP,
  }),
  'record-checkpoint-unlike': ({ checkpoint }) => ({
    message: `Checkpoint ${checkpoint} in this database is not the one you hold: the record was written anew after yours was signed.`,
    advice: KEEP,
  }),
  'record-checkpoint-changed': ({ checkpoint }) => ({
    message: `Checkpoint ${checkpoint} no longer says what its digest was made of: it was edited.`,
    advice: KEEP,
  }),
  'record-checkpoint-unsigned': ({ checkpoint }) => ({
    message: `The signature of checkpoint ${checkpoint} does not fit what it says.`,
    advice: KEEP,
  }),
  'record-checkpoint-key-unknown': ({ checkpoint, publicKey }) => ({
    message: `Checkpoint ${checkpoint} is signed with the key ${publicKey}, which is not this installation's.`,
    advice:
      'Where the secret was changed on purpose, name a checkpoint of that time that oversight kept: --against FILE',
  }),
  'record-checkpoint-chain': ({ checkpoint }) => ({
    message: `Checkpoint ${checkpoint} does not follow from the one before it: one of the two was made anew.`,
    advice: KEEP,
  }),
  'record-checkpoint-list': ({ checkpoint }) => ({
    message: `The cases listed at checkpoint ${checkpoint} are not those that were signed.`,
    advice: KEEP,
  }),
  'record-checkpoint-counts': ({ checkpoint, cases, events }) => ({
    message: `Checkpoint ${checkpoint} speaks of other numbers than the ${cases} cases and ${events} events that were listed up to it.`,
    advice: KEEP,
  }),
  'record-case-dropped': ({ checkpoint, events, ...key }) => ({
    message: `${capital(ofCase(key))} is gone: checkpoint ${checkpoint} found it with ${events} events.`,
    advice: KEEP,
  }),
  'record-case-without-events': (key) => ({
    message: `${capital(ofCase(key))} has not one event.`,
    advice: KEEP,
  }),
  'record-case-without-row': (key) => ({
    message: `${capital(ofCase(key))} has events, and the case itself is gone.`,
    advice: KEEP,
  }),
  'record-tail-cut': ({ checkpoint, events, ...at }) => ({
    message: `${capital(ofEvent(at))} is gone, with all that followed: checkpoint ${checkpoint} found ${events} events.`,
    advice: KEEP,
  }),
  'record-head-unlike': ({ checkpoint, ...at }) => ({
    message: `${capital(ofEvent(at))}, or one before it, was written anew after checkpoint ${checkpoint} was signed.`,
    advice: KEEP,
  }),
  'record-head-without-checkpoint': ({ checkpoint, ...key }) => ({
    message: `${capital(ofCase(key))} is listed at checkpoint ${checkpoint}, which is gone.`,
    advice: KEEP,
  }),
  'record-event-missing': (at) => ({ message: `${capital(ofEvent(at))} is missing.`, advice: KEEP }),
  'record-event-changed': (at) => ({
    message: `${capital(ofEvent(at))} is not what was recorded: it was edited, or put in another's place.`,
    advice: KEEP,
  }),
  'record-event-columns-unlike': (at) => ({
    message: `${capital(ofEvent(at))} is filed under another type or instant than it has.`,
    advice: KEEP,
  }),
  'record-event-not-understood': ({ reason, ...at }) => ({
    message: `${capital(ofEvent(at))} cannot be read (${reason}).`,
    advice:
      'Run the version of Ladder that this database belongs to; if it was that one, somebody forged the event.',
  }),
  'record-revision-missing': ({ revision, ...at }) => ({
    message: `${capital(ofEvent(at))} runs on revision ${revision} of the plan, which is gone.`,
    advice: KEEP,
  }),
  'record-revision-changed': (of) => ({
    message: `The rules of ${ofRevision(of)} were changed: they are not what its digest was made over.`,
    advice: KEEP,
  }),
  'record-revision-value-changed': ({ path, ...of }) => ({
    message: `What ${ofRevision(of)} says under ${path} was changed.`,
    advice: KEEP,
  }),
  'record-revision-value-missing': ({ path, ...of }) => ({
    message: `What ${ofRevision(of)} said under ${path} is gone, and nothing says that it was erased.`,
    advice: KEEP,
  }),
  'record-draft-event-missing': ({ event, ...of }) => ({
    message: `Event ${event} of ${ofDraft(of)} is missing: somebody took it out of the database.`,
    advice: KEEP,
  }),
  'record-draft-event-changed': ({ event, ...of }) => ({
    message: `Event ${event} of ${ofDraft(of)} no longer says what its digest was made of: it was edited.`,
    advice: KEEP,
  }),
  'record-draft-text-changed': ({ event, ...of }) => ({
    message: `What was typed at event ${event} of ${ofDraft(of)} is not what was recorded, or is gone without a trace.`,
    advice: KEEP,
  }),
  'record-draft-row-unlike': (of) => ({
    message: `What is kept about ${ofDraft(of)} is not what its events make of it.`,
    advice: KEEP,
  }),
  'record-draft-revision-unlike': ({ revision, ...of }) => ({
    message: `The rules that ${ofDraft(of)} came to are not those of revision ${revision}.`,
    advice: KEEP,
  }),
  'record-rota-event-missing': ({ contract, event }) => ({
    message: `Event ${event} of the changes to the rotas of ${contract} is missing: somebody took it out of the database.`,
    advice: KEEP,
  }),
  'record-rota-event-changed': ({ contract, event }) => ({
    message: `Event ${event} of the changes to the rotas of ${contract} no longer says what its digest was made of: it was edited.`,
    advice: KEEP,
  }),
  'record-rota-row-unlike': ({ contract }) => ({
    message: `What is kept about the rotas of ${contract} is not what the record of their changes comes to.`,
    advice: KEEP,
  }),
  'record-text-missing': (at) => ({
    message: `The text of ${ofEvent(at)} is gone, and nothing says that it was erased.`,
    advice: KEEP,
  }),
  'record-text-changed': (at) => ({
    message: `The text of ${ofEvent(at)} is not what was typed.`,
    advice: KEEP,
  }),
  'record-text-surplus': (at) => ({
    message: `${capital(ofEvent(at))} has a text beside it, and was recorded without one.`,
    advice: KEEP,
  }),
  'record-file-missing': (at) => ({
    message: `The file of ${ofEvent(at)} is gone, and nothing says that it was erased.`,
    advice: KEEP,
  }),
  'record-file-changed': (at) => ({
    message: `The file of ${ofEvent(at)} is not what was attached.`,
    advice: KEEP,
  }),
  'record-case-head-unlike': ({ events, found, ...key }) => ({
    message: `${capital(ofCase(key))} should end with event ${events} as the case has it; found are ${found}, or others.`,
    advice: KEEP,
  }),
  'record-case-state-unlike': (key) => ({
    message: `${capital(ofCase(key))} stands otherwise than its events lead to.`,
    advice: REBUILD,
  }),
  'record-case-deadlines-unlike': (key) => ({
    message: `${capital(ofCase(key))} has other deadlines than its events lead to.`,
    advice: REBUILD,
  }),
};
