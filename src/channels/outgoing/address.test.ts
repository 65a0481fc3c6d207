import { expect, test } from 'vitest';
import { isAllowed, isOpenAddress } from './address.ts';

test.each([
  ['the first open address', '1.0.0.0'],
  ['before the private ten', '9.255.255.255'],
  ['after the private ten', '11.0.0.0'],
  ['before the shared space', '100.63.255.255'],
  ['after the shared space', '100.128.0.0'],
  ['before the private 172', '172.15.255.255'],
  ['after the private 172', '172.32.0.0'],
  ['before multicast', '223.255.255.255'],
  ['a public IPv6', '2606:4700::1'],
])('%s, %s, is open', (_what, address) => {
  expect(isOpenAddress(address)).toBe(true);
});

test.each([
  ['this network', '0.0.0.0'],
  ['this machine', '127.0.0.1'],
  ['this machine by another address', '127.255.255.254'],
  ['a private network', '10.1.2.3'],
  ['a private network', '172.16.0.1'],
  ['a private network', '172.31.255.255'],
  ['a private network', '192.168.1.1'],
  ['a link, with a cloud’s secrets', '169.254.169.254'],
  ['a carrier’s shared space', '100.64.0.1'],
  ['the end of it', '100.127.255.255'],
  ['documentation', '192.0.2.1'],
  ['benchmarks', '198.19.0.1'],
  ['multicast', '224.0.0.1'],
  ['the last multicast', '239.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['no IPv6 address', '::'],
  ['this machine', '::1'],
  ['a link', 'fe80::1'],
  ['a link with its zone', 'fe80::1%eth0'],
  ['a private network', 'fc00::1'],
  ['a private network', 'fd12:3456::1'],
  ['a site', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['documentation', '2001:db8::1'],
  ['IPv4 mapped', '::ffff:127.0.0.1'],
  ['IPv4 mapped, in hexadecimal', '::ffff:7f00:1'],
  ['IPv4 mapped, written out', '0:0:0:0:0:ffff:a00:1'],
  ['IPv4 mapped, though open', '::ffff:1.1.1.1'],
  ['IPv4 compatible', '::127.0.0.1'],
  ['IPv4 translated', '64:ff9b::7f00:1'],
  ['IPv4 in 6to4', '2002:7f00:1::'],
  ['IPv4 in Teredo', '2001:0:7f00:1::'],
  ['no address', 'localhost'],
  ['a decimal spelling', '2130706433'],
  ['an octal spelling', '0177.0.0.1'],
  ['a hexadecimal spelling', '0x7f.0.0.1'],
  ['a short spelling', '127.1'],
  ['nothing', ''],
])('%s, %s, is closed', (_what, address) => {
  expect(isOpenAddress(address)).toBe(false);
});

test.each([
  ['its name', 'hooks.example', '10.0.0.1', ['hooks.example'], true],
  ['its name in capitals', 'hooks.example', '10.0.0.1', ['Hooks.Example'], true],
  ['a longer name', 'a.hooks.example', '10.0.0.1', ['hooks.example'], false],
  ['its address', 'hooks.example', '10.0.0.1', ['10.0.0.1'], true],
  ['another address', 'hooks.example', '10.0.0.2', ['10.0.0.1'], false],
  ['a range', 'hooks.example', '10.9.0.1', ['192.168.0.0/16', '10.0.0.0/8'], true],
  ['a range of IPv6', 'hooks.example', 'fd00::1', ['fd00::/8'], true],
  ['a range of the other kind', 'hooks.example', '::ffff:10.0.0.1', ['10.0.0.0/8'], false],
  ['nothing', 'hooks.example', '10.0.0.1', [], false],
  ['its name, with an answer that is no address', 'hooks.example', '0177.0.0.1', ['hooks.example'], false],
])('what is allowed by %s', (_by, host, address, allowed, expected) => {
  expect(isAllowed(host, address, allowed)).toBe(expected);
});
