import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase, freshDatabase } from '../build/database.ts';
import { schemaText } from './schema-text.ts';

const COMMITTED = `${import.meta.dirname}/../../src/store/schema.sql`;

async function clientOf({ url }: { url: string }): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test('schema.sql is what the migrations make', async () => {
  const client = await clientOf(await freshDatabase());
  expect(readFileSync(COMMITTED, 'utf8')).toBe(await schemaText(client));
});

test('schema.sql makes on an empty database what the migrations make', async () => {
  const client = await clientOf(await emptyDatabase());
  const text = readFileSync(COMMITTED, 'utf8');
  await client.query(text);
  expect(await schemaText(client)).toBe(text);
});

test.each([
  ['a column', 'create table word (id int, late text)'],
  ['a type', 'create table word (id bigint)'],
  ['a default', 'create table word (id int default 1)'],
  ['a null', 'create table word (id int not null)'],
  ['a key', 'create table word (id int unique)'],
  ['a check', 'create table word (id int check (id > 0))'],
  ['an index', 'create table word (id int); create index on word (id desc)'],
  [
    'a trigger',
    'create table word (id int); create trigger quick before update on word execute function quiet()',
  ],
  [
    'a trigger that replicas obey',
    `create table word (id int); create trigger quick before update on word execute function quiet();
     alter table word enable always trigger quick`,
  ],
  [
    'a function',
    'create table word (id int); create or replace function quiet() returns trigger language plpgsql as $$ begin end $$',
  ],
  ['a sequence', 'create table word (id int); create sequence count start 7'],
])('the text of a schema shows %s that differs', async (_what, sql) => {
  plain ??= await textAfter('create table word (id int)');
  expect(await textAfter(sql)).not.toBe(plain);
});

let plain: string | undefined;

async function textAfter(sql: string): Promise<string> {
  const client = await clientOf(await emptyDatabase());
  const quiet = 'create function quiet() returns trigger language plpgsql as $$ begin return null; end $$;';
  await client.query(`${quiet} ${sql}`);
  return schemaText(client);
}

/** Tables of the installation as a whole: see `docs/decisions/0024`. */
const OF_THE_INSTALLATION = [
  ...[
    'installation',
    'mailbox',
    'mailbox_left',
    'migration',
    'checkpoint',
    'checkpoint_progress',
    'carrier_news',
  ],
  ...['api_token', 'erasure', 'rights_change'],
  // Calls, texts and numbers before it is known to whom they belong.
  ...['telephone_call', 'telephone_text', 'telephone_number'],
];

test('the contract leads every primary key, but of what belongs to the installation', () => {
  const keys = [
    ...readFileSync('src/store/schema.sql', 'utf8').matchAll(
      /^alter table (\S+) add constraint \S+ PRIMARY KEY \((\w+)/gm,
    ),
  ].map(([, name = '', first = '']) => ({ name, first }));
  expect(keys.length).toBeGreaterThan(40);
  const others = keys
    .filter(({ name, first }) => first !== 'contract_id' && !name.startsWith('sign_in_'))
    .map(({ name }) => name);
  expect(others.toSorted()).toEqual(OF_THE_INSTALLATION.toSorted());
});
