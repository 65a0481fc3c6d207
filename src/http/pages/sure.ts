import type { Sure } from '../../core/message/portal/sure.ts';
import { NOT_YET, type Question, SURE, surePage } from '../../portal/sure-page.tsx';
import { fieldsTyped } from './fields.ts';
import type { PageAnswer, Visit } from './visit.ts';

/**
 * The answer to a form that does what cannot be taken back: its sender is asked once more, and whatever they typed goes
 * along, also where they go back with it. Where there is no question, the form is answered at once: it does nothing of
 * that kind.
 *
 *     ownPage(server, parts, route, sure(whichPasskey, removePasskey))
 */
export const sure =
  <V extends Visit>(
    question: (visit: V) => Question | undefined | Promise<Question | undefined>,
    answer: (visit: V) => Promise<PageAnswer>,
    /** The page before, as it was filled in: for a question that says where something was typed. */
    asTyped?: (visit: V) => Promise<PageAnswer>,
  ): ((visit: V) => Promise<PageAnswer>) =>
  async (visit) => {
    const { form, frame, request } = visit;
    const said = form.text(SURE);
    if (said === NOT_YET && asTyped) return asTyped(visit);
    if (said !== '' && said !== NOT_YET) return answer(visit);
    const asked = await question(visit);
    if (!asked) return answer(visit);
    const fields = fieldsTyped(form).filter(({ name }) => name !== SURE);
    return { html: surePage({ ...frame, ...asked, path: request.url, fields }) };
  };

/** A question in its words, about these values. */
export const questionOf = <V>({ title, about, button }: Sure<V>, values: V, back: string): Question => ({
  title: title(values),
  about: [about(values)],
  button,
  back,
});
