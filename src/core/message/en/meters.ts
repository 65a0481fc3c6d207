import type { MetersWords } from '../meters.ts';

export const meters: MetersWords = {
  meters: {
    ladder_deadline_lateness_seconds: 'How long after its instant a deadline was acted on.',
    ladder_deadlines_fired_total: 'Deadlines acted on.',
    ladder_queue_depth: 'Jobs that wait or are worked on, by queue; deadlines of the future count.',
    ladder_deliveries_total: 'Attempts to carry a notice, by means and result.',
    ladder_open_cases: 'Open cases, by the highest level contacted.',
    ladder_set_aside_cases:
      'Cases whose clocks are not acted on because of a bug; anything but 0 needs a person.',
    ladder_failed_letters:
      'Notices whose letters cannot be written because of a bug; anything but 0 needs a person.',
    ladder_failed_deadlines:
      'Deadlines of what is no case (obligations, confirmations, reports, seats, drills) that a bug keeps from being decided; anything but 0 needs a person.',
    ladder_left_mails: 'Mails that could not be taken from the mailbox and lie there flagged.',
    ladder_mailbox_up:
      '1 where the mailbox is watched by this node or another, 0 where this node cannot get to it; not there without IMAP_URL.',
    ladder_watch_late_seconds:
      'How late the latest deadline is, of a case or of anything else, that nobody has acted on; 0 where none is.',
    ladder_http_request_duration_seconds: 'How long requests took to answer, by the pattern of their route.',
    ladder_readings_up: '1 where the meters that are read from the database could be read, else 0.',
  },
};
