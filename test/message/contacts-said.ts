import { values } from './said.ts';

/** Changes of each number and address, with every way in which they go on. */
export const CONTACT_CHANGES = (['email', 'office', 'mobile'] as const).flatMap((field) =>
  (['taken-back', 'replaced', 'wrong-codes', 'frozen', 'agreement'] as const).map((because, index) => ({
    ...{ field, because, over: (['code', 'call', 'agreement'] as const)[index % 3] },
    party: index % 2 === 0 ? 'oversight' : 'contractor',
    verdict: index % 2 === 0 ? 'use' : 'keep',
    codeBy: (['email', 'text', 'call'] as const)[index % 3],
    ...{ code: '20417733', url: 'https://k.example/hold' },
    ...{ contractTitle: 'Harbour lights', name: 'Rhea', value: 'Vex', newValue: '+1 916 555 0142' },
    ...{ oldValue: '+1 916 555 0101', at: values('full').at, timeZone: 'America/Los_Angeles' },
  })),
);
