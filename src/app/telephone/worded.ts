import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { Said } from '../../core/telephone/said.ts';
import type { SpokenSentence } from '../ports/conversation.ts';

/** What is said aloud, sentence by sentence. */
export const worded = (said: readonly Said[], language: Language): readonly SpokenSentence[] =>
  said.map(({ code, values, language: own = language }) => {
    const say = catalogue(own).telephone.call[code] as (values: object) => string;
    return { language: own, text: say(values) };
  });
