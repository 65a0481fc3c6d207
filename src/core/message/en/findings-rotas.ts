import type { FindingWords } from '../findings.ts';
import type { RotaEntry, RotaFindings } from '../findings-rotas.ts';
import { formatLocal } from './dates.ts';

const ENTRIES: Readonly<Record<RotaEntry, string>> = {
  timeOff: 'Time off',
  swap: 'Swap',
  override: 'Override',
};

const LAYER_KEYS: Readonly<Record<RotaFindings['rota-layer-incomplete']['key'], readonly [string, string]>> =
  {
    turns: ['who takes turns', 'Name them under `turns`, as [ana, bo, cy].'],
    every: ['how long a turn lasts', 'Write it under `every`, as "1 week" or "12 hours".'],
    from: ['from which date it begins', 'Write the date of the first hand-over under `from`.'],
    handOver: ['when turns are handed over', 'Write the time of day under `handOver`, as "09:00".'],
  };

const ENTRY_KEYS: Readonly<Record<RotaFindings['rota-entry-incomplete']['key'], string>> = {
  who: 'whose time it is',
  from: 'from when it holds',
  until: 'until when it holds',
};

type Uncovered = RotaFindings['level-uncovered'];

/** `Sat 5 Dec 2026, 9:00 am Pacific until Sun 6 Dec 2026, 9:00 am Pacific` */
const during = ({ from, until, timeZone }: Uncovered): string =>
  `${formatLocal(from, timeZone, { year: true, zone: true })} until ${formatLocal(until, timeZone, { year: true, zone: true })}`;

const again = (more: number): string =>
  more === 0 ? '' : `, and so ${more === 1 ? 'once' : `${more} times`} more within a year`;

const UNCOVERED: Readonly<Record<Uncovered['cover'], (values: Uncovered) => string>> = {
  nobody: (values) =>
    `Level ${values.level} has nobody on duty, and nobody it reaches otherwise, from ${during(values)}${again(values.more)}.`,
  otherwise: (values) =>
    `Level ${values.level} has nobody on duty from ${during(values)}${again(values.more)}; ${values.names.join(' and ')} would be reached otherwise.`,
  thin: (values) =>
    `Level ${values.level} has only ${values.names.join(' and ')} on duty, without two ${values.isConfirmed ? 'confirmed ' : ''}ways to be reached that do not fail together, from ${during(values)}${again(values.more)}.`,
};

export const rotaFindings: FindingWords<RotaFindings> = {
  'level-uncovered': {
    message: (values) => UNCOVERED[values.cover](values),
    advice: ({ cover, isConfirmed }) =>
      cover === 'thin'
        ? isConfirmed
          ? 'Have them confirm two, or give a second number or an address; `ladder coverage --facts` lists every such time.'
          : 'Give a second number or an address; `ladder coverage` lists every such time.'
        : 'Close it by a layer below, or by an override; `ladder coverage` lists every such time.',
  },
  'rota-empty': {
    message: ({ rota }) => `The rota ${rota} has no layers, so nobody is ever on duty by it.`,
    advice: () => 'Add a layer with its `turns`, or take the rota out.',
  },
  'rota-entry-incomplete': {
    message: ({ rota, entry, number, key }) =>
      `${ENTRIES[entry]} ${number} of the rota ${rota} does not say ${ENTRY_KEYS[key]}.`,
    advice: ({ key }) =>
      key === 'who'
        ? 'Write the id of a contact under `who`.'
        : `Write it under \`${key}\`, as 2026-12-24T18:00.`,
  },
  'rota-hours-doubled': {
    message: ({ rota, layer }) =>
      `Layer ${layer} of the rota ${rota} has a \`week\` of its own and a \`calendar\`.`,
    advice: () => 'Keep one of the two.',
  },
  'rota-id-taken': {
    message: ({ rota }) => `\`${rota}\` is a rota and a contact at once.`,
    advice: () => 'Give one of the two another id, so that `reach` can tell them apart.',
  },
  'rota-layer-incomplete': {
    message: ({ rota, layer, key }) =>
      `Layer ${layer} of the rota ${rota} does not say ${LAYER_KEYS[key][0]}.`,
    advice: ({ key }) => LAYER_KEYS[key][1],
  },
  'rota-override-unclear': {
    message: ({ rota, number, kinds }) =>
      kinds.length > 1
        ? `Override ${number} of the rota ${rota} says ${kinds.join(' and ')} at once.`
        : `Override ${number} of the rota ${rota} does not say what it does.`,
    advice: () =>
      'Write one of { replace: ana, with: [bo] }, { only: [bo] }, { add: [bo] } and { remove: [ana] }.',
  },
  'rota-period-reversed': {
    message: ({ rota, entry, number, from, until }) =>
      `${ENTRIES[entry]} ${number} of the rota ${rota} ends at ${until}, which is not after ${from}.`,
    advice: () => 'Correct one of the two times; `until` itself does not belong to it.',
  },
  'rota-swap-open': {
    message: ({ rota, number, names }) =>
      `Swap ${number} of the rota ${rota} changes nothing yet: ${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} not accepted it.`,
    advice: () => 'Name both under `accepted` once they have said so, or take the swap out.',
  },
  'rota-unused': {
    message: ({ rota }) => `No level reaches the rota ${rota}.`,
    advice: () => 'Name it under `reach` of a level, or take it out.',
  },
};
