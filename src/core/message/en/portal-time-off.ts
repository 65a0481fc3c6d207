import type { TimeOffWords } from '../portal/time-off.ts';
import { counted, formatLocal, listed } from './dates.ts';

export const timeOff: TimeOffWords = {
  title: 'Your time off',
  about:
    'Give the address of a calendar of your absences. It is read every half hour, and while you are away you are not on duty by any rota. Of each absence only its times are kept, not what it is called.',
  noSeat: 'You fill no seat of the plan for the contractor, so nobody puts you on duty.',
  ended: 'The calendar is read no more, and the time off by it is taken back.',
  given: ({ host, count }) =>
    `The calendar at ${host} was read: ${count === 0 ? 'no absence is in it' : counted(count, 'absence')} within the next 400 days.`,
  calendars: {
    title: 'Calendars that are read',
    empty: 'None yet.',
    columns: { calendar: 'Calendar', clocks: 'Whole days on the clocks of', state: 'Read', act: 'Change' },
    readAt: 'last read',
    failing: ({ at, timeZone }) =>
      `It cannot be read since ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
    keeps: ({ at, timeZone }) =>
      `What it said on ${formatLocal(at, timeZone, { year: true, zone: true })} holds until then.`,
    end: ({ host }) => `Stop reading ${host}`,
  },
  times: {
    title: 'When you are away',
    empty: 'Never, as far as is known.',
    columns: { from: 'From', until: 'Until', duty: 'Your duty in that time' },
    noDuty: 'none',
    instead: ({ title, names }) => `${title}: ${listed(names)} instead of you`,
    nobody: ({ title }) =>
      `${title}: nobody instead of you, those whom the level names otherwise are reached`,
    swap: 'Ask somebody to swap',
    more: ({ count }) => `${counted(count, 'more absence')} later.`,
  },
  add: {
    title: 'Give a calendar',
    url: 'Address of the calendar',
    urlHint:
      'It begins with https:// or webcal:// and usually ends in .ics. Whoever knows it reads your calendar: here it is kept encrypted and never shown again. Give one of absences only, for every event in it that is not marked as free takes you off duty.',
    urlDemonstration:
      'This is a demonstration and asks nothing outside. It reads a calendar on this machine, at http://127.0.0.1 and a port.',
    zone: 'Your time zone',
    zoneHint: 'Absences of whole days, and times without a zone, are read on these clocks.',
    button: 'Read this calendar',
    full: ({ count }) =>
      `${counted(count, 'calendar')} of yours are read: more are not taken. Stop one first.`,
  },
  problems: {
    url: {
      message: 'This is not the address of a calendar.',
      advice: 'Copy it whole, from https:// or webcal:// to its end, without a name and password in it.',
    },
    timeZone: { message: 'There is no such time zone.', advice: 'Choose one of the list.' },
    tooMany: {
      message: 'You have as many calendars as are taken.',
      advice: 'Stop reading one of them first.',
    },
    same: { message: 'This calendar is read already.', advice: 'There is nothing to do.' },
  },
  unread: ({ reason }) => `The calendar could not be read. ${reason}`,
  reasons: {
    sealed: 'Its address was kept by an installation with another secret. Give it again.',
    'url-not-understood': 'The address is none that can be asked. Copy it whole.',
    'name-unknown': 'There is no server of that name. Look at the address.',
    'address-refused':
      'It is at a private address, which whoever keeps this installation has not allowed. Ask them to allow its host.',
    'refused-connection': 'Nobody listens there. Look at the address, or try again later.',
    'certificate-refused':
      'The certificate of its server could not be trusted. Tell whoever keeps that server.',
    timeout: 'Its server did not answer in time. Try again later.',
    dropped: 'The connection broke off. Try again later.',
    redirected:
      'It sends on to another address, which is not followed. Open it in a browser and give the address that it ends at.',
    'reply-too-long': 'It is longer than a megabyte. Give a calendar of absences alone.',
    'no-calendar':
      'What is there is no calendar, perhaps a page that asks for a password. Give the address that your calendar program calls iCal, ICS or subscription.',
    'not-understood':
      'A date or a rule in it is none. Open the calendar, look for what is odd, and try again.',
    'too-often': 'Something in it comes several times a day. Give a calendar of absences alone.',
    'too-many': 'It has more absences than 200 in the next 400 days. Give a calendar of absences alone.',
    demonstration:
      'A demonstration asks nothing outside. Give a calendar on this machine, at http://127.0.0.1.',
  },
  status: ({ code }) =>
    `Its server answered with status ${code}. ${['401', '403', '404', '410'].includes(code) ? 'The address may be old: make a new one in your calendar program.' : 'Try again later.'}`,
  away: {
    title: 'Time off',
    columns: { name: 'Who', from: 'From', until: 'Until' },
    empty: ({ count }) => `Nobody of this rota has time off within ${counted(count, 'day')}.`,
    line: ({ names }) => `away: ${listed(names)}`,
  },
  unreadSince: ({ at, timeZone }) =>
    `Calendar of absences not read since ${formatLocal(at, timeZone, { year: true, zone: true })}`,
  mail: {
    subject: ({ contractTitle }) => `${contractTitle}: your calendar of absences cannot be read`,
    lead: ({ host, since, timeZone }) =>
      `The calendar of your absences at ${host} cannot be read since ${formatLocal(since, timeZone, { year: true, zone: true })}.`,
    keeps: ({ readAt, timeZone }) =>
      `What it said on ${formatLocal(readAt, timeZone, { year: true, zone: true })} still holds. What you have changed in it since is not known here: you may be on duty while you are away.`,
    what: 'Look whether the calendar is still at its address, and give it anew on the page where it is not. You are told this once, until it could be read again.',
    link: { label: 'See your time off', says: 'Shows when it was read, and takes another address.' },
    footer: ({ contractTitle }) =>
      `You get this mail because you gave a calendar of your absences for ${contractTitle}. It cannot be answered.`,
  },
};
