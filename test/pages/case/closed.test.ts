import { afterEach, expect, test } from 'vitest';
import { on } from '../../build/case.ts';
import { type CasePageWorld, casePageWorld, textOf } from '../../build/case-page-world.ts';
import { revisionWith } from '../../build/revision.ts';

let here: CasePageWorld;
afterEach(() => here.close());

const within = (span: string) => revisionWith({ reopening: { within: span, calendar: 'always' } });

const closedWith = async (revision = revisionWith({})): Promise<void> => {
  here = await casePageWorld({ revision });
  await here.does('dana', 'satisfied');
};
const reads = async (who: string): Promise<string> => textOf(await here.look(who));

test('a closed case says to each reader until when it can be taken up again, and by whom', async () => {
  await closedWith(within('3 days'));
  const [undo, reopen] = ['Wed 18 Nov 2026, 9:00 am Pacific.', 'Fri 20 Nov 2026, 9:00 am Pacific.'];
  expect(await reads('dana')).toContain(`You can take back that you are satisfied until ${undo}`);
  expect(await reads('dana')).toContain(`If the trouble is back, you can reopen this case until ${reopen}`);
  expect(await reads('desk')).toContain(`you can reopen this case for the customer until ${reopen}`);
  for (const who of ['ana', 'olga', 'alan']) {
    expect(await reads(who)).toContain(`The customer can take back that it is satisfied until ${undo}`);
    expect(await reads(who)).toContain(`The customer can reopen it until ${reopen}`);
  }
});

test('what is over by then is not said any more', async () => {
  await closedWith(within('3 days'));
  await here.setClock(on('Wed 09:00:00.001'));
  expect(await reads('dana')).not.toContain('take back');
  expect(await reads('dana')).toContain('you can reopen this case until Fri 20 Nov 2026');
});

test('who cannot reopen it is led to a new case that names this one', async () => {
  await closedWith(within('3 days'));
  await here.setClock(on('Fri 09:00:00.001'));
  const over = 'It could be reopened until Fri 20 Nov 2026, 9:00 am Pacific, and stays closed now.';
  for (const who of ['dana', 'desk']) {
    const html = await here.look(who);
    expect(textOf(html)).toContain(over);
    const [, link = ''] = /<a href="([^"]*\/start\?[^"]*)">/.exec(html) ?? [];
    const { html: form } = await here.get(who, link.replaceAll('&amp;', '&'));
    expect(/<textarea[^>]*name="references"[^>]*>\s*([^<]*)</.exec(form)?.[1]).toBe(here.key.caseId);
  }
  expect(await reads('ana')).toContain(
    `the customer opens a new case with ${here.key.caseId} among its reference numbers`,
  );
});

test('a plan without reopening says so', async () => {
  await closedWith();
  expect(await reads('dana')).toContain('The plan knows no reopening: this case stays closed.');
});

test('a number that is none is not put into the form of a new case', async () => {
  here = await casePageWorld();
  for (const bad of ['%00', '%0Atwo', 'x'.repeat(201)]) {
    const { status, html } = await here.get('dana', `/contracts/${here.contract}/start?reference=${bad}`);
    expect([bad, status]).toEqual([bad, 200]);
    expect(/<textarea[^>]*name="references"[^>]*>\s*([^<]*)</.exec(html)?.[1]).toBe('');
  }
});
