/** Asks the domain name system, as `dns.promises.resolve` does. */
export type MailResolver = (name: string, type: string) => Promise<string[][] | string[]>;

interface ResolverBounds {
  readonly questionsMax: number;
  readonly answerWithinMs: number;
}

/**
 * A resolver for one message: who signs a mail a hundred times does not make us ask a hundred times, and a name
 * server that never answers does not hold the mail up. What is not answered counts as trouble of the network,
 * which vouches for nothing.
 */
export function boundedResolver(resolver: MailResolver, bounds: ResolverBounds): MailResolver {
  let asked = 0;
  return async (name, type) => {
    asked += 1;
    if (asked > bounds.questionsMax) throw unanswered();
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(unanswered()), bounds.answerWithinMs);
    try {
      return await Promise.race([resolver(name, type), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

const unanswered = (): Error => Object.assign(new Error('name not answered'), { code: 'ETIMEOUT' });
