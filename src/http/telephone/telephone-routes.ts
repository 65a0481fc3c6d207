import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CarrierTongue, SpokenTurn } from '../../app/ports/conversation.ts';
import { takeCall } from '../../app/telephone/take-call.ts';
import { takeNoticeCall } from '../../app/telephone/take-notice-call.ts';
import { takeText } from '../../app/telephone/take-text.ts';
import type { TelephoneParts } from '../../app/telephone/telephone-parts.ts';
import { whispered } from '../../app/telephone/whispered.ts';
import { isId } from '../../app/text-field.ts';
import { languageOf } from '../../core/message/catalogue.ts';
import { fieldsOf } from '../pages/fields.ts';
import type { Fields } from '../pages/visit.ts';
import { CARRIER_LIMIT } from './carrier-limit.ts';

/** What the routes of a carrier are made of. */
export interface TelephoneRoutes extends TelephoneParts {
  readonly number: string;
  readonly tongue: CarrierTongue;
}

/** A carrier's own requests are far shorter; a text has 1,600 signs at most. */
const BODY_BYTES_MAX = 64 * 1024;
const FIELDS_MAX = 200;
/** What a carrier calls a call or a text. */
const CARRIER_ID = /^[A-Za-z0-9_-]{1,64}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TURN = /^\d{1,4}$/;

/**
 * What a carrier of calls and texts asks. Only what it has signed is believed, and everything else is answered the same
 * way, so that nobody learns anything here.
 */
export async function telephoneRoutes(server: FastifyInstance, parts: TelephoneRoutes): Promise<void> {
  server.removeContentTypeParser('application/x-www-form-urlencoded');
  await server.register(formbody, { bodyLimit: BODY_BYTES_MAX });
  const at = (path: string, answer: (asked: Asked) => Promise<string | undefined>): void => {
    server.post(`/telephone${path}`, { schema: { hide: true }, config: CARRIER_LIMIT }, (request, reply) =>
      answerCarrier(parts, request, reply, answer),
    );
  };
  const { tongue } = parts;
  const spoken = async (turn: SpokenTurn | undefined): Promise<string | undefined> =>
    turn && tongue.spoken(turn);
  at('/text', async (asked) => {
    const textId = idIn(asked, 'MessageSid');
    if (textId === undefined) return undefined;
    const { form } = asked;
    const text = await takeText(parts, { textId, from: form.text('From'), body: form.text('Body') });
    return tongue.written({ text });
  });
  at('/call', async (asked) => spoken(await takenCall(parts, asked)));
  at('/call/whisper', async ({ query, form }) => {
    const language = languageOf(query.text('language')) ?? 'en';
    const turn = { callId: query.text('call'), language, keys: form.text('Digits') };
    return spoken(await whispered(parts, { ...turn, isAskedAgain: query.text('again') !== '' }));
  });
  at('/call/notice/:contract/:delivery', async (asked) => spoken(await takenNotice(parts, asked)));
}

/** A request that the carrier has signed. */
interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  readonly form: Fields;
}

async function answerCarrier(
  { tongue, baseUrl }: TelephoneRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (asked: Asked) => Promise<string | undefined>,
): Promise<FastifyReply> {
  void reply.header('cache-control', 'no-store');
  const form = fieldsOf(request.body);
  const names = form.names();
  const params = Object.fromEntries(names.map((name) => [name, form.text(name)]));
  const signature = [request.headers['x-twilio-signature']].flat()[0] ?? '';
  // What is given twice is signed otherwise than it is read here.
  const isPlain = names.length <= FIELDS_MAX && names.every((name) => form.all(name).length === 1);
  const url = `${baseUrl()}${request.url}`;
  if (!isPlain || !tongue.isFromCarrier({ url, params, signature })) {
    return reply.code(403).type('text/plain; charset=utf-8').send('not signed by the carrier');
  }
  const given = {
    params: request.params as Readonly<Record<string, string>>,
    query: fieldsOf(request.query),
    form,
  };
  const said = Object.values(params).some((value) => value.includes('\0')) ? undefined : await answer(given);
  if (said === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('nothing there');
  return reply.code(200).type('text/xml; charset=utf-8').send(said);
}

function idIn({ form }: Asked, field: 'CallSid' | 'MessageSid'): string | undefined {
  const id = form.text(field);
  return CARRIER_ID.test(id) ? id : undefined;
}

/** What was heard in a turn, as the carrier says it. */
function turnOf(asked: Asked) {
  const { query, form } = asked;
  const turn = query.text('turn') || '0';
  const callId = idIn(asked, 'CallSid');
  if (callId === undefined || !TURN.test(turn)) return undefined;
  const recordingUrl = form.text('RecordingUrl');
  const isRecording = /^https?:\/\/[^\s]{1,1000}$/.test(recordingUrl);
  return {
    ...{ callId, from: form.text('From'), turn: Number(turn) },
    keys: /^[0-9*#]{1,40}$/.test(form.text('Digits')) ? form.text('Digits') : undefined,
    recordingUrl: isRecording ? recordingUrl : undefined,
  };
}

/** What a carrier says of a call that reached nobody; all else is that nobody picked up. */
const NOT_REACHED: Readonly<Record<string, 'busy' | 'notConnected'>> = {
  busy: 'busy',
  failed: 'notConnected',
};

async function takenCall(parts: TelephoneRoutes, asked: Asked): Promise<SpokenTurn | undefined> {
  const turn = turnOf(asked);
  if (!turn) return undefined;
  const { form } = asked;
  const dialled = form.text('DialCallStatus');
  const reached = dialled === 'completed' && form.text('DialBridged') !== 'false';
  const failed = { reached: false, failure: NOT_REACHED[dialled] ?? 'noAnswer' } as const;
  const connection = dialled === '' ? undefined : reached ? ({ reached } as const) : failed;
  // A later turn of a call that Ladder placed comes here too.
  const notice =
    turn.turn === 0
      ? undefined
      : await takeNoticeCall(parts, { ...turn, notice: undefined, isMachine: false });
  return notice ?? takeCall(parts, { ...turn, connection });
}

async function takenNotice(parts: TelephoneRoutes, asked: Asked): Promise<SpokenTurn | undefined> {
  const { params, form } = asked;
  const turn = turnOf(asked);
  const { contract = '', delivery: deliveryId = '' } = params;
  if (!turn || !isId(contract) || !UUID.test(deliveryId)) return undefined;
  const isMachine = /^(?:machine|fax)/.test(form.text('AnsweredBy'));
  const notice = { contract, deliveryId };
  return takeNoticeCall(parts, { ...turn, turn: 0, from: form.text('To'), notice, isMachine });
}
