import { DETAILS } from '../../core/attestation/standing.ts';
import type { DetailTimes } from '../../core/attestation/state.ts';
import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Clocks } from '../../core/message/clocks.ts';
import type { Html } from '../../render/jsx-runtime.ts';

/** What has not reached somebody lately, for those who run cases. */
export const doubtedLines = (doubted: DetailTimes, timeZone: Clocks, language: Language): readonly Html[] =>
  DETAILS.flatMap((detail) => {
    const at = doubted[detail];
    return at === undefined
      ? []
      : [<p>{catalogue(language).attestation.doubted({ detail, at, timeZone })}</p>];
  });
