import type { AccountKeeping, DomainProblem, SignUpDomain } from '../app/ports/account-keeping.ts';
import type { ChangedBy } from '../app/ports/contracts.ts';
import { isPublicDomain } from '../app/public-domains.ts';
import { asInstant } from '../core/instant.ts';
import { addMailedLink } from './links.ts';
import { noted, type Within } from './within.ts';

/** Whoever is invited may be away for some days. */
const INVITATION_MS = 7 * 86_400_000;
/** One or more names with a dot between, as mail has them; no address, no place of a network. */
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** What administrators ask of accounts. */
export function accountKeeping(within: Within): AccountKeeping {
  const { book, known } = within;
  return {
    async invite(person, language, { accountId: byAccountId, browser }) {
      const found = await book.personAddress(person);
      if (!found) return 'personUnknown';
      const { email, contractTitle } = found;
      if (email === undefined) return 'addressMissing';
      await addMailedLink(within, {
        email: email.toLowerCase(),
        known: { is: 'person', ...person, contractTitle, customerId: undefined, customerName: undefined },
        purpose: 'invitation',
        goOn: `/contracts/${encodeURIComponent(person.contract)}`,
        language,
        until: (at) => asInstant(at + INVITATION_MS),
      });
      await noted(within, browser, { kind: 'invited', ...person, byAccountId });
      return 'invited';
    },
    async endSessionsOf(person, { accountId: byAccountId, browser }) {
      const accountId = await book.accountOf(person);
      if (accountId === undefined) return 0;
      const count = await book.endOtherSessions(accountId, undefined);
      known.forget();
      await noted(within, browser, {
        kind: 'sessionsEnded',
        accountId,
        ...person,
        byAccountId,
        detail: String(count),
      });
      return count;
    },
    happened: (contract, page) => book.happened(contract, page),
    domains: (contract) => book.domains(contract),
    endInvitations: (person) => book.endInvitations(person),
    allowDomain: (domain, by) => allowDomain(within, domain, by),
    withdrawDomain: (contract, domain, by) => book.withdrawDomain(contract, domain, by),
  };
}

async function allowDomain(
  { book }: Within,
  { contract, customerId, domain }: SignUpDomain,
  by: ChangedBy,
): Promise<DomainProblem | undefined> {
  const named = domain.trim().toLowerCase().replace(/^@/, '');
  if (!DOMAIN.test(named)) return 'malformed';
  if (isPublicDomain(named)) return 'public';
  return book.allowDomain({ contract, customerId, domain: named }, by);
}
