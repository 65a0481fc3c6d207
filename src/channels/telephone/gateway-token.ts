import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether this `Authorization` has the token of the gateway; how long it takes does not say how much of it is right. */
export const isFromGateway = (token: string, authorization: string): boolean =>
  timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));
