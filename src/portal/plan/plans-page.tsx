import type { ListedPlan } from '../../app/views/plan/listed-plans.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import { type Frame, page } from '../frame.tsx';
import { emptyState } from '../parts/notices.tsx';

interface PlansView extends Frame {
  readonly plans: readonly ListedPlan[];
}

/** Every plan in force, for whoever looks for theirs. */
export function plansPage(view: PlansView): string {
  const words = catalogue(view.language).planPage.list;
  const { plans } = view;
  return page({
    ...view,
    title: words.title,
    children:
      plans.length === 0 ? (
        emptyState({ title: words.emptyTitle, children: <p>{words.empty}</p> })
      ) : (
        <>
          <p>{words.about}</p>
          <ul>
            {plans.map(({ contract, title, number }) => (
              <li>
                <a href={`/plans/${encodeURIComponent(contract)}`}>{title}</a>
                <br />
                <span class="quiet small">{words.revision({ number })}</span>
              </li>
            ))}
          </ul>
        </>
      ),
  });
}
