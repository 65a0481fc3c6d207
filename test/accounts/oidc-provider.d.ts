declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Context {
    readonly oidc: {
      readonly provider: {
        readonly Grant: new (of: { readonly clientId: string; readonly accountId: string }) => Grant;
      };
      readonly session?: { readonly accountId?: string };
    };
  }
  interface Configuration {
    readonly loadExistingGrant: (context: Context) => Promise<Grant>;
    readonly interactions: {
      readonly url: (context: unknown, interaction: { readonly uid: string }) => Promise<string>;
    };
    readonly [other: string]: unknown;
  }

  /** What the tests use of it; the library brings no types. */
  class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }

  export { Provider };
}
