import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { isPersonal } from './traffic';

/** How the app learns who asks: by the session, or by the request's own headers and cookies. */
const asksWho = /personOf|personWho|answerFormOf|from 'next\/headers'|@\/accounts\/auth'/;

/** Files that are imported by pages and routes stand beside them. */
const sources = readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?:^|\/)(?:page|route|layout)\.tsx?$/.test(name),
);

/** An address of a folder of the app. */
const addressOf = (folder: string) =>
  `/${folder}`.replace(/^\/\[lang\]/, '').replaceAll(/\[+(?:\.\.\.)?(\w+)\]+/g, 'some') || '/';

it('is personal wherever the app asks who is there: nothing that is shared can', () => {
  const asking = sources.filter((name) => {
    const text = readFileSync(path.join('src/app', name), 'utf8');
    return asksWho.test(text) && (!name.endsWith('route.ts') || /export .*\bGET\b/.test(text));
  });
  expect(asking.length).toBeGreaterThan(12);
  const shared = asking.filter((name) => !isPersonal(addressOf(path.dirname(name))));
  expect(shared).toEqual([]);
});

it('is not personal elsewhere: what everybody reads is made once', () => {
  for (const address of [
    '/',
    '/en',
    '/editors',
    '/vendors/editor',
    '/api/charts/a/png',
    '/api/v1/records',
    '/s/a',
  ])
    expect([address, isPersonal(address)]).toEqual([address, false]);
});
