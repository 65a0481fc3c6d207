import { type ReportedTimes, reportedOf } from '../../core/contact-report/state.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Clocks } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';

/** What is reported as wrong of somebody and being checked, for those who run cases. */
export const reportedLines = (
  reported: ReportedTimes,
  timeZone: Clocks,
  language: Language,
): readonly Html[] =>
  reportedOf(reported).map(({ means, at }) => (
    <p>{catalogue(language).contactReports.being({ means, at, timeZone })}</p>
  ));
