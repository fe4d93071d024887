import { expect, it } from 'vitest';
import { remember, rememberFor } from './remember';

it('makes a thing once under its name, also where it is nothing', () => {
  let made = 0;
  const make = () => {
    made += 1;
    return undefined;
  };
  remember('test thing', make);
  remember('test thing', make);
  expect(made).toBe(1);
  expect(remember('another test thing', () => 7)).toBe(7);
});

it('makes it anew for another key, from the former one', () => {
  const ask = (key: string) => rememberFor<string[]>('test key', key, (former) => [...(former ?? []), key]);
  const first = ask('a');
  expect(ask('a')).toBe(first);
  expect(ask('b')).toEqual(['a', 'b']);
});
