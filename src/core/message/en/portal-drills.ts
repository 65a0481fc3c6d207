import type { DrillWords } from '../portal/drills.ts';
import { counted, formatDuration, formatLocal, listed } from './dates.ts';

/** To the second, for nobody answers by the millisecond. */
const lasting = (ms: number): string => formatDuration(Math.max(1, Math.round(ms / 1000)) * 1000);

const SKIPPED: DrillWords['skipped'] = {
  another: 'another drill was running',
  tooSoon: 'the level had a drill within seven days before',
  nobody: 'the level reached nobody at that time, or no plan was in force',
  tooLarge: 'the level reached more people than a drill asks',
};

const figures: DrillWords['figures'] = ({ asked, answered, percent = 0, medianMs }) => {
  const share = `${answered} of ${asked} answered (${percent} %)`;
  return medianMs === undefined ? share : `${share}, half of them within ${lasting(medianMs)}`;
};

export const drills: DrillWords = {
  statuses: {
    planned: 'planned',
    running: 'running',
    ended: 'over',
    stopped: 'called off',
    skipped: 'did not take place',
  },
  skipped: SKIPPED,
  every: { month: 'Every month', quarter: 'Every three months' },
  once: 'Once',
  level: ({ level }) => `Level ${level}`,
  figures,
  after: ({ ms }) => `after ${lasting(ms)}`,
  lasting: ({ ms }) => lasting(ms),
  list: {
    title: 'Drills',
    about:
      'A drill reaches a level for practice: whoever the level would reach first gets a mail that says DRILL, and answers by its button or a reply. No case is opened, no clock of the contract runs, and nothing of it counts in the figures of cases.',
    limits: ({ planned }) =>
      `So that it pesters nobody, a level has a drill once in seven days at most, never do two run at once, each person gets one mail, and ${planned} are planned at most.`,
    planned: { title: 'Planned', none: 'No drill is planned.' },
    past: { title: 'Begun so far', none: 'There has been no drill yet.' },
    columns: { level: 'Level', start: 'Start', every: 'Comes', status: 'Stands', came: 'What came of it' },
    show: ({ drill }) => `drill ${drill}`,
  },
  form: {
    title: 'Hold a drill',
    level: 'Level to be reached',
    levelOption: ({ level, title }) => `Level ${level}: ${title}`,
    choose: 'Choose one',
    when: 'When',
    now: 'Now',
    nowHint: 'You are asked once more before the mails go out.',
    later: 'At a time to come',
    start: 'Start',
    every: 'How often',
    within: 'Time to answer',
    withinHint: 'Who has not answered by then counts as silent.',
    withinOption: ({ ms }) => formatDuration(ms),
    button: 'Hold the drill',
    noPlan: 'No plan is in force, so there is no level to be reached.',
  },
  problems: {
    levelMissing: { message: 'You have not said which level is to be reached.', advice: 'Choose one.' },
    whenMissing: { message: 'You have not said when it is to be.', advice: 'Choose now or a time to come.' },
    startMissing: {
      message: 'You have not said at what time it is to start.',
      advice: 'Give a date and a time.',
    },
    startInvalid: {
      message: 'This is not a date and a time that can be read.',
      advice: 'Give both, such as 2027-03-01 and 09:30.',
    },
    timeMissing: { message: 'You have not said how long there is to answer.', advice: 'Choose one.' },
  },
  one: {
    title: ({ level }) => `Drill of level ${level}`,
    planned: 'Planned. It begins by itself.',
    begun: 'Begun. The mails are on their way.',
    stopped: 'Called off.',
    facts: {
      status: 'Stands',
      level: 'Level',
      start: 'Planned for',
      begun: 'Begun',
      end: 'Answers until',
      every: 'Comes',
      within: 'Time to answer',
      by: 'Planned by',
      came: 'What came of it',
      why: 'Why not',
    },
    people: {
      title: 'Who was asked',
      columns: { name: 'Name', answered: 'Answered' },
      waiting: 'not yet',
      silent: 'not answered',
      none: 'Nobody has been asked.',
    },
    history: 'What happened',
    events: {
      DrillPlanned: ({ by }) => `Planned by ${by}`,
      DrillBegun: ({ count }) => `Begun: ${counted(count, 'person').replace('persons', 'people')} asked`,
      DrillAnswered: ({ name, ms }) => `${name} answered after ${lasting(ms)}`,
      DrillEnded: ({ isInTime }) =>
        isInTime ? 'Over: everybody has answered' : 'Over: the time to answer was up',
      DrillSkipped: ({ because }) => `Did not take place: ${SKIPPED[because]}`,
      DrillStopped: ({ by }) => `Called off by ${by}`,
      NoticeFailed: ({ name }) => `Could not be written to: ${name}`,
    },
    stop: 'Call it off',
  },
  here: {
    title: ({ level }) => `DRILL: are you there for level ${level}?`,
    about: ({ name, contractTitle, level, at, timeZone }) =>
      `${name}, this is a drill of level ${level} of ${contractTitle}. Nothing has happened, and there is no case. Press the button by ${formatLocal(at, timeZone, { year: true, zone: true })} to show that a mail reaches you.`,
    button: 'I am here',
    nothing: 'Nothing else is to be done.',
    doneTitle: 'Thank you: you are there',
    done: ({ ms }) => `You answered the drill after ${lasting(ms)}. Nothing else is to be done.`,
    over: {
      message: 'This drill is over.',
      advice:
        'It was practice, and nothing is to be done. Whoever planned it sees that no answer came in time.',
    },
  },
  current: {
    title: 'Drills',
    none: 'No level has been reached for practice yet.',
    columns: { level: 'Level', when: 'Last drill', answered: 'Answered', median: 'Half of them within' },
    share: ({ answered, asked, percent }) => `${answered} of ${asked} (${percent} %)`,
    noMedian: 'nobody answered',
    all: 'All drills',
  },
  refusals: {
    'drill-unknown': () => ({
      message: 'There is no such drill.',
      advice: 'Look for it in the list of drills.',
    }),
    'drill-level-unknown': ({ level }) => ({
      message: `The plan in force has no level ${level}.`,
      advice: 'Choose one of its levels.',
    }),
    'drill-time-unknown': () => ({
      message: 'A drill cannot have that much time to answer.',
      advice: 'Choose one of the times offered.',
    }),
    'drill-start-past': () => ({
      message: 'That time has passed.',
      advice: 'Give a later one, or hold the drill now.',
    }),
    'drill-start-far': () => ({
      message: 'That is more than 400 days ahead.',
      advice: 'Give an earlier time; a drill that comes again goes on by itself.',
    }),
    'drill-another': ({ at, timeZone }) => ({
      message: `Another drill runs then: it starts ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
      advice: 'Give a time after its end, or call it off first.',
    }),
    'drill-too-soon': ({ level, at, timeZone }) => ({
      message: `Level ${level} has a drill within seven days of that: ${formatLocal(at, timeZone, { year: true, zone: true })}.`,
      advice: 'Give a time that is seven days from it, or choose another level.',
    }),
    'drill-too-many': ({ max }) => ({
      message: `${counted(max, 'drill')} are planned, and more cannot be.`,
      advice: 'Call one of them off first.',
    }),
    'drill-nobody': ({ level }) => ({
      message: `Level ${level} reaches nobody now.`,
      advice: 'See the page on readiness for why, and have its seats filled.',
    }),
    'drill-too-large': ({ count, max }) => ({
      message: `The level reaches ${counted(count, 'person').replace('persons', 'people')}, and a drill asks ${max} at most.`,
      advice: 'Choose another level.',
    }),
    'drill-over': () => ({
      message: 'This drill is over.',
      advice: 'Nothing is to be done about it any more.',
    }),
    'drill-not-asked': () => ({
      message: 'You were not asked in this drill.',
      advice: 'Nothing is to be done.',
    }),
  },
  mails: {
    asked: ({ contractTitle, level, endAt, timeZone, canReply }) => ({
      subject: `DRILL: are you there? Level ${level}, ${contractTitle}`,
      lead: [
        `DRILL. Nothing has happened, and there is no case. This mail tests whether level ${level} of ${contractTitle} is reached.`,
        `Please show${endAt === undefined ? '' : ` by ${formatLocal(endAt, timeZone, { year: true, zone: true })}`} that you are there: with the button${canReply ? ', or by any reply to this mail' : ''}.`,
      ],
      link: { label: 'I am here', says: 'Opens a page with a button. Only the button answers.' },
    }),
    ended: ({ contractTitle, level, figures: came, silent }) => ({
      subject: `Drill of level ${level}: ${came.answered} of ${came.asked} answered. ${contractTitle}`,
      lead: [
        `The drill of level ${level} of ${contractTitle} is over: ${figures(came)}.`,
        ...(silent.length === 0
          ? []
          : [`Not answered: ${listed(silent.slice(0, 20))}${silent.length > 20 ? ' …' : ''}.`]),
      ],
      link: { label: 'See who answered how fast', says: 'After you have signed in.' },
    }),
    skipped: ({ contractTitle, level, startAt, skipped, timeZone }) => ({
      subject: `Drill of level ${level} did not take place. ${contractTitle}`,
      lead: [
        `The drill of level ${level} of ${contractTitle} planned for ${formatLocal(startAt, timeZone, { year: true, zone: true })} did not take place: ${SKIPPED[skipped ?? 'nobody']}.`,
      ],
      link: { label: 'See the drill', says: 'After you have signed in.' },
    }),
  },
  footer: {
    asked: ({ contractTitle }) =>
      `This is a drill. You get it because you stand at a level of the escalation plan of ${contractTitle}.`,
    ended: ({ contractTitle }) => `You get this mail because you answer for ${contractTitle} or oversee it.`,
    skipped: ({ contractTitle }) =>
      `You get this mail because you answer for ${contractTitle} or oversee it.`,
  },
};
