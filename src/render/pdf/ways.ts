import { catalogue, type Language } from '../../core/message/catalogue.ts';
import type { PaperPerson, Words } from '../paper/paper.ts';

/** How somebody is reached, in the words of their card: the number that is tried first before the others. */
export function waysOf(
  { office, mobile, email }: Pick<PaperPerson, 'office' | 'mobile' | 'email'>,
  language: Language,
): readonly Words[] {
  const { parts, planPage } = catalogue(language);
  const { call, mail } = parts.person;
  const link = (text: string, href: string): Words => [{ text, href }];
  return [
    office === undefined ? [] : [link(`${call} ${office}`, `tel:${dialled(office)}`)],
    mobile === undefined ? [] : [link(planPage.people.mobile({ number: mobile }), `tel:${dialled(mobile)}`)],
    email === undefined ? [] : [link(`${mail} ${email}`, `mailto:${email}`)],
  ].flat();
}

/** A number as a telephone takes it: `+19165550142`. */
const dialled = (number: string): string => number.replace(/[^\d+]/g, '');
