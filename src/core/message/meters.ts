/** Every meter of our own, in the order of the reference. */
export type MeterName =
  | 'ladder_deadline_lateness_seconds'
  | 'ladder_deadlines_fired_total'
  | 'ladder_queue_depth'
  | 'ladder_deliveries_total'
  | 'ladder_open_cases'
  | 'ladder_set_aside_cases'
  | 'ladder_failed_letters'
  | 'ladder_failed_deadlines'
  | 'ladder_left_mails'
  | 'ladder_mailbox_up'
  | 'ladder_watch_late_seconds'
  | 'ladder_http_request_duration_seconds'
  | 'ladder_readings_up';

/** What Ladder says of its meters. */
export interface MetersWords {
  readonly meters: Readonly<Record<MeterName, string>>;
}
