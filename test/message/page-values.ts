import { values } from './said.ts';

/** What sentences about drills are given. */
export const DRILLS = {
  full: {
    ...{
      answered: 31,
      asked: 62,
      percent: 50,
      medianMs: 125_000,
      silent: ['Rhea', 'Rex'],
      skipped: 'tooSoon',
    },
    ...{
      figures: { answered: 31, asked: 62, percent: 50, medianMs: 125_000 },
      because: 'tooSoon',
      drill: 12,
    },
    ...{
      startAt: values('full').dueAt,
      endAt: values('full').stepDueAt,
      canReply: true,
      isInTime: true,
      planned: 20,
    },
    ...{ by: 'Rex' },
  },
  bare: {
    ...{ answered: 0, asked: 62, percent: 0, medianMs: undefined, silent: [], skipped: 'nobody', by: 'Rex' },
    ...{ figures: { answered: 0, asked: 62, percent: 0, medianMs: undefined }, because: 'nobody', drill: 12 },
    ...{
      startAt: values('full').dueAt,
      endAt: undefined,
      canReply: false,
      isInTime: false,
      planned: 20,
      count: 1,
    },
  },
};

/** What questions asked once more are given in both shapes. */
export const SURE_SAID = {
  level: 2,
  isRunning: false,
  isSeries: true,
  name: 'Rhea',
  value: 'r@k.example',
  email: 'r@k.example',
  browser: 'Rex',
  title: 'Warden',
};

/** What is said of calendars of absences, in both shapes. */
export const TIME_OFF_SAID = {
  names: ['Rhea', 'Rex'],
  host: 'Rex',
  since: values('full').at,
  readAt: values('full').at,
  reason: 'Flood',
  code: '404',
};
