import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Callable, curlExample } from './curl-example.ts';

const ASK: Callable = {
  method: 'post',
  path: '/api/v1/contracts/{contract}/cases/{caseId}/asks',
  parameters: [
    { name: 'contract', in: 'path', example: 'calnet' },
    { name: 'caseId', in: 'path', example: '100001' },
    { name: 'if-match', in: 'header' },
  ],
  body: { type: 'application/json', example: { text: "Who's on it? $HOME `id`" } },
  replyType: 'application/json',
  isSecured: true,
};
const BASE = 'http://localhost:8080';

/** What a shell makes of a line: the words of the command. */
const words = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', line.replace(/^curl/, "printf '%s\\n'")], {
    env: { LADDER_TOKEN: 'ladder_x' },
    encoding: 'utf8',
  })
    .trimEnd()
    .split('\n');

test('a command is posted with its example and the token of the surroundings', () => {
  expect(words(curlExample(ASK, BASE))).toEqual([
    '-X',
    'POST',
    `${BASE}/api/v1/contracts/calnet/cases/100001/asks`,
    '-H',
    'Authorization: Bearer ladder_x',
    '-H',
    'Content-Type: application/json',
    '-d',
    JSON.stringify(ASK.body?.example),
  ]);
});

test('a read has no body and no more than its examples in the address', () => {
  const parameters = [
    { name: 'contract', in: 'path', example: 'calnet' },
    { name: 'track', in: 'query', example: 'service impacting' },
    { name: 'level', in: 'query' },
  ];
  const read: Callable = {
    ...{ method: 'get', path: '/api/v1/contracts/{contract}/forecasts', parameters },
    ...{ body: undefined, replyType: 'application/json', isSecured: false },
  };
  const url = `${BASE}/api/v1/contracts/calnet/forecasts?track=service+impacting`;
  expect(words(curlExample(read, BASE))).toEqual([url]);
  expect(words(curlExample({ ...read, replyType: 'text/event-stream' }, BASE))).toEqual(['-N', url]);
  expect(words(curlExample({ ...read, replyType: 'application/pdf' }, BASE))).toEqual(['-OJ', url]);
});

test('a file is sent as the bytes it has', () => {
  const body = { type: 'application/octet-stream', example: 'It dropped at noon.' };
  expect(words(curlExample({ ...ASK, body }, BASE)).slice(-3)).toEqual([
    'Content-Type: application/octet-stream',
    '--data-binary',
    'It dropped at noon.',
  ]);
});
