import type { AdminWords } from '../portal/admin.ts';

export const access: AdminWords['access'] = {
  title: 'Signing in',
  invite: {
    about: (email) =>
      `A mail to ${email} says what this contract is and carries a link that signs them in, once, within seven days.`,
    noAddress: 'No address for mail is recorded of them, so they cannot be invited.',
    language: 'Language of the mail',
    button: 'Send an invitation',
    done: (email) => `An invitation is on its way to ${email}. Its link works once, for seven days.`,
  },
  sessions: {
    about: 'When a telephone or a computer is lost, or somebody leaves, sign them out everywhere.',
    button: 'Sign them out everywhere',
    sure: (name) => `Sign ${name} out everywhere?`,
    sureAbout:
      'They are signed out at every browser and have to sign in again. Their roles stay as they are: take those away too if they are to see nothing more.',
    done: 'They have been signed out everywhere.',
    none: 'They were signed in nowhere.',
  },
};

export const domains: AdminWords['domains'] = {
  title: 'Domains to come by',
  about:
    'Whoever shows that they have a mailbox at one of these domains may sign in by themselves, as one of this customer’s people. Without any, people are added one by one.',
  none: 'No domain is allowed.',
  label: 'Domain',
  hint: 'What stands after the @, such as agency.example. A domain within another is allowed by itself.',
  button: 'Allow the domain',
  withdraw: 'No longer allow it',
  withdrawSure: ({ domain, customer }) => `No longer let people of ${domain} come to ${customer}?`,
  withdrawAbout:
    'Nobody new comes by it. Who came by it before keeps their role until it is taken from them, on their own page.',
  added: 'The domain is allowed.',
  withdrawn: 'The domain is no longer allowed.',
  refusals: {
    malformed: (domain) => ({
      message: domain === '' ? 'No domain was written.' : `“${domain}” is no domain that mail has.`,
      advice: 'Write what stands after the @ in the addresses of the customer, such as agency.example.',
    }),
    public: (domain) => ({
      message: `Anybody gets a mailbox at ${domain}, so it does not show where somebody works.`,
      advice: 'Add these people one by one, under People.',
    }),
    taken: (domain) => ({
      message: `${domain} is another customer’s of this contract already.`,
      advice: 'No longer allow it there first, or add these people one by one, under People.',
    }),
  },
};
