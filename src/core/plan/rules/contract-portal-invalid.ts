import type { Rule } from '../rule.ts';

/** The address of the portal is none that a browser opens. */
export const contractPortalInvalid: Rule<'contract-portal-invalid'> = {
  code: 'contract-portal-invalid',
  severity: 'blocking',
  find: ({ contract }) => {
    const portal = contract?.portal;
    if (portal === undefined || isWebAddress(portal)) return [];
    return [{ path: ['contract', 'portal'], values: { portal } }];
  },
};

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
