import { catalogue } from '../../core/message/catalogue.ts';
import type { RoleName } from '../../core/message/portal/sign-in.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';

/** Somebody of a demonstration whose place can be taken. */
interface Sample {
  readonly contract: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly grants: readonly { readonly role: string; readonly customerName: string | undefined }[];
}

interface StepInView extends Frame {
  readonly people: readonly Sample[];
  /** The roles in the order in which their people stand on the page. */
  readonly order: readonly RoleName[];
  /** Where to go on. */
  readonly goOn: string;
}

/** Everybody of a demonstration, each once, under the first of their roles. */
export function stepInPage(view: StepInView): string {
  const { signIn } = catalogue(view.language);
  const words = signIn.stepIn;
  const byRole = view.order.map((role) => ({ role, people: view.people.filter(isFirst(role, view.order)) }));
  return page({
    ...view,
    title: words.title,
    isWide: true,
    children: (
      <>
        {view.visitor && <p>{words.now({ name: view.visitor.name })}</p>}
        <p>{view.people.length > 0 ? words.about : words.empty}</p>
        {byRole
          .filter(({ people }) => people.length > 0)
          .map(({ role, people }) => (
            <section class="step-in">
              <div>
                <h2>{signIn.roles[role]}</h2>
                <p>{words.try[role]}</p>
              </div>
              <ul>
                {people.map((person) => (
                  <li>{personForm(view, person, role)}</li>
                ))}
              </ul>
            </section>
          ))}
      </>
    ),
  });
}

const isFirst =
  (role: RoleName, order: readonly RoleName[]) =>
  ({ grants }: Sample): boolean =>
    order.find((one) => grants.some((grant) => grant.role === one)) === role;

/** Whose place it is: what they are called, for which customer, and what else they are than the heading says. */
function personForm(
  view: StepInView,
  { contract, personId, name, title, grants }: Sample,
  under: RoleName,
): Html {
  const { signIn } = catalogue(view.language);
  const said = [
    title,
    ...grants.map(({ role, customerName }) => {
      const known = view.order.find((one) => one === role);
      if (role === under) return customerName;
      const what = known ? signIn.role[known] : role;
      return customerName === undefined ? what : `${what} ${signIn.stepIn.of({ customerName })}`;
    }),
  ].filter((one) => one !== undefined);
  return (
    <form method="post" action="/step-in" accept-charset="utf-8">
      <input type="hidden" name="contract" value={contract} />
      <input type="hidden" name="person" value={personId} />
      <input type="hidden" name="then" value={view.goOn} />
      <button type="submit" class="plain">
        {signIn.stepIn.button({ name })}
      </button>
      <span class="quiet small">{said.join(' · ')}</span>
    </form>
  );
}
