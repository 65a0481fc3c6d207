import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalWords } from '../../core/message/case.ts';
import { type Frame, wordPage } from '../../portal/frame.tsx';
import { oftenFormPage } from '../../portal/kept-form-page.tsx';
import { isFromHere } from '../at-home.ts';
import { STATUS } from '../problem.ts';
import { sendPage } from './guards.ts';
import { typedForm } from './typed-form.ts';

/** Answers what came more often than it may: of a form of our own with what was typed, to be sent again later. */
export async function sayTooOften(
  request: FastifyRequest,
  reply: FastifyReply,
  { frame, words }: { readonly frame: Frame; readonly words: RefusalWords },
): Promise<FastifyReply> {
  const { message: title, advice: about } = words;
  const typed = isFromHere(request, true) ? await typedForm(request).catch(() => undefined) : undefined;
  const html = typed ? oftenFormPage({ ...frame, title, about, typed }) : wordPage(frame, words);
  return sendPage(reply, STATUS['requests-too-many'], html);
}
