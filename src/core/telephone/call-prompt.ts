import type { Language } from '../message/catalogue.ts';
import type { Conversation, Facts, Turn } from './conversation.ts';
import { plainly, type Said, say } from './said.ts';

/** The language that is offered beside the one that is spoken. */
export const OTHER: Readonly<Record<Language, Language>> = { en: 'es', es: 'en' };

/** The end of a call. */
export const over = (now: Conversation, said: readonly Said[]): Turn => ({
  conversation: { ...now, place: 'over' },
  said,
  next: { wait: 'hangUp' },
});

/** What is asked at a place, after what is to be said before. */
export function prompt(now: Conversation, facts: Facts, first: readonly Said[] = []): Turn {
  const keys = (said: readonly Said[], max: number | 'untilPound' = 1): Turn => ({
    conversation: now,
    said: [...first, ...said],
    next: { wait: 'keys', max },
  });
  switch (now.place) {
    case 'menu':
      return keys(menuWords(now, facts));
    case 'contract':
      return keys(
        facts.contracts.map(({ title }, index) => say('chooseContract', { key: index + 1, title })),
      );
    case 'track': {
      const { tracks = [] } = facts.contracts.find(({ contract }) => contract === now.contract) ?? {};
      return keys(tracks.map(({ title }, index) => say('chooseTrack', { key: index + 1, title })));
    }
    case 'person': {
      const { name = '', customerName = '' } = facts.likely ?? {};
      return keys([say('confirmPerson', { name, customerName })]);
    }
    case 'code':
      return keys(plainly('enterCode'), 'untilPound');
    case 'description':
      return { conversation: now, said: [...first, ...plainly('describe')], next: SPEECH };
    case 'afterOpening':
      return keys(plainly('afterOpening'));
    case 'afterHeld':
      return keys(plainly('afterHeld'));
    case 'caseNumber':
      return keys(plainly('enterCase'), 'untilPound');
    case 'pin':
      return keys(plainly('enterPin'), 'untilPound');
    case 'case':
      return keys(caseWords(now));
    case 'sure':
      return keys(sureWords(now));
    case 'message':
      return { conversation: now, said: [...first, ...plainly('leaveMessage')], next: SPEECH };
    case 'connecting':
    case 'over':
      return over(now, first);
  }
}

/** So long somebody may speak. */
export const SPEECH = { wait: 'speech', secondsMax: 120 } as const;

function menuWords({ language, misses }: Conversation, { contracts }: Facts): readonly Said[] {
  const title = contracts.length === 1 ? contracts[0]?.title : undefined;
  const greeting = misses === 0 ? [say('greeting', { title })] : [];
  return [...greeting, { ...say('otherLanguage', {}), language: OTHER[language] }, ...plainly('menu')];
}

/** What stands at which key of a case, as in every notice: an old habit never does something else. */
export const CASE_KEYS = {
  ask: '2',
  satisfied: '3',
  notSatisfied: '4',
  escalate: '5',
  undoSatisfied: '6',
  again: '9',
  connect: '0',
} as const;

function caseWords({ offer }: Conversation): readonly Said[] {
  if (!offer) return [];
  const { caseId, stands, moves, acts } = offer;
  const [level] = moves;
  return [
    say('stands', { caseId, text: stands }),
    ...(acts.includes('ask') ? plainly('mayAsk') : []),
    ...(level === undefined ? [] : [say('mayMove', { level })]),
    ...(acts.includes('satisfied') ? plainly('maySettle') : []),
    ...(acts.includes('undoSatisfied') ? plainly('mayUndo') : []),
    ...plainly('mayConnect'),
  ];
}

function sureWords({ offer, meant }: Conversation): readonly Said[] {
  const caseId = offer?.caseId ?? '';
  return meant?.level === undefined
    ? [say('sureSatisfied', { caseId })]
    : [say('sureMove', { caseId, level: meant.level })];
}
