import type { CustomerTableWords } from '../portal/customer-table.ts';
import { counted, listed } from './dates.ts';
import { tables } from './people-refusals.ts';

export const customerTable: CustomerTableWords = {
  title: 'Take in a table of customers',
  about:
    'Customers and who keeps their accounts come as a table, as any spreadsheet saves it (CSV). First you see what it would change; nothing is done before you say so, and then all of it or nothing.',
  columns: {
    title: 'How the table looks',
    about:
      'Its first line names the columns, in any order; cells are parted by commas, semicolons or tabs. Only the first column must be there.',
    of: {
      customerId: 'The short name of the customer: up to 64 letters, digits, - and _',
      name: 'What people call the customer; empty for one who is known already',
      accountManager: 'The short name of the person who keeps the account; empty leaves it as it is',
      accountManagerName: 'The name of an account manager who is new here',
      accountManagerEmail: 'The address of an account manager who is new here',
      accountManagerOffice: 'Their office number',
      accountManagerMobile: 'Their mobile number',
    },
  },
  file: {
    label: 'A file',
    hint: ({ kibibytes }) => `CSV in UTF-8, at most 1,000 customers and ${kibibytes} KiB.`,
  },
  text: {
    label: 'Or the table itself',
    hint: 'Pasted from a spreadsheet it works as well.',
    again: 'The table',
  },
  button: 'See what it would change',
  missing: 'Choose a file, or paste the table.',
  preview: {
    title: 'What the table changes',
    nothingYet: 'Nothing is changed yet.',
    changed:
      'Something has changed since this was shown to you, so nothing was done. This is what it would do now.',
    counts: ({ added, changed, unchanged, wrong }) =>
      `${listed(
        [
          added > 0 ? counted(added, 'new customer') : '',
          changed > 0 ? `${counted(changed, 'account')} kept by somebody else from now on` : '',
          unchanged > 0 ? `${counted(unchanged, 'line')} without a change` : '',
          wrong > 0 ? `${counted(wrong, 'line')} that cannot be taken in` : '',
        ].filter((part) => part !== ''),
      )}.`,
    wrong: 'Lines that cannot be taken in',
    wrongAbout: 'One line that cannot be taken in leaves everything as it is. Mend the table and look again.',
    nothing: 'The table says nothing that is not so already.',
    added: 'New customers',
    accounts: 'Accounts that somebody else keeps from now on',
    line: ({ name, isNew, manager, isNewManager, insteadOf }) => {
      const who = manager && `${manager}${isNewManager ? ', who is new here,' : ''} keeps the account`;
      const instead = insteadOf === undefined ? '' : ` instead of ${insteadOf}`;
      if (!isNew) return `${name}: ${who ?? 'nobody'}${instead}.`;
      return who === undefined ? `${name}; nobody keeps the account yet.` : `${name}; ${who}${instead}.`;
    },
    at: ({ line }) => `Line ${line}`,
    more: ({ count }) => `And ${counted(count, 'more line')}.`,
    unchanged: ({ count }) => `${counted(count, 'line')} ${count === 1 ? 'says' : 'say'} what is so already.`,
    without: ({ customers }) => `Afterwards nobody keeps the account of ${listed(customers)}.`,
    button: ({ count }) => `Make ${count === 1 ? 'this change' : `these ${count} changes`}`,
    mend: 'Mend the table',
    again: 'Take another table',
  },
  done: ({ count }) =>
    `${count === 1 ? 'One change is' : `${count} changes are`} made. Running cases keep the account manager they were opened with.`,
  list: {
    filters: 'Which customers',
    all: ({ count }) => `All (${count})`,
    without: ({ count }) => `No account manager (${count})`,
    none: 'Somebody keeps the account of every customer.',
  },
  refusals: tables,
};
