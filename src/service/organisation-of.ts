import { askOutside } from '../channels/outgoing/ask-outside.ts';
import type { Config } from '../config.ts';

/** The organisation's directory that the settings name; undefined where they name none. */
export function organisationOf(config: Config) {
  const {
    oidcIssuer: issuer,
    oidcClientId: clientId,
    oidcClientSecret: clientSecret,
    oidcName: name,
  } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || name === undefined) {
    return undefined;
  }
  const directory = { name, issuer, clientId, clientSecret, domains: config.oidcDomains };
  return { directory, ask: askOutside(config.outgoingPrivate) };
}
