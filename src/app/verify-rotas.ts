import { plainEvent, wholeEvent } from '../core/plain-event.ts';
import { isSameJson } from '../core/same-json.ts';
import { rotaChainStart } from './ports/chain-start.ts';
import type { KeptLiveEvent, KeptLiveRotas } from './ports/rotas.ts';
import { eventDigest } from './record.ts';
import type { Break } from './verify.ts';

/** Walks the record of what was changed about a contract's rotas: its chain, and its row. */
export function checkLive({ contract, events, row }: KeptLiveRotas, breaks: Break): void {
  let previous = rotaChainStart(contract);
  let number = 0;
  for (const event of events) {
    number += 1;
    if (event.number !== number) breaks('record-rota-event-missing', { contract, event: number });
    previous = eventDigest(previous, number, event.body);
    if (previous !== event.digest || !fitsColumns(event)) {
      breaks('record-rota-event-changed', { contract, event: number });
    }
  }
  if (row?.events !== number || row.head !== previous) breaks('record-rota-row-unlike', { contract });
}

const fitsColumns = ({ type, at, body }: KeptLiveEvent): boolean => {
  const event = wholeEvent(body);
  return event.type === type && event.at === at && isSameJson(plainEvent(event), body);
};
