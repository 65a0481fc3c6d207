import { formatInstant } from '../../instant.ts';
import type { PeopleWords } from '../people.ts';
import { counted } from './dates.ts';
import { peopleRefusals } from './people-refusals.ts';

const shown = (value: string | undefined): string => (value === undefined ? 'nothing' : `"${value}"`);

export const people: PeopleWords = {
  refusals: peopleRefusals,
  news: {
    'plan-published': ({ contract, number, agreed, superseded }) =>
      `Revision ${number} of ${contract} is published, agreed by ${agreed.join(' and ')}. New cases open on it${superseded === undefined ? '.' : `; cases that run on revision ${superseded} stay there.`}`,
    'plan-drafted': ({ contract, number, file }) =>
      `Revision ${number} of ${contract} is kept as a draft: no case opens on it until both parties agree. Then: ladder plan load ${file} --agreed WHO,WHO`,
    'plan-unchanged': ({ contract, number, state }) =>
      `Nothing changes: this is revision ${number} of ${contract} (${state}).`,
    'plan-digest': ({ digest }) => `Digest ${digest}`,
    'plan-seats-filled': ({ seats }) => `Seats filled: ${seats.join(', ')}.`,
    'plan-seat-differs': ({ seat, personId, field, plan, live }) =>
      `Kept as it is today: ${field} of ${personId}, who fills ${seat}, is ${shown(live)}; the plan says ${shown(plan)}.`,
    'plan-findings': ({ count, file }) =>
      `${count === 1 ? 'One finding does' : `${count} findings do`} not block it; ladder check ${file} shows ${count === 1 ? 'it' : 'them'}.`,
    'customer-added': ({ customerId, name }) => `Customer ${customerId} (${name}) is added.`,
    'customer-kept': ({ customerId }) => `Customer ${customerId} is there already.`,
    'account-manager-set': ({ customerId, personId }) =>
      `${personId} keeps the account of ${customerId} from now on. Running cases keep who they were opened with.`,
    'table-line': ({ line, customerId, isNew, accountManager, isNewManager }) => {
      const keeps =
        accountManager && `${accountManager}${isNewManager ? ', who is new here,' : ''} keeps the account`;
      return `Line ${line}: ${customerId} ${isNew ? 'is added' : 'is there already'}${keeps ? `; ${keeps}` : ''}.`;
    },
    'table-preview': ({ lines, changes }) =>
      `Nothing is changed yet. Of ${counted(lines, 'line')} ${counted(changes, 'change')} would come; with --yes they are made, all at once.`,
    'table-done': ({ lines, changes }) =>
      `Done: ${counted(changes, 'change')} out of ${counted(lines, 'line')}. Running cases keep who they were opened with.`,
    'table-refused': ({ problems }) =>
      `Nothing is changed: ${counted(problems, 'line')} cannot be taken in. Mend the table and give it again.`,
    'table-without-manager': ({ customers }) => `Nobody keeps the account of: ${customers.join(', ')}.`,
    'person-added': ({ personId, role }) => `${personId} is added as ${role}.`,
    'role-added': ({ personId, role }) => `${personId} is ${role} from now on.`,
    'role-kept': ({ personId, role }) => `${personId} is ${role} already.`,
    'token-made': ({ tokenId, name }) => `Token ${tokenId} (${name}) is made:`,
    'token-shown-once': () => 'It is shown this once; only its digest is kept.',
    'token-revoked': ({ tokenId, name }) => `Token ${tokenId} (${name}) is revoked.`,
    'token-kept-revoked': ({ tokenId, revokedAt }) =>
      `Token ${tokenId} was revoked on ${formatInstant(revokedAt)} already.`,
    'list-empty': ({ of }) => `There are no ${of} yet.`,
  },
  labels: {
    customerId: 'Customer',
    name: 'Name',
    accountManager: 'Account manager',
    personId: 'Person',
    email: 'E-mail',
    roles: 'Roles',
    tokenId: 'Token',
    owner: 'Whose',
    scopes: 'For',
    made: 'Made',
    ends: 'Ends',
    nothing: '-',
    erased: '(erased)',
    administrator: 'administrator',
    revoked: 'revoked',
  },
};
