import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Role } from '../../app/authorise.ts';
import type { Session } from '../../app/ports/sessions.ts';
import type { Language } from '../../core/message/catalogue.ts';
import type { Frame } from '../../portal/frame.tsx';
import type { PageParts } from './page-parts.ts';
import type { UploadForm } from './upload.ts';

/** Whoever is signed in, as a person of the contract whose page is asked for. */
export interface Visitor {
  readonly session: Session;
  readonly caller: Caller;
  readonly name: string;
  readonly contractTitle: string;
  /** Where instants are shown besides the contract's zone; undefined: nowhere else. */
  readonly timeZone: string | undefined;
  /** What their contract says of them; undefined where nobody has said. */
  readonly language: Language | undefined;
}

/** Fields of a query or a form: one text or several under a name, never anything else. */
export interface Fields {
  /** The first text under a name; empty where there is none. */
  text(name: string): string;
  all(name: string): readonly string[];
  names(): readonly string[];
}

/** One request for a page, with everything known about who asks. */
export interface Visit {
  readonly parts: PageParts;
  readonly language: Language;
  readonly session: Session | undefined;
  /** Undefined where nobody is signed in, or the page is of no contract. */
  readonly visitor: Visitor | undefined;
  readonly frame: Frame;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  /** Empty for a GET. */
  readonly form: Fields;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A visit by somebody of the contract. */
export interface SignedVisit extends Visit {
  readonly session: Session;
  readonly visitor: Visitor;
}

/** What a page answers with. */
export type PageAnswer =
  | { readonly html: string; readonly status?: number }
  /** After a form has done something: 303, to a path of ours. */
  | { readonly seeOther: string }
  /** Something to keep or to read by a program: its bytes, type, and the name to save it under. */
  | {
      readonly body: string | Buffer | NodeJS.ReadableStream;
      readonly type: string;
      readonly saveAs?: string;
      /** The browser shows it; the name is for whoever then keeps it. */
      readonly isShown?: true;
    }
  /** As if it did not exist. */
  | 'missing'
  /** The route has answered by itself, such as a stream. */
  | 'sent';

export interface PageRoute {
  readonly method: 'GET' | 'POST';
  /** With `:contract` in it, the visitor is a person of that contract. */
  readonly path: string;
  /** Of a page for people who are signed in: who else is told that there is no such page. */
  readonly roles?: readonly Role[];
  /** Wants a proof of who they are that is younger than a quarter of an hour: for what is dangerous. */
  readonly isDangerous?: true;
  /** Fields that are secret: of a form that came too late all others are kept. */
  readonly secretFields?: readonly string[];
  /** A form that goes as one of several parts, as one with a file does. */
  readonly upload?: UploadForm;
  /** As pages behind links: so often a minute from one address at most. */
  readonly isBounded?: true;
  /** Requests an hour from one address: of a form that anybody may send, and that writes to people. */
  readonly perHour?: number;
  /** The same for a day, where all who send it share a limit of the day: nobody uses it up for the others. */
  readonly perDay?: number;
}
