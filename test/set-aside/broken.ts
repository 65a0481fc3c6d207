import type { Store, Transaction } from '../../src/app/ports/store.ts';

export const BUG = 'a bug in this command alone';

/** From now on whatever is written of a case is undone by a bug, though the case itself is sound; answers what mends it. */
export function broken(store: Pick<Store, 'transaction'>): () => void {
  const { transaction } = store;
  const failing = (tx: Transaction): Transaction =>
    new Proxy(tx, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name, target);
        if (name !== 'record') return typeof own === 'function' ? own.bind(target) : own;
        return async (changes: Parameters<Transaction['record']>[0]) => {
          await target.record(changes);
          if (changes.length > 0) throw new TypeError(BUG);
        };
      },
    });
  const through: Store['transaction'] = (work) => transaction((tx) => work(failing(tx)));
  Object.assign(store, { transaction: through });
  return () => Object.assign(store, { transaction });
}
