import { Parser } from 'htmlparser2';

/** What a carrier is told to do in a call, or with a text that came. */
export type Verb =
  | { readonly kind: 'say'; readonly text: string; readonly language: string | undefined }
  | { readonly kind: 'play'; readonly what: string }
  | { readonly kind: 'pause'; readonly seconds: number }
  | Gather
  | RecordVerb
  | Dial
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'hangup' }
  | { readonly kind: 'reject'; readonly isBusy: boolean }
  | { readonly kind: 'message'; readonly text: string; readonly to: string | undefined };

export interface Gather {
  readonly kind: 'gather';
  readonly action: string;
  readonly takesKeys: boolean;
  readonly takesSpeech: boolean;
  readonly timeoutSeconds: number;
  readonly numDigits: number;
  readonly finishOnKey: string;
  /** Whether silence is told to the action as well. */
  readonly actsOnEmpty: boolean;
  readonly inside: readonly Verb[];
}

export interface RecordVerb {
  readonly kind: 'record';
  readonly action: string;
  readonly timeoutSeconds: number;
  readonly maxSeconds: number;
  readonly finishOnKey: string;
  readonly statusCallback: string | undefined;
}

export interface Dial {
  readonly kind: 'dial';
  /** Undefined where the call simply goes on after it. */
  readonly action: string | undefined;
  readonly timeoutSeconds: number;
  readonly callerId: string | undefined;
  readonly numbers: readonly { readonly number: string; readonly url: string | undefined }[];
}

type TwimlRead = { readonly verbs: readonly Verb[] } | { readonly problem: string };

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** The carrier takes no longer answer. */
const TWIML_MAX = 64 * 1024;

/** The verbs of an answer, or what is wrong with it: a carrier that did not understand would drop the call. */
export function readTwiml(text: string): TwimlRead {
  if (text.length > TWIML_MAX) return { problem: 'the answer is longer than 64 KB' };
  const root = nodesOf(text);
  if (typeof root === 'string') return { problem: root };
  const [response, ...more] = root.children;
  if (response?.name !== 'Response' || more.length > 0) return { problem: 'the answer is no <Response>' };
  try {
    return { verbs: response.children.map(verbOf) };
  } catch (error) {
    if (error instanceof NotUnderstood) return { problem: error.message };
    throw error;
  }
}

class NotUnderstood extends Error {}

/** A tree, or what keeps the text from being one: every element that begins ends by its own name. */
function nodesOf(text: string): Node | string {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let problem: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const node: Node = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext(piece) {
        open.at(-1)!.text += piece;
      },
      onclosetag(name, isImplied) {
        open.pop();
        const tag = text.slice(parser.startIndex, parser.endIndex + 1);
        if (isImplied && !tag.endsWith('/>')) problem ??= `<${name}> does not end`;
      },
      onerror(error) {
        problem ??= error.message;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (root.text.trim() !== '') problem ??= 'the answer is not XML';
  return problem ?? root;
}

function verbOf(node: Node): Verb {
  const { name, attributes: has } = node;
  const method = has.method ?? 'POST';
  if (method !== 'POST') throw new NotUnderstood(`<${name} method="${method}">: only POST is signed whole`);
  switch (name) {
    case 'Say':
      return { kind: 'say', text: spokenIn(node), language: has.language };
    case 'Play':
      return { kind: 'play', what: has.digits ?? said(node) };
    case 'Pause':
      return { kind: 'pause', seconds: count(node, 'length', 1) };
    case 'Gather':
      return gatherOf(node);
    case 'Record':
      return {
        kind: 'record',
        action: has.action ?? '',
        timeoutSeconds: count(node, 'timeout', 5),
        maxSeconds: count(node, 'maxLength', 3_600),
        finishOnKey: has.finishOnKey ?? '1234567890*#',
        statusCallback: has.recordingStatusCallback,
      };
    case 'Dial':
      return dialOf(node);
    case 'Redirect':
      return { kind: 'redirect', url: said(node) };
    case 'Hangup':
      return { kind: 'hangup' };
    case 'Reject':
      return { kind: 'reject', isBusy: has.reason === 'busy' };
    case 'Message': {
      const body = node.children.find((child) => child.name === 'Body');
      return { kind: 'message', text: said(body ?? node), to: has.to };
    }
    default:
      throw new NotUnderstood(`<${name}> is no verb of this carrier`);
  }
}

const RATE = /^(?:\d{1,3}%|x-slow|slow|medium|fast|x-fast)$/;

/** What is said; how fast may be marked up in it, for a voice that can do so. */
function spokenIn(node: Node): string {
  const { children, attributes } = node;
  const [inner, ...more] = children;
  if (!inner) return said(node);
  if (inner.name !== 'prosody' || more.length > 0 || inner.children.length > 0 || said(node) !== '') {
    throw new NotUnderstood(`<${inner.name}> in a <Say>`);
  }
  if (!/^(?:Polly|Google)\./.test(attributes.voice ?? '')) {
    throw new NotUnderstood('a basic voice reads no markup');
  }
  const { rate = '' } = inner.attributes;
  if (!RATE.test(rate)) throw new NotUnderstood(`<prosody rate="${rate}"> is no rate`);
  return said(inner);
}

const INSIDE_GATHER = ['Say', 'Play', 'Pause'];

function gatherOf(node: Node): Gather {
  const { attributes: has, children } = node;
  const wrong = children.find(({ name }) => !INSIDE_GATHER.includes(name));
  if (wrong) throw new NotUnderstood(`<${wrong.name}> in a <Gather>`);
  const input = (has.input ?? 'dtmf').split(/\s+/);
  return {
    kind: 'gather',
    action: has.action ?? '',
    takesKeys: input.includes('dtmf'),
    takesSpeech: input.includes('speech'),
    timeoutSeconds: count(node, 'timeout', 5),
    numDigits: count(node, 'numDigits', Number.POSITIVE_INFINITY),
    finishOnKey: has.finishOnKey ?? '#',
    actsOnEmpty: has.actionOnEmptyResult === 'true',
    inside: children.map(verbOf),
  };
}

function dialOf(node: Node): Dial {
  const { attributes: has, children } = node;
  const wrong = children.find(({ name }) => name !== 'Number');
  if (wrong) throw new NotUnderstood(`<${wrong.name}> in a <Dial>`);
  const numbers = children.map((child) => ({ number: said(child), url: child.attributes.url }));
  return {
    kind: 'dial',
    action: has.action,
    timeoutSeconds: count(node, 'timeout', 30),
    callerId: has.callerId,
    numbers: numbers.length > 0 ? numbers : [{ number: said(node), url: undefined }],
  };
}

const said = ({ text }: Node): string => text.replaceAll(/\s+/g, ' ').trim();

function count({ name, attributes }: Node, attribute: string, otherwise: number): number {
  const text = attributes[attribute];
  if (text === undefined) return otherwise;
  if (!/^\d{1,6}$/.test(text)) throw new NotUnderstood(`<${name} ${attribute}="${text}"> is no number`);
  return Number(text);
}
