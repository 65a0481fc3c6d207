import type { Language } from '../catalogue.ts';
import type { MailLink, MailNews } from '../mail.ts';

interface LinkMail {
  readonly contractTitle: string | undefined;
  readonly customerName: string | undefined;
}

type SignInMailKind = 'signIn' | 'domain' | 'invitation';

/** What a mail with a link that signs somebody in knows. */
export interface SignInMail extends LinkMail {
  readonly kind: SignInMailKind;
  readonly language: Language;
  /** A placeholder still. */
  readonly url: string;
  readonly demonstration: boolean;
}

/** The sentences of mails that sign somebody in. */
export interface SignInMailWords {
  readonly mails: Readonly<
    Record<SignInMailKind, (values: LinkMail) => MailNews & { readonly link: MailLink }>
  >;
  readonly footer: (values: { contractTitle: string | undefined }) => string;
}
