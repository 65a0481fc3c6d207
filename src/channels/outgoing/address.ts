import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are not of the open internet, from the special-purpose registries of IANA (RFC 6890): this
 * machine, private networks, links, carriers' shared space, documentation, benchmarks, multicast, reserved.
 */
const CLOSED_IPV4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** All that is assigned to the open internet in IPv6, and what of it is set apart or carries an IPv4 address inside. */
const OPEN_IPV6 = ['2000::', 3] as const;
const CLOSED_IPV6: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, bits] of CLOSED_IPV4) closed.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of CLOSED_IPV6) closed.addSubnet(network, bits, 'ipv6');
const openIpv6 = new BlockList();
openIpv6.addSubnet(...OPEN_IPV6, 'ipv6');

/**
 * Whether an address belongs to the open internet. An IPv4 address in IPv6 clothes (`::ffff:10.0.0.1`) does not,
 * nor does a text that is no address: a resolver has no reason to answer either.
 *
 *     isOpenAddress('169.254.169.254')  // false
 */
export function isOpenAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      return !address.includes('%') && openIpv6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * Whether the operator allows this host or this address of it: by its name, its address, or a range around it.
 * Names match whole and in any case.
 */
export function isAllowed(host: string, address: string, allowed: readonly string[]): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  return allowed.some((entry) => {
    const [network = '', bits] = entry.split('/');
    const version = isIP(network);
    if (version === 0) return entry.toLowerCase() === host.toLowerCase();
    // Of two kinds of address none contains the other, though a BlockList looks inside mapped ones.
    if (version !== isIP(address)) return false;
    const list = new BlockList();
    const kind = version === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(network, Number(bits ?? (version === 4 ? 32 : 128)), kind);
    return list.check(address, kind);
  });
}
