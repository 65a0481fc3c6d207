import { expect, test } from 'vitest';
import { asInstant } from '../../core/instant.ts';
import type { Intake } from '../../intake/read-document.ts';
import { documentReadings } from './document-readings.ts';

const AT = asInstant(Date.UTC(2026, 10, 17, 17));
const READ: Intake = { problem: { code: 'document-damaged', values: {} } };
const WHOSE = { contract: 'sample', personId: 'pia', at: AT };
const readings = () => documentReadings(() => undefined);

test('what is read soon is there at once, and found again by whoever asked, and nobody else', async () => {
  const here = readings();
  const one = await here.begin({ ...WHOSE, file: 'plan.pdf' }, async () => READ);
  expect(one.outcome).toBe(READ);
  expect(here.find(one.id, WHOSE)).toBe(one);
  expect(here.find(one.id, { ...WHOSE, personId: 'olga' })).toBeUndefined();
  expect(here.find(one.id, { ...WHOSE, contract: 'other' })).toBeUndefined();
});

test('what takes longer says how far it is until it is read, and two at a time are enough', async () => {
  const here = readings();
  let finish = (_read: Intake): void => undefined;
  const long = here.begin({ ...WHOSE, file: 'plan.pdf' }, (tell) => {
    tell({ done: 3, of: 500 });
    return new Promise<Intake>((resolve) => {
      finish = resolve;
    });
  });
  expect(here.isFull()).toBe(false);
  const other = here.begin({ ...WHOSE, file: 'other.pdf' }, () => new Promise<Intake>(() => undefined));
  expect(here.isFull()).toBe(true);
  const one = await long;
  await other;
  expect([one.outcome, one.read]).toEqual([undefined, { done: 3, of: 500 }]);
  finish(READ);
  await Promise.resolve();
  await expect.poll(() => here.find(one.id, WHOSE)).toMatchObject({ outcome: READ });
  expect(here.isFull()).toBe(false);
});

test('what fails is said to have failed, and is told to the log', async () => {
  const told: unknown[] = [];
  const here = documentReadings((error) => told.push(error));
  const fault = new Error('the thread is gone');
  const one = await here.begin({ ...WHOSE, file: 'plan.pdf' }, async () => {
    throw fault;
  });
  expect([one.outcome, told]).toEqual(['failed', [fault]]);
});

test('another node may be reading what began lately; of what is older nothing is left', async () => {
  const one = await readings().begin({ ...WHOSE, file: 'plan.pdf' }, async () => READ);
  const elsewhere = readings();
  const after = (seconds: number) => ({ ...WHOSE, at: asInstant(AT + seconds * 1000) });
  expect(elsewhere.find(one.id, after(20))).toBe('elsewhere');
  expect(elsewhere.find(one.id, after(90))).toBeUndefined();
  for (const id of ['', 'none', '-', 'zzzzzzzz-aaaaaaaaaaaaaaaaaaaaaa', '../x'])
    expect([id, elsewhere.find(id, WHOSE)]).toEqual([id, undefined]);
});
