import { describe, expect, it } from 'vitest';
import { hostOf, type SourceVia, secondHandVia } from './source-via';

const read = (...vias: (SourceVia | null)[]) => secondHandVia(vias.map((via) => ({ via, seen: true })));

describe('second-hand', () => {
  it('is what no statement was read of at its publisher, by the nearest of its sources', () => {
    expect(read('digest', 'digest')).toBe('digest');
    expect(read('digest', 'republication')).toBe('republication');
    expect(read('republication')).toBe('republication');
  });

  it('is not what one statement was read of at its publisher, whatever else repeats it', () => {
    expect(read('digest', 'republication', 'publisher')).toBeNull();
  });

  it('stays so beside a publisher’s page that nobody has opened, which alone is only not checked', () => {
    const named = { via: 'publisher', seen: false } as const;
    expect(secondHandVia([{ via: 'digest', seen: true }, named])).toBe('digest');
    expect(secondHandVia([named])).toBeNull();
  });

  it('is not claimed where nobody has said how a source was read, nor where there is none', () => {
    expect(read('digest', null)).toBeNull();
    expect(read()).toBeNull();
  });
});

describe('the host of a page', () => {
  it('is its name without www, and nothing where there is no address', () => {
    expect(hostOf('https://www.chengju.com/news/113979.html')).toBe('chengju.com');
    expect(hostOf('http://118.190.159.175/blog/content/14806')).toBe('118.190.159.175');
    expect(hostOf(null)).toBeNull();
    expect(hostOf('no address')).toBeNull();
  });
});
