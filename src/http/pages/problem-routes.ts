import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asInstant } from '../../core/instant.ts';
import { problemsPage } from '../../portal/problems-page.tsx';
import { field, mayOperate, operatorFrame, sendPage } from './guards.ts';
import type { PageParts } from './page-parts.ts';
import { PROBLEMS } from './places.ts';

/** Lines of each list; what is beyond comes up when those before it are mended. */
const LINES_MAX = 100;

/** What went wrong and is not mended yet, and what may be done about it. */
export function problemRoutes(server: FastifyInstance, parts: PageParts): void {
  const schema = { hide: true };
  server.get(PROBLEMS.path, { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    return show(parts, request, reply);
  });
  server.post(`${PROBLEMS.path}/letters`, { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    await parts.operatorActs.tryLettersAgain();
    return reply.redirect(PROBLEMS.path, 303);
  });
  server.post(`${PROBLEMS.path}/deadlines`, { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    await parts.operatorActs.tryDeadlinesAgain();
    return reply.redirect(PROBLEMS.path, 303);
  });
  server.post(`${PROBLEMS.path}/seen`, { schema }, async (request, reply) => {
    if (!(await mayOperate(parts, request, reply))) return reply;
    const asOf = field(request.body, 'asOf');
    // A form that nobody of ours made says nothing about what was seen: the page as it stands is shown again.
    if (INSTANT.test(asOf)) await parts.operatorActs.haveSeen(asInstant(Number(asOf)));
    return reply.redirect(PROBLEMS.path, 303);
  });
}

/** Milliseconds, of any year that a clock here shows. */
const INSTANT = /^\d{12,14}$/;

async function show(parts: PageParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { operator, reading } = parts;
  const now = await reading.now();
  return sendPage(
    reply,
    200,
    problemsPage({
      ...(await operatorFrame(parts, request)),
      now,
      timeZone: await operator.timeZone(),
      late: await operator.late(now, LINES_MAX),
      setAside: await operator.setAside(LINES_MAX),
      failedDeadlines: await operator.failedDeadlines(LINES_MAX),
      failedLetters: await operator.failedLetters(LINES_MAX),
      left: await operator.leftMails(LINES_MAX),
      met: parts.bugs.all(),
      failedChats: await operator.failedChats(LINES_MAX),
      refused: await operator.refused(LINES_MAX),
      failed: await operator.failed(LINES_MAX),
    }),
  );
}
