const DELIVERY_ID = '[A-Za-z0-9][A-Za-z0-9_-]{0,63}';
const BOUNCE = new RegExp(`^bounce\\+(${DELIVERY_ID})$`, 'i');

/** The message id of a delivery, without brackets: the same at every attempt, so that a mailbox knows a repeated copy. */
export const messageIdOf = (deliveryId: string, domain: string): string => `${deliveryId}@${domain}`;

/**
 * The envelope sender of a delivery. Each has its own, so that a refusal which comes back later says which
 * delivery it is about even where it quotes nothing of the mail.
 */
export const bounceAddress = (deliveryId: string, domain: string): string => `bounce+${deliveryId}@${domain}`;

/** The delivery whose envelope sender this is; undefined for every other address. */
export function deliveryOfBounceAddress(address: string, domain: string): string | undefined {
  const [local, host] = splitAddress(address);
  return host === domain.toLowerCase() ? BOUNCE.exec(local)?.[1] : undefined;
}

/**
 * The first of our own message ids that a text names, as the delivery it belongs to.
 *
 *     deliveryNamedIn('In-Reply-To: <d-17@mail.example>', 'mail.example')  // 'd-17'
 */
export function deliveryNamedIn(text: string, domain: string): string | undefined {
  const host = domain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`<(${DELIVERY_ID})@${host}>`, 'i').exec(text)?.[1];
}

/** Where addresses of ours lie: each by itself at a domain or, with `plus`, all behind the plus sign of one mailbox there. */
export interface AddressPlace {
  readonly domain: string;
  /** The name of that mailbox. */
  readonly plus?: string | undefined;
}

/**
 * An address of ours as it is written outside.
 *
 *     shownAddress('reply+k3vq@agency.example', { domain: 'agency.example', plus: 'ladder' })
 *     // 'ladder+reply+k3vq@agency.example'
 */
export function shownAddress(address: string, { domain, plus }: AddressPlace): string {
  const [local, host] = splitAddress(address);
  return plus === undefined || host !== domain.toLowerCase() ? address : `${plus}+${local}@${host}`;
}

/** The address of ours that one from outside stands for; any other as it is, also one from before there was a `plus`. */
export function ownAddress(address: string, { domain, plus }: AddressPlace): string {
  const [local, host] = splitAddress(address);
  const begins = `${plus}+`.toLowerCase();
  const isOurs =
    plus !== undefined && host === domain.toLowerCase() && local.toLowerCase().startsWith(begins);
  return isOurs ? `${local.slice(begins.length)}@${host}` : address;
}

function splitAddress(address: string): readonly [local: string, host: string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1).toLowerCase()];
}
