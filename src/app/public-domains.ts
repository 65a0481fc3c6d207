/**
 * Domains at which anybody gets a mailbox, so that having one there says nothing of where somebody works. Kept as a
 * list of the kinds that are known, and never whole: an administrator looks before allowing a domain.
 */
const PUBLIC: ReadonlySet<string> = new Set(
  `aol.com duck.com email.com fastmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.com
  hushmail.com icloud.com inbox.com live.com mac.com mail.com mail.ru mailbox.org mailinator.com me.com msn.com
  outlook.com pm.me posteo.de proton.me protonmail.com rocketmail.com t-online.de tuta.com tutanota.com web.de
  yahoo.com yandex.com yandex.ru ymail.com zoho.com`.split(/\s+/),
);

/** `yahoo.` and `hotmail.` have one in most countries. */
const PUBLIC_ANYWHERE = /^(?:yahoo|ymail|hotmail|live|outlook|gmx)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;

/** Whether anybody gets a mailbox at this domain. */
export const isPublicDomain = (domain: string): boolean => PUBLIC.has(domain) || PUBLIC_ANYWHERE.test(domain);
