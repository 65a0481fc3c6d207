import type { CaseAct, NoticeAct } from '../../telephone/said.ts';
import { telephone as grouped } from '../on-clocks.ts';
import type { TelephoneWords, TextSayings } from '../telephone.ts';
import { courseAsked, courseMove, courseText } from './course.ts';
import { listed } from './dates.ts';

/** Digits one by one, as they are read aloud. */
/** A number digit by digit, as it is spoken. */
export const spelt = (digits: string): string => [...digits].join(', ');

const DONE: Readonly<Record<CaseAct | NoticeAct, (level: number | undefined) => string>> = {
  ask: () => 'It is recorded that you ask again. Everybody contacted so far is told.',
  escalate: (level) => `The case has gone on to level ${level}, which is being told now.`,
  satisfied: () =>
    'It is recorded that you are satisfied, and the case is closed. For 24 hours you can undo that.',
  notSatisfied: () => 'It is recorded that you are not satisfied. Everybody contacted so far is told.',
  undoSatisfied: () => 'That is undone: the case runs on as if you had not said it.',
  acknowledge: () => 'It is recorded that you have the case. The customer still waits for an answer.',
  respond: () => 'Your answer is recorded and the customer is told.',
};

const KEYS: Readonly<Record<NoticeAct, (level: number | undefined) => string>> = {
  acknowledge: () => 'to say that you have it',
  respond: () => 'to answer the customer',
  satisfied: () => 'to say that you are satisfied',
  notSatisfied: () => 'to say that you are not satisfied',
  escalate: (level) => `to go on to level ${level}`,
  undoSatisfied: () => 'to undo that you are satisfied',
};

const call: TelephoneWords['call'] = {
  greeting: ({ title }) =>
    title === undefined
      ? 'You have reached the escalation line.'
      : `You have reached the escalation line of ${title}.`,
  menu: () =>
    'To open a case, press 1. If you have the number of a case and its PIN, press 2. To speak with whoever is on duty, press 3.',
  otherLanguage: () => 'For English, press 9.',
  chooseContract: ({ key, title }) => `For ${title}, press ${key}.`,
  chooseTrack: ({ key, title }) => `For ${title}, press ${key}.`,
  confirmPerson: ({ name, customerName }) =>
    `Your number is on file for ${name}, of ${customerName}. To open the case for them, press 1. Otherwise, press 2.`,
  enterCode: () =>
    'Please enter the eight digits of your customer code. If you do not have it, press 0 and the pound key.',
  codeUnknown: () => 'No customer has that code.',
  describe: () =>
    'After the tone, say what is wrong and how you are called. When you are done, press the pound key.',
  opened: ({ caseId, pin }) => `Your case is open. Its number is ${spelt(caseId)}. Its PIN is ${pin}.`,
  openedAgain: ({ caseId, pin }) =>
    `Once more: number ${spelt(caseId)}, PIN ${pin}. With both, anybody can ring or text about the case.`,
  courseAsked,
  courseMove,
  courseEnds: () => 'Those times hold if nobody answers.',
  afterOpening: () =>
    'To hear all of this again, press 9. To speak with whoever is on duty, press 1. To hear what you can do with the case, press 2. Otherwise you can hang up.',
  held: () =>
    'We could not tell for whom this case is. What you said is with the desk, which opens the case and calls you back. No case is open yet.',
  heldTooMany: () =>
    'So many cases have been opened in this way within the hour that this one waits for the desk, which opens it and calls you back. No case is open yet.',
  heldNoSpeaker: () =>
    'We know for which customer this case is, but not who of them you are. What you said is with the desk, which opens the case and calls you back. No case is open yet.',
  heldRefused: ({ text }) =>
    `The case could not be opened now. ${text} What you said is with the desk, which sees to it and calls you back. No case is open yet.`,
  heldFull: () =>
    'The desk has more waiting than it can take. What you said could not be kept. Please speak with whoever is on duty.',
  afterHeld: () => 'To speak with whoever is on duty now, press 1. Otherwise you can hang up.',
  notOpened: ({ text }) => `The case could not be opened. ${text}`,
  nothingOpen: () => 'No plan is in force here, so no case can be opened by telephone.',
  enterCase: () => 'Please enter the number of the case, and then the pound key.',
  enterPin: () => 'Please enter its PIN, and then the pound key.',
  wrongPin: () => 'That number and that PIN do not belong together.',
  tooManyWrong: () => 'That was wrong too often.',
  notHeard: () => 'No PIN is heard from your number for up to an hour. The case itself runs on.',
  lineLocked: () =>
    'For this case too many wrong PINs were entered. Its telephone line is closed for up to an hour. The case itself runs on, and its page and mails work as before.',
  stands: ({ caseId, text }) => `Case ${spelt(caseId)}. ${text}`,
  mayMove: ({ level }) => `To go on to level ${level}, press 5.`,
  mayAsk: () => 'To ask again, press 2.',
  maySettle: () => 'If you are satisfied, press 3. If you are not satisfied, press 4.',
  mayUndo: () => 'To undo that you are satisfied, press 6.',
  mayConnect: () => 'To speak with whoever is on duty, press 0. To hear this again, press 9.',
  sureSatisfied: ({ caseId }) =>
    `You are satisfied, and case ${spelt(caseId)} is closed. If that is so, press 1. If not, press 2.`,
  sureMove: ({ caseId, level }) =>
    `Case ${spelt(caseId)} goes on to level ${level}. If that is so, press 1. If not, press 2.`,
  done: ({ act, level }) => DONE[act](level),
  refused: ({ text }) => `That was not done. ${text}`,
  connecting: () => 'Please hold the line.',
  nobodyThere: () => 'Nobody could be reached.',
  whisper: ({ caseId, title }) =>
    `A customer of ${title} calls${caseId === undefined ? '' : ` about case ${spelt(caseId)}`}. To take the call, press 1.`,
  joined: () => 'You are being connected.',
  leaveMessage: () => 'After the tone, leave a message. When you are done, press the pound key.',
  messageKept: () => 'Your message is kept, and those on duty are told of it.',
  messageLost: () => 'Your message could not be kept.',
  notUnderstood: () => 'That was none of the keys.',
  tooMany: () => 'Too many calls have come from your number. Please try again in an hour.',
  goodbye: () => 'Goodbye.',
  noticeFor: ({ name }) => `This is Ladder, with a notice for ${name}.`,
  noticeKey: ({ key, act, level }) => `Press ${key} ${KEYS[act](level)}.`,
  noticeSure: ({ act, level }) => `Press 1 ${KEYS[act](level)}. Press 2 if that is not what you want.`,
  noticeAgain: () => 'Press 9 to hear this again.',
  noticePassed: () => 'What this call was about has changed since. You need do nothing.',
  respondNow: () =>
    'After the tone, say what the customer should hear. When you are done, press the pound key.',
  nothingSaid: () => 'Nothing was said.',
  voicemail: ({ caseId }) =>
    `This is Ladder. Somebody waits for you in case ${spelt(caseId)}. Please look at your messages, or call back. This message counts as no answer.`,
  line: ({ text }) => text,
};

const numbered = (titles: readonly string[]): string =>
  titles.map((title, index) => `${index + 1} for ${title}`).join(', ');

/** How words are sent, by whoever put them after a code that takes none. */
function inWords({ caseId, wordsKey, isCustomer }: Omit<TextSayings['alone'], 'key' | 'act' | 'level'>) {
  if (wordsKey !== undefined)
    return `To answer the customer, reply "${wordsKey} ${caseId}" and then your words.`;
  return isCustomer
    ? `To ask again in words, text ${caseId}, its PIN, "ask" and then your words.`
    : `Words can be sent on the page of case ${caseId}.`;
}

/** The word for each thing that may be done with number and PIN. */
const WORD: Readonly<Record<CaseAct, string>> = {
  ask: 'ask',
  escalate: 'move',
  satisfied: 'satisfied',
  notSatisfied: 'not satisfied',
  undoSatisfied: 'undo',
};

const text: TelephoneWords['text'] = {
  chooseContract: ({ titles }) => `For which contract? Reply ${numbered(titles)}.`,
  chooseTrack: ({ titles }) => `What kind of trouble is it? Reply ${numbered(titles)}.`,
  confirmPerson: ({ name, customerName }) =>
    `Open the case for ${name}, ${customerName}? Reply 1 for yes, 2 if you are somebody else.`,
  enterCode: () => 'Reply with the 8 digits of your customer code, or 0 if you do not have it.',
  codeUnknown: () => 'No customer has that code. Reply with it once more, or 0 if you do not have it.',
  opened: ({ caseId, pin, course }) =>
    `Case ${caseId} is open. PIN ${pin}. ${courseText(course)} Text "${caseId} ${pin}" for where it stands; after it: ask, move, satisfied, not satisfied.`,
  held: () =>
    'We could not tell for whom this is. It is with the desk, which opens the case and calls you back. No case is open yet.',
  heldTooMany: () =>
    'So many cases have been opened in this way within the hour that this one waits for the desk, which opens it and calls you back. No case is open yet.',
  heldNoSpeaker: () =>
    'We know for which customer this is, but not who of them you are. It is with the desk, which opens the case and calls you back. No case is open yet.',
  heldRefused: ({ text: why }) =>
    `The case could not be opened now. ${why} Your text is with the desk, which sees to it and calls you back. No case is open yet.`,
  heldFull: ({ number }) =>
    `The desk has more waiting than it can take, and your text was not kept. Please ${number === undefined ? 'text again later' : 'call'}.`,
  notOpened: ({ text: why }) => `The case could not be opened. ${why}`,
  nothingOpen: () => 'No plan is in force here, so no case can be opened by text.',
  which: ({ key, caseIds }) =>
    `Which one? ${key} could be for ${listed(caseIds.map((id) => `case ${id}`))}. Reply with its number.`,
  again: ({ text: question }) => `That was none of the answers. ${question}`,
  letGo: () =>
    'That was none of the answers either, so nothing was done and we ask no more. HELP says what you can text.',
  alone: ({ key, act, level, ...words }) =>
    `Nothing was done, for words stood after ${key}. Reply ${key} alone ${KEYS[act](level)}${act === 'satisfied' ? ', which closes the case' : ''}. ${inWords(words)}`,
  noSuchKey: ({ keys, caseId }) => `That code is none for case ${caseId}. It takes ${listed(keys)}.`,
  nothingWaits: () => 'Nothing that we sent you takes that answer now. Nothing was done.',
  passed: ({ caseId }) => `Case ${caseId} has gone on since that text, so nothing was done.`,
  wordsMissing: ({ key, caseId }) =>
    `Say what the customer should read: reply "${key} ${caseId}" and then your answer.`,
  done: ({ act, level, caseId, text: stands, isUndone }) =>
    `Case ${caseId}: ${DONE[act](level)}${stands === '' ? '' : ` ${stands}`}${isUndone ? ` To undo it, text ${caseId}, its PIN and "${WORD.undoSatisfied}".` : ''}`,
  stands: ({ caseId, text: stands }) => `Case ${caseId}: ${stands}`,
  messageKept: ({ caseId, acts }) =>
    `Case ${caseId}: your words are on it for everybody to read, and nothing else was done.${acts.length === 0 ? '' : ` To act, text ${caseId}, its PIN and ${acts.length === 1 ? 'this' : 'one of these'} alone: ${acts.map((act) => WORD[act]).join(', ')}.`}`,
  refused: ({ text: why }) => `That was not done. ${why}`,
  wrongPin: () => 'That number and that PIN do not belong together.',
  tooManyWrong: () =>
    'That was wrong too often. No PIN is heard from your number for up to an hour, by text or by call.',
  lineLocked: () =>
    'For this case too many wrong PINs were sent. Its telephone line is closed for up to an hour. The case itself runs on.',
  started: () => 'You get texts from Ladder again. Reply STOP to end them.',
  help: ({ number }) =>
    `Ladder: text OPEN and what is wrong to open a case; the number of a case and its PIN to hear where it stands.${number === undefined ? '' : ` Or call ${grouped(number)}.`} STOP ends texts.`,
};

export const telephoneWords: TelephoneWords = {
  call,
  text,
  spoken: 'Told by telephone. What was said is in the recording among the files.',
  spokenAnswer: 'Answered by telephone. What was said is in the recording among the files.',
  recording: {
    opening: 'What the caller says.wav',
    answer: 'Answer by telephone.wav',
    message: 'Message by telephone.wav',
  },
  heldCall: 'A call',
  heldText: 'A text',
  heldMessage: 'A message by telephone',
  rangDuty: 'Somebody rang to speak with those on duty.',
  lineClosed:
    'Ten wrong PINs were entered for this case by telephone within an hour. For an hour nobody can hear of it by calls or texts of theirs, whatever PIN they have. The case runs on: its page, mails, and answers to what Ladder sends work as before. If somebody may have the PIN, replace it on the page of the case; that opens the line at once.',
  connectedFrom: ({ number, rung, isHidden }) => {
    const to = isHidden ? `a number that ends in ${rung.slice(-2)}` : grouped(rung);
    return number === undefined
      ? `Ladder rang ${to} for a caller who withheld their number.`
      : `Ladder rang ${to} for a caller from ${grouped(number)}.`;
  },
  messageLeft:
    'Somebody rang to speak with those on duty, and nobody picked up. The message is in the recording among the files.',
  pin: {
    title: 'By telephone',
    about: {
      callsAndTexts: ({ number, caseId, pin }) =>
        `Call or text ${grouped(number)}, with the case’s number ${caseId} and its PIN ${pin}.`,
      texts: ({ number, caseId, pin }) =>
        `Text ${caseId} ${pin} to ${grouped(number)}: the case’s number and its PIN. HELP says what else you can text.`,
    },
    words:
      'Whoever has both can learn where the case stands, ask again, go to the next level and say whether you are satisfied. Keep the PIN to those who may.',
    another: 'Another PIN',
    aboutAnother:
      'If somebody has the PIN who should not, replace it. The one before ends at once, for everybody who has it.',
    aboutForCaller:
      'If whoever opened the case asks by telephone, you may replace its PIN for them. You are not told the new one.',
    tells: {
      text: ({ name, number }) => `${name} is told the new one by a text to ${grouped(number)}.`,
      call: ({ name, number }) => `${name} is told the new one by a call to ${grouped(number)}.`,
    },
    first: {
      text: ({ name, number }) =>
        `${name} has no mail address on file, and gets the PIN of the case by a text to ${grouped(number)}. With the case’s number and it they hear of the case from any telephone. You are not told it.`,
      call: ({ name, number }) =>
        `${name} has no mail address on file, and is told the PIN of the case in a call to ${grouped(number)}. With the case’s number and it they hear of the case from any telephone. You are not told it.`,
      nobody: ({ name }) =>
        `${name} has neither a mail address nor a telephone on file that a text or a call is carried to, so nobody is told the PIN of the case. Have their number put on file; then replace the PIN on the page of the case, and they are told the new one.`,
    },
    madeSure: 'How did you make sure who asks?',
    madeSureHint:
      'It stands on the case, for its customer to read. Such as: called back on the number on file.',
    madeSureMissing: 'Say how you made sure who asks.',
    noTelephone:
      'Whoever opened the case has no telephone on file that a text or a call is carried to. They replace the PIN themselves, signed in.',
    replace: 'Replace the PIN',
    replaced: 'The PIN is another from now on. The one before opens nothing any more.',
    replacedNote: {
      byCustomer: 'The PIN for calls and texts about this case was replaced. The one before ends.',
      byDesk: ({ madeSure }) =>
        `The desk has replaced the PIN for calls and texts about this case, as it was asked to. The one before ends. How it was made sure who asks: ${madeSure}`,
    },
    told: {
      subject: ({ caseId }) => `A new PIN for case ${caseId}`,
      text: ({ caseId, pin }) => [
        `Ladder: case ${caseId} has a new PIN, ${pin}. The one before ends. If nobody of yours asked for it, call us.`,
      ],
      call: ({ caseId, pin }) => [
        'This is Ladder.',
        `Case ${spelt(caseId)} has a new PIN: ${pin}.`,
        'The one before ends. If nobody of yours asked for it, please call us.',
      ],
    },
    toldFirst: {
      subject: ({ caseId }) => `The PIN of case ${caseId}`,
      text: ({ caseId, pin }) => [
        `Ladder: the desk has opened case ${caseId} for you. Its PIN is ${pin}. With both you hear of it from any telephone. If nobody of yours asked for it, call us.`,
      ],
      call: ({ caseId, pin }) => [
        'This is Ladder.',
        `The desk has opened case ${spelt(caseId)} for you.`,
        `Its PIN is: ${pin}.`,
        'With both you hear of it from any telephone. If nobody of yours asked for it, please call us.',
      ],
    },
  },
  byTelephone: {
    title: { callsAndTexts: 'Or by telephone', texts: 'Or by text' },
    about: {
      callsAndTexts: ({ number }) =>
        `Call ${grouped(number)} and press 1, or text OPEN and what is wrong to the same number.`,
      texts: ({ number }) => `Text OPEN and what is wrong to ${grouped(number)}.`,
    },
    code: ({ code }) =>
      `You are asked for your customer code: ${code}. It says for whom the case is, and opens nothing else.`,
  },
};
