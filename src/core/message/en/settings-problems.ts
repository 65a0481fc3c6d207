import type { SettingsWords } from '../settings.ts';

const LIST = 'docs/reference/settings.md lists every setting.';

const is = (variable: string, shown: string | undefined): string =>
  shown === undefined ? `What ${variable} holds` : `${variable} is "${shown}", which`;

export const problems: SettingsWords['problems'] = {
  'setting-unknown': ({ variable, suggestion }) => ({
    message: `There is no setting ${variable}.`,
    advice: suggestion === undefined ? `Remove it. ${LIST}` : `Did you mean ${suggestion}? ${LIST}`,
  }),
  'setting-number-not-understood': ({ variable, shown, min, max }) => ({
    message: `${is(variable, shown)} is no whole number from ${min} to ${max}.`,
    advice: `Write ${variable} in digits alone, from ${min} to ${max}.`,
  }),
  'setting-host-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} is neither a host name nor an IP address.`,
    advice: 'Write 127.0.0.1 for this machine alone, 0.0.0.0 for all its networks, without a port.',
  }),
  'setting-hosts-not-understood': ({ variable, part }) => ({
    message: `${variable} names "${part}", which is neither a host name, nor an IP address, nor a range of them.`,
    advice: 'Part the entries by commas, as in 10.0.0.0/8,hooks.agency.example.',
  }),
  'setting-proxies-not-understood': ({ variable, part }) => ({
    message: `${variable} names "${part}", which is neither an IP address nor a range of them.`,
    advice: 'Name the proxies that stand before Ladder, parted by commas, as in 10.1.2.3 or 10.0.0.0/8.',
  }),
  'setting-url-not-understood': ({ variable, shown, schemes, example }) => ({
    message: `${is(variable, shown)} is no address that begins with ${schemes.map((one) => `${one}://`).join(' or ')}.`,
    advice: `Write it as in ${example}.`,
  }),
  'setting-address-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} is no mail address.`,
    advice: 'Write it as in ladder@agency.example or Ladder <ladder@agency.example>.',
  }),
  'setting-mail-name-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} is no name of a mailbox.`,
    advice: 'Write what stands before the plus sign, at most 20 letters and digits: ladder',
  }),
  'setting-domain-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} is no domain that mail can be sent to.`,
    advice: 'Write the part after the @ alone, as in reply.agency.example.',
  }),
  'setting-secret-not-understood': ({ variable, bytesMin }) => ({
    message: `What ${variable} holds is not ${bytesMin} bytes or more in base64 or hexadecimal.`,
    advice: 'Make one with: openssl rand -base64 32',
  }),
  'setting-choice-unknown': ({ variable, shown, choices, suggestion }) => ({
    message: `${is(variable, shown)} is none of ${choices.join(', ')}.`,
    advice: suggestion === undefined ? 'Write one of them.' : `Did you mean "${suggestion}"?`,
  }),
  'setting-text-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} has signs in it that no path has.`,
    advice: 'Write the path of a file or folder, on one line.',
  }),
  'setting-account-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} is no account of a carrier.`,
    advice: 'Write it as the carrier names it: AC, and letters and digits after it.',
  }),
  'setting-telephone-not-understood': ({ variable, shown }) => ({
    message: `${is(variable, shown)} is no telephone number that can be rung from everywhere.`,
    advice: 'Write it with + and the country first, as in +1 916 555 0100.',
  }),
  'setting-missing-beside': ({ variable, beside }) => ({
    message: `${beside} is set, and ${variable} is not.`,
    advice: `Set ${variable} too, or remove ${beside}. ${LIST}`,
  }),
  'setting-host-without-carrier': ({ variable, shown }) => ({
    message: `${variable} is "${shown}", which others can reach, but there is no mail server to tell anybody anything.`,
    advice: 'Set SMTP_URL, or let Ladder listen on 127.0.0.1 until you have a mail server.',
  }),
  'setting-host-in-demonstration': ({ variable, shown }) => ({
    message: `${variable} is "${shown}", which others can reach, and this is a demonstration.`,
    advice: `Remove ${variable}. For others to use Ladder, make a real installation: ladder init`,
  }),
  'setting-carrier-in-demonstration': ({ variable }) => ({
    message: `${variable} is set, and a demonstration sends nothing: what it would send is on its outbox page.`,
    advice: `Remove ${variable}. To send anything, make a real installation: ladder init`,
  }),
  'setting-demonstration-only': ({ variable }) => ({
    message: `${variable} is for demonstrations, and this is a real installation.`,
    advice: `Remove ${variable}.`,
  }),
  'secret-not-readable': ({ file, reason }) => ({
    message: `The secret of this installation, "${file}", cannot be read (${reason}).`,
    advice: 'Let the user who runs Ladder read it, or name the right folder in LADDER_DATA.',
  }),
  'secret-not-writable': ({ file, reason }) => ({
    message: `The secret of this installation cannot be written to "${file}" (${reason}).`,
    advice: 'Let the user who runs Ladder write into that folder, or set LADDER_SECRET.',
  }),
  'secret-open-to-others': ({ file }) => ({
    message: `The secret of this installation, "${file}", can be read by others on this machine.`,
    advice: `Type: chmod 600 "${file}"`,
  }),
  'secret-file-not-understood': ({ file }) => ({
    message: `"${file}" should hold the secret of this installation, and what it holds is none.`,
    advice: 'Bring the file back from a backup. Without it, links and reply addresses already sent are dead.',
  }),
};
