import type { DutiesView } from '../../app/views/obligation/duties-view.ts';
import type { ObligationLine } from '../../app/views/obligation/obligation-lines.ts';
import { obligationsPath } from '../../app/views/obligation/obligation-paths.ts';
import { catalogue } from '../../core/message/catalogue.ts';
import type { Party } from '../../core/plan/format/schema-values.ts';
import type { Html } from '../../render/jsx-runtime.ts';
import { type Frame, page } from '../frame.tsx';
import { table } from '../parts/lists.tsx';

interface RolesView extends Frame {
  readonly contract: string;
  readonly duties: DutiesView | undefined;
  /** The next date of each obligation. */
  readonly next: readonly ObligationLine[];
}

const PARTIES: readonly Party[] = ['customer', 'contractor', 'oversight'];

/** Who does what under a plan, as two matrices that print. */
export function rolesPage(view: RolesView): string {
  const { obligations: words } = catalogue(view.language);
  return page({
    ...view,
    title: words.roles.title,
    isWide: true,
    crumbs: [{ title: words.title, path: obligationsPath(view.contract) }],
    children: (
      <>
        <p>{words.roles.about}</p>
        {dutyMatrix(view)}
        {obligationMatrix(view)}
      </>
    ),
  });
}

function dutyMatrix({ language, duties }: RolesView): Html {
  const { roles, parties } = catalogue(language).obligations;
  const rows = duties?.duties ?? [];
  if (rows.length === 0) return emptyMatrix(roles.duties, roles.empty);
  return table({
    caption: roles.duties,
    columns: [{ title: roles.duty }, ...PARTIES.map((party) => ({ title: parties[party] }))],
    rows: rows.map(({ duty, role, party }) => [
      duty,
      ...PARTIES.map((one) => (one === party ? role : roles.none)),
    ]),
  });
}

function obligationMatrix({ language, next }: RolesView): Html {
  const { roles, parties, list, date } = catalogue(language).obligations;
  if (next.length === 0) return emptyMatrix(roles.owed, roles.empty);
  const part = ({ state: { terms } }: ObligationLine, party: Party): string => {
    const does = [
      ...(terms.owner === party ? [roles.owes] : []),
      ...(terms.acceptedBy === party ? [roles.accepts] : []),
    ];
    return does.join(', ') || roles.none;
  };
  return table({
    caption: roles.owed,
    columns: [
      { title: list.columns.what },
      { title: list.columns.due },
      ...PARTIES.map((party) => ({ title: parties[party] })),
    ],
    rows: next.map((line) => [
      line.state.terms.title,
      date(line.state.dueOn),
      ...PARTIES.map((party) => part(line, party)),
    ]),
  });
}

const emptyMatrix = (title: string, says: string): Html => (
  <section>
    <h2>{title}</h2>
    <p>{says}</p>
  </section>
);
