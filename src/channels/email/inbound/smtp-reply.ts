/** What we answer a mail server that we do not say yes to: the code of RFC 5321, the code of RFC 3463, and why. */
const REPLIES = {
  unknownRecipient: [550, '5.1.1 No such address here'],
  notABounce: [550, '5.7.1 Only reports of failed delivery are taken at this address'],
  tooLarge: [552, '5.3.4 The message is too large; send it without attachments'],
  unreadable: [554, '5.6.0 The message cannot be read'],
  busy: [451, '4.3.1 Too much mail at once; try again later'],
  notTaken: [451, '4.3.0 Not taken now; try again later'],
  tooManyConnections: [421, '4.7.0 Too many connections from this address'],
} as const;

type ReplyName = keyof typeof REPLIES;

/** An answer as the SMTP library takes it; whether a thrown error is one, its code tells. */
export function refuse(name: ReplyName): Error & { readonly responseCode: number } {
  const [responseCode, words] = REPLIES[name];
  return Object.assign(new Error(words), { responseCode });
}

/** The answer to a fault: a refusal of ours as it stands, anything else as "try again". */
export const replyTo = (thrown: unknown): Error =>
  thrown instanceof Error && 'responseCode' in thrown ? thrown : refuse('notTaken');
