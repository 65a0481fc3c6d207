import type { FastifyRequest } from 'fastify';
import type { Browser } from '../../app/ports/accounts.ts';

/** Whose request it is, as far as it says. */
export const browserOf = ({ headers, ip }: FastifyRequest): Browser => ({
  cookies: headers.cookie,
  address: ip,
  agent: headers['user-agent'],
});
