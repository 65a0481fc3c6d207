import { type Instant, parseInstant } from '../../src/core/instant.ts';
import type { Course } from '../../src/core/telephone/course.ts';

const at = (text: string): Instant => parseInstant(text) as Instant;
const COURSE: Course = {
  timeZone: 'America/Los_Angeles',
  asked: { level: 1, title: 'Warden', answerBy: at('2026-11-24T18:01:00Z') },
  moves: [
    { level: 2, title: 'Warden', at: at('2026-11-24T17:01:00Z'), actor: 'customer' },
    { level: 3, title: '', at: at('2026-11-25T17:01:30Z'), actor: 'ladder' },
    { level: 4, title: 'Obi', at: at('2026-11-26T17:01:00Z'), actor: 'oversight' },
  ],
};

/** What sentences of calls and texts are given in both shapes. */
export const TELEPHONE = {
  full: {
    ...{
      act: 'escalate',
      acts: ['ask', 'escalate', 'satisfied', 'notSatisfied'],
      came: 'call',
      from: 'Rhea',
      subject: 'Flood',
      contractTitle: 'Harbour lights',
      level: 2,
      key: '5',
      keys: ['1', '2'],
      pin: '482913',
      code: '48291300',
    },
    ...{ caseId: '100001', caseIds: ['100001', '100002'], titles: ['Vex', 'Obi'], number: '+12025550100' },
    ...{ rung: '+12025550177', isHidden: true, isUndone: true },
    ...{ title: 'Warden', text: '4711', name: 'Rhea', customerName: 'Agency of Kites' },
    ...{ course: COURSE, answerBy: COURSE.asked.answerBy, actor: 'contractor' },
  },
  bare: {
    ...{
      act: 'satisfied',
      acts: ['undoSatisfied'],
      came: 'mail',
      from: 'Rex',
      subject: 'Fire',
      contractTitle: 'Harbour lights',
      level: 3,
      key: '3',
      keys: ['3'],
      pin: '482913',
      code: '48291300',
    },
    ...{ caseId: '100001', caseIds: ['100001'], titles: ['Vex'], number: '+12025550100' },
    ...{ rung: '+12025550177', isHidden: false, isUndone: false },
    ...{ title: 'Obi', text: '', name: 'Rhea', customerName: 'Agency of Kites' },
    course: { ...COURSE, asked: { level: 1, title: '', answerBy: undefined }, moves: [] },
    ...{ answerBy: undefined, actor: 'ladder' },
  },
};
