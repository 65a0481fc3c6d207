import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { metersPage } from '../../test/build/meters-page.ts';
import { ROOT } from '../../test/check/source.ts';
import type { MeterReadings } from '../app/ports/meters.ts';
import { catalogue } from '../core/message/catalogue.ts';
import { makeMeters } from './meters.ts';

const READINGS: MeterReadings = {
  queueDepths: new Map([['deadline', 12]]),
  openCases: new Map([
    [1, 7],
    [2, 3],
  ]),
  setAsideCases: 1,
  failedLetters: 2,
  failedDeadlines: 3,
  leftMails: 4,
  mailboxIsUp: true,
  watchLateSeconds: 0,
};

const linesOf = async (meters: ReturnType<typeof makeMeters>): Promise<readonly string[]> =>
  (await meters.text()).text.split('\n');

test('what is counted and what is read is shown', async () => {
  const meters = makeMeters(async () => READINGS);
  meters.deadlinesFired([8, 400]);
  meters.delivered('email', 'handedOver');
  meters.requestAnswered({ route: '/l/:token', method: 'GET', status: 200, ms: 20 });
  meters.requestAnswered({ route: undefined, method: 'GET', status: 404, ms: 1 });
  const lines = await linesOf(meters);
  for (const line of [
    'ladder_deadlines_fired_total 2',
    'ladder_deadline_lateness_seconds_bucket{le="0.25"} 1',
    'ladder_deadline_lateness_seconds_bucket{le="0.5"} 2',
    'ladder_queue_depth{queue="deadline"} 12',
    'ladder_deliveries_total{means="email",result="handedOver"} 1',
    'ladder_open_cases{level="1"} 7',
    'ladder_open_cases{level="2"} 3',
    'ladder_set_aside_cases 1',
    'ladder_failed_letters 2',
    'ladder_failed_deadlines 3',
    'ladder_left_mails 4',
    'ladder_mailbox_up 1',
    'ladder_watch_late_seconds 0',
    'ladder_http_request_duration_seconds_count{route="/l/:token",method="GET",status="200"} 1',
    'ladder_http_request_duration_seconds_count{route="none",method="GET",status="404"} 1',
    'ladder_readings_up 1',
  ]) {
    expect(lines).toContain(line);
  }
  expect(lines.some((line) => line.startsWith('process_cpu_seconds_total '))).toBe(true);
});

test('a level without cases, or a reading that fails, leaves no old figure', async () => {
  const answers: (MeterReadings | undefined)[] = [READINGS, { ...READINGS, openCases: new Map([[1, 7]]) }];
  const meters = makeMeters(async () => answers.shift() ?? Promise.reject(new Error('no database')));
  meters.deadlinesFired([1]);
  expect(await linesOf(meters)).toContain('ladder_open_cases{level="2"} 3');
  expect((await linesOf(meters)).join('\n')).not.toContain('level="2"');
  const lines = await linesOf(meters);
  expect(lines).toContain('ladder_readings_up 0');
  expect(lines).toContain('ladder_set_aside_cases Nan');
  expect(lines).toContain('ladder_deadlines_fired_total 1');
  expect(lines.join('\n')).not.toContain('queue="deadline"');
});

test('two who look at once cause one reading', async () => {
  let read = 0;
  const meters = makeMeters(async () => {
    read += 1;
    return READINGS;
  });
  await Promise.all([meters.text(), meters.text()]);
  expect(read).toBe(1);
  await meters.text();
  expect(read).toBe(2);
});

test('two services in one process count apart', async () => {
  const one = makeMeters(async () => READINGS);
  const two = makeMeters(async () => READINGS);
  one.deadlinesFired([1]);
  expect(await linesOf(two)).toContain('ladder_deadlines_fired_total 0');
});

test('the metrics page says what the program shows; npm run docs prints it anew', async () => {
  expect(readFileSync(`${ROOT}docs/reference/metrics.md`, 'utf8')).toBe(await metersPage());
  const described = await makeMeters(async () => READINGS).described();
  expect(described.map(({ name }) => name).sort()).toEqual(Object.keys(catalogue('en').meters.meters).sort());
});
