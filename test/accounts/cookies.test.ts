import { afterEach, describe, expect, test } from 'vitest';
import { type AnswersWorld, answersWorld } from '../build/answers-world.ts';
import { on } from '../build/case.ts';
import { askForLink, browserAt } from './door.ts';

let here: AnswersWorld;
afterEach(() => here.close());

/** The cookies that a browser is told to keep, each by its name with its attributes in small letters. */
const told = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
  new Map(
    [headers['set-cookie'] ?? []].flat().map((one) => {
      const [pair = '', ...attributes] = String(one).split(/; */);
      return [pair.split('=')[0] ?? '', attributes.map((attribute) => attribute.toLowerCase())] as const;
    }),
  );

/** Every cookie of signing in, of being signed in, of signing out, and of choosing a language. */
async function allCookies(scheme: 'http' | 'https') {
  here = await answersWorld(on('Tue 09:00'), { baseUrl: () => `${scheme}://ladder.example` });
  const browser = browserAt(here);
  const { mails } = await askForLink(here, browser, 'dana@ladder.example');
  const token = /\/l\/([\w-]{43})/.exec(mails[0]?.text ?? '')?.[1];
  const signedIn = await browser.post(`/sign-in/link/${token}`);
  expect(await here.sessions.of(browser.cookie())).toMatchObject({ email: 'dana@ladder.example' });
  const chosen = await browser.get('/language?to=es');
  return { signIn: told(signedIn), language: told(chosen), signOut: told(await browser.post('/sign-out')) };
}

describe('behind https', () => {
  test('cookies of signing in and out are of this host alone, and go nowhere unencrypted', async () => {
    const { signIn, signOut } = await allCookies('https');
    for (const cookies of [signIn, signOut]) {
      expect([...cookies.keys()]).toContain('__Host-ladder.session_token');
      for (const [name, attributes] of cookies) {
        expect(name).toMatch(/^__Host-/);
        expect([name, ...attributes]).toEqual(
          expect.arrayContaining([name, 'secure', 'httponly', 'samesite=lax', 'path=/']),
        );
        // A browser takes no cookie of this name that says for which hosts it is.
        expect(attributes.filter((one) => one.startsWith('domain'))).toEqual([]);
      }
    }
  });

  test('so does the language that was chosen', async () => {
    const { language } = await allCookies('https');
    expect([...language.keys()]).toEqual(['ladder_language']);
    expect(language.get('ladder_language')).toEqual(expect.arrayContaining(['secure', 'httponly', 'path=/']));
  });
});

test('without https no cookie is called or kept as if there were, for a browser would not take it', async () => {
  const { signIn, language, signOut } = await allCookies('http');
  const all = [signIn, language, signOut].flatMap((cookies) => [...cookies]);
  expect(all.map(([name]) => name)).toEqual(
    expect.arrayContaining(['ladder.session_token', 'ladder_language']),
  );
  for (const [name, attributes] of all) {
    expect(name).not.toMatch(/^__/);
    expect(attributes).not.toContain('secure');
  }
});
