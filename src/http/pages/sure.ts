import type { Sure } from '../../core/message/portal/sure.ts';
import { type Question, SURE, surePage } from '../../portal/sure-page.tsx';
import { fieldsTyped } from './page-route.ts';
import type { PageAnswer, Visit } from './visit.ts';

/**
 * The answer to a form that does what cannot be taken back: its sender is asked once more, and whatever they typed goes
 * along. Where there is no question, the form is answered at once: it does nothing of that kind.
 *
 *     ownPage(server, parts, route, sure(whichPasskey, removePasskey))
 */
export const sure =
  <V extends Visit>(
    question: (visit: V) => Question | undefined | Promise<Question | undefined>,
    answer: (visit: V) => Promise<PageAnswer>,
  ): ((visit: V) => Promise<PageAnswer>) =>
  async (visit) => {
    const { form, frame, request } = visit;
    if (form.text(SURE) !== '') return answer(visit);
    const asked = await question(visit);
    if (!asked) return answer(visit);
    return { html: surePage({ ...frame, ...asked, path: request.url, fields: fieldsTyped(form) }) };
  };

/** A question in its words, about these values. */
export const questionOf = <V>({ title, about, button }: Sure<V>, values: V, back: string): Question => ({
  title: title(values),
  about: [about(values)],
  button,
  back,
});
