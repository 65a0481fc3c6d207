import type { ChatWords } from '../portal/chats.ts';
import { formatLocal, listed } from './dates.ts';

export const chats: ChatWords = {
  title: 'Chat channels',
  about:
    'A channel of Slack or Microsoft Teams hears of cases as mail to the contractor does. Nothing that anybody typed and no number is written there, for Ladder does not know who reads it.',
  demonstration: 'In a demonstration nothing leaves: messages stand in the outbox as they would look.',
  empty: 'No channel is told.',
  kinds: { slack: 'Slack', teams: 'Microsoft Teams' },
  columns: {
    name: 'Channel',
    kind: 'Program',
    levels: 'Hears of',
    state: 'State',
    made: 'Made',
    case: 'Case',
    events: 'Events',
    queued: 'Queued',
    attempts: 'Attempts',
    next: 'Next attempt',
    user: 'User there',
    person: 'Person here',
    since: 'Since',
    act: 'Action',
    channel: 'Channel',
    reason: 'Reason',
  },
  allLevels: 'Every level, and the contractor’s own seats',
  levels: ({ levels }) => `${levels.length === 1 ? 'Level' : 'Levels'} ${listed(levels.map(String))}`,
  on: 'Told',
  off: { person: 'Off', refused: 'Off: refused there' },
  offSince: ({ at, timeZone }) => `Nothing is sent since ${formatLocal(at, timeZone, { year: true })}.`,
  add: {
    slack: {
      title: 'Add a Slack channel',
      about:
        'It needs a Slack app with a bot that may write messages (chat:write) and is a member of the channel.',
      button: 'Add the channel',
    },
    teams: {
      title: 'Add a Microsoft Teams channel',
      about:
        'It needs a workflow of the channel that posts what it is sent (“When a Teams webhook request is received”).',
      button: 'Add the channel',
    },
    name: 'What it is called here',
    nameHint: 'Such as: Support desk',
    room: 'The channel’s id in Slack',
    roomHint: 'It begins with C or G, and stands at the foot of what Slack says about the channel.',
    token: 'Bot token',
    tokenHint: 'It begins with xoxb-. It is kept encrypted, and never shown again.',
    signingSecret: 'Signing secret',
    signingSecretHint:
      'Of the app, under Basic Information: 32 characters. By it Ladder knows that a press comes from Slack.',
    url: 'Address of the workflow',
    urlHint: 'It begins with https://. It is kept encrypted, and never shown again.',
    levels: 'What it hears of',
    levelsHint: 'Choose none, and it hears of every level and of what goes to the contractor’s own seats.',
    level: ({ level }) => `Level ${level}`,
  },
  done: 'Saved.',
  pressesTo: 'Where presses go',
  pressesAbout:
    'In the Slack app, under Interactivity, give this as the Request URL. Slack has to reach it from outside.',
  secrets: {
    title: 'New secrets',
    about: 'They take the place of those before at once.',
    button: 'Keep the new secrets',
    kept: 'The new secrets are kept.',
  },
  turnOff: {
    title: 'Tell it no more',
    about: 'What waits is kept, and sent when it is told again. Presses in it do nothing meanwhile.',
    button: 'Turn off',
  },
  turnOn: { title: 'Tell it again', about: 'What waits is sent at once.', button: 'Turn on' },
  messages: { title: 'Messages', empty: 'Nothing was sent yet.' },
  states: { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed' },
  users: {
    title: 'Who is whom',
    about:
      'Whoever has said, signed in here, which user of the channel they are can acknowledge there. A name or an address that the other program states counts for nothing.',
    empty: 'Nobody has said so yet.',
    end: ({ name }) => `Disconnect ${name}`,
  },
  problems: {
    name: {
      message: 'It has no name.',
      advice: 'Type what the channel is called here, 80 characters at most.',
    },
    room: {
      message: 'That is no id of a channel in Slack.',
      advice: 'Copy it from what Slack says about the channel: C or G, then capitals and digits.',
    },
    token: {
      message: 'That is no bot token.',
      advice: 'Copy the Bot User OAuth Token of the app: it begins with xoxb-.',
    },
    signingSecret: {
      message: 'That is no signing secret.',
      advice: 'Copy it from the app’s Basic Information: 32 characters of 0-9 and a-f.',
    },
    url: {
      message: 'That is no address that messages can be sent to.',
      advice: 'Copy the address of the workflow: it begins with https://.',
    },
    level: { message: 'The plan has no such level.', advice: 'Choose from the list.' },
    tooMany: { message: 'This contract has 10 channels, which is the most.', advice: 'Use one of them.' },
    same: {
      message: 'That channel is told already.',
      advice: 'Use it, or turn it off before you add it anew.',
    },
  },
  connect: {
    title: 'Is this you?',
    about: ({ channel, user, person }) =>
      `The user ${user} pressed a button in ${channel}. If that was you, presses of this user count as those of ${person} from now on.`,
    warning:
      'Go on only if you pressed the button yourself a moment ago. If somebody sent you the link to this page, close it.',
    user: 'User there',
    team: 'Workspace',
    person: 'Person here',
    button: 'Yes, that is me',
    over: {
      message: 'This link is over.',
      advice: 'Press the button in the channel once more: you are then shown a new one.',
    },
  },
  mine: {
    title: 'Your users in channels',
    about: 'A press of one of these users counts as yours.',
    empty: 'No user of a channel is connected with you. Press a button in one, and you are told how.',
    connected: 'You are connected: press the button in the channel once more.',
    ended: 'That user is not connected with you any more.',
  },
  outbox: {
    title: 'Messages to channels',
    about: 'What channels would be told, as it would look, newest first. In a demonstration it goes nowhere.',
  },
  failed: {
    title: 'Messages that reached no channel',
    about: 'Mail about the same went out beside them. The page of the channel says how to go on.',
  },
  message: {
    title: ({ caseId, news }) => `Case ${caseId}: ${news}`,
    when: ({ at, timeZone }) => formatLocal(at, timeZone, { zone: true, year: true }),
    happened: 'When',
    stands: 'Now',
    demonstration: 'Demonstration: nothing in this message is real.',
    movedOn: 'The case has moved on since.',
    acknowledge: 'Acknowledge',
    respond: 'Respond',
    open: 'Open the case',
  },
  pressed: {
    unknown: ({ url, minutes }) =>
      `Ladder does not know who you are here. Open ${url} within ${minutes} minutes, sign in, and say that this is you. Then press the button once more.`,
    over: ({ url }) => `Nothing was done: the case has moved on since this message. It stands at ${url}.`,
    done: ({ caseId }) =>
      `You have acknowledged case ${caseId}. That is no response yet, and stops no clock of the contract.`,
    already: ({ caseId }) => `You had acknowledged case ${caseId} already.`,
    off: 'Nothing was done: Ladder does not use this channel at present.',
  },
  mail: {
    says: ({ contractTitle, name, reason }) => ({
      subject: `A channel is told no more: ${name}`,
      lead: [
        `The channel ${name}, which was told of the cases of ${contractTitle}, refuses our messages; the last attempt came to ${reason}. Nothing more is sent to it. Mail goes out as before.`,
      ],
    }),
    what: 'Mend it there or give new secrets, then turn it on again: what waits is sent then.',
    link: { label: 'Open the channel', says: 'After you have signed in.' },
    footer: ({ contractTitle }) => `Ladder, for ${contractTitle}`,
  },
};
