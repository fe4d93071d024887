import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  flag,
  limit,
  type Parameters,
  quarter,
  type StateOf,
  slugList,
  wholeNumber,
  younger,
} from './parameters';
import { longestQuery, parseState, writeState } from './state';

const label = { zh: '名', en: 'name' };
const both = (value: string) => ({ zh: value, en: value });
const parameters = {
  tier: choice(
    label,
    [
      { value: 'all', label },
      { value: 'general', label, former: ['basic'] },
      { value: 'industry', label },
    ],
    'all',
  ),
  vendors: slugList(label),
  industries: slugList(
    label,
    ['power', 'gas', 'finance'].map((value) => ({ value, label: both(value) })),
  ),
  from: quarter(label),
  top: wholeNumber(label, 1, 60, 15),
  most: younger(limit(label, 10), 'all'),
  stated: flag(label, true),
} satisfies Parameters;

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4})?$/);
const states: fc.Arbitrary<StateOf<typeof parameters>> = fc.record({
  tier: fc.constantFrom('all' as const, 'general' as const, 'industry' as const),
  vendors: fc.uniqueArray(slug, { maxLength: 8 }).map((list) => list.sort()),
  industries: fc.subarray(['finance', 'gas', 'power']),
  from: fc.option(
    fc
      .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 4 }))
      .map(([y, q]) => `${y}Q${q}`),
  ),
  top: fc.integer({ min: 1, max: 60 }),
  most: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constant('all' as const)),
  stated: fc.boolean(),
});

const parse = (query: string, reading = {}) => parseState(parameters, new URLSearchParams(query), reading);

describe('state', () => {
  it('tells where an earlier edition is asked for and cannot be shown, and is silent where it is read elsewhere', () => {
    for (const query of ['edition=3', 'known=2026-01-31'])
      expect(parseState(parameters, new URLSearchParams(query)).problems).toMatchObject([
        { parameter: query.split('=')[0], allowed: { en: expect.stringContaining('today only') } },
      ]);
    const elsewhere = ['edition', 'known'];
    expect(parseState(parameters, new URLSearchParams('edition=3'), { elsewhere }).problems).toEqual([]);
  });

  it('reads back what it wrote, with defaults left out or in full', () => {
    fc.assert(
      fc.property(states, fc.boolean(), (state, full) => {
        expect(parse(writeState(parameters, state, full))).toEqual({ state, problems: [] });
      }),
    );
  });

  it('does not depend on the order of parameters or of list values, nor on re-encoding', () => {
    fc.assert(
      fc.property(states, fc.infiniteStream(fc.nat(1000)), (state, order) => {
        const shuffle = <Each>(list: readonly Each[]) =>
          list
            .map((each) => ({ each, at: order.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        const canonical = writeState(parameters, state);
        const pairs = [...new URLSearchParams(canonical)].map(
          ([name, value]) => [name, shuffle(value.split('~')).join('~')] as const,
        );
        const rewritten = shuffle(pairs).map((pair) =>
          pair.map(encodeURIComponent).join('=').replaceAll('~', '%7E'),
        );
        expect(writeState(parameters, parse(rewritten.join('&')).state)).toBe(canonical);
      }),
    );
  });

  it('writes only characters that chat programs keep, and nothing for the defaults', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(writeState(parameters, state)).toMatch(/^[A-Za-z0-9~=&_-]*$/);
      }),
    );
    expect(writeState(parameters, parse('').state)).toBe('');
  });

  it('gives a whole state for any query, and reports no problem twice when written again', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(parameters)), fc.string(), fc.constant('__proto__'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string()), { maxLength: 12 }), (pairs) => {
        const { state } = parse(new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString());
        expect(Object.keys(state).sort()).toEqual(Object.keys(parameters).sort());
        expect(parse(writeState(parameters, state))).toEqual({ state, problems: [] });
      }),
    );
  });

  it.each([
    ['tier=best', 'tier', 'best'],
    ['top=0', 'top', '0'],
    ['top=1e1', 'top', '1e1'],
    ['top=61', 'top', '61'],
    ['most=0', 'most', '0'],
    ['most=every', 'most', 'every'],
    ['most=10000', 'most', '10000'],
    ['from=2023', 'from', '2023'],
    ['from=2023Q5', 'from', '2023Q5'],
    ['stated=maybe', 'stated', 'maybe'],
    ['industries=gas~steel', 'industries', 'steel'],
    ['vendors=Baidu%20Inc', 'vendors', 'baidu inc'],
    ['tier=general&tier=industry', 'tier', 'general industry'],
    ['vendr=baidu', 'vendr', 'baidu'],
    ['Vendors=baidu', 'Vendors', 'baidu'],
  ])('reports %s', (query, parameter, value) => {
    const { problems } = parse(query);
    expect(problems).toMatchObject([{ parameter, value }]);
    expect(problems[0]?.allowed.zh).not.toBe('');
  });

  it.each([
    'utm_source=x&utm_medium=y',
    'msclkid=1&dclid=1&yclid=1&chksm=1&mpshare=1&ref=x&_hsenc=1',
    'v=2',
    '_=1',
    'amp;width=320',
    'mkt_tok=abc&igshid=1&si=x&trk=public_post&wt_mc=a&sharer_sharetime=1&colour=red',
  ])('passes over what others hang onto links: %s', (query) => {
    expect(parse(query).problems).toEqual([]);
  });

  it('tells programs every name that it does not know', () => {
    expect(parse('colour=red&utm_source=x', { strict: true }).problems).toMatchObject([
      { parameter: 'colour' },
    ]);
  });

  it('keeps the known slugs of a list that has unknown ones', () => {
    expect(parse('industries=steel~gas').state.industries).toEqual(['gas']);
  });

  it('suggests what may have been meant', () => {
    const known = {
      vendors: ['baidu', 'alibaba', 'tencent'].map((value) => ({ value, label: both(value) })),
    };
    expect(parse('vendors=baidoo', { known }).problems[0]?.allowed.en).toContain('baidu');
  });

  it('takes what forms send: empty fields, repeated boxes, defaults', () => {
    expect(parse('tier=all&from=&industries=gas&industries=power&top=15')).toMatchObject({
      state: { industries: ['gas', 'power'], from: null },
      problems: [],
    });
  });

  it('takes what people and chat programs make of a link', () => {
    expect(
      parse('industries=gas%EF%BD%9Epower&from=2023-q1&from=singlemessage&isappinstalled=0&utm_source=x'),
    ).toMatchObject({
      state: { industries: ['gas', 'power'], from: '2023Q1' },
      problems: [],
    });
  });

  it('lets a parameter that joined later mean in an old full link what the link showed', () => {
    const query = 'from=&industries=&stated=1&tier=general&top=15&vendors=';
    expect(parse(query).state.most).toBe(10);
    expect(parse(query, { full: true })).toMatchObject({ state: { most: 'all', top: 15 }, problems: [] });
    expect(parse(`${query}&most=10`, { full: true }).state.most).toBe(10);
  });

  it('follows former names of parameters and values', () => {
    expect(parse('level=basic', { former: { level: 'tier' } })).toMatchObject({
      state: { tier: 'general' },
      problems: [],
    });
    const known = { vendors: [{ value: 'alibaba', label, former: ['aliyun'] }] };
    expect(parse('vendors=aliyun', { known })).toMatchObject({
      state: { vendors: ['alibaba'] },
      problems: [],
    });
  });

  it('does not read a query that is too long', () => {
    const long = `vendors=${Array.from({ length: longestQuery / 2 }, (_, at) => `v${at}`).join('~')}`;
    expect(parse(long).problems).toMatchObject([{ parameter: '?' }]);
  });
});
