import { describe, expect, it } from 'vitest';
import { type ConfirmedNews, recordsOfNews } from './news-records';
import { slugFrom } from './slug-from-name';
import { validate } from './validation';

const known = {
  organizations: new Map([['红杉中国', 'sequoia-china']]),
  taken: new Set(['star-2024-01-02-a']),
  sources: new Map(),
  today: '2026-11-24',
};
const news: ConfirmedNews = {
  organization: '',
  company: '云岭科技',
  round: 'A+轮',
  amount: '数千万',
  currency: 'CNY',
  valuation: '约2亿美元',
  announced: '2024-03-05',
  investors: [
    { name: '红杉中国', role: 'lead' },
    { name: '某新基金', role: 'follow' },
  ],
  source: {
    slug: '',
    title: '云岭科技完成A+轮',
    url: 'https://news.example/1',
    publisher: '某报',
    published: '2024-03-05',
    language: 'zh',
  },
};

describe('records from confirmed news', () => {
  it('makes the source, what is not on record, and the event with what the words allow', () => {
    const made = recordsOfNews(news, known);
    if ('problem' in made) throw new Error(made.problem);
    expect(made.records.map(({ kind, slug }) => `${kind}/${slug}`)).toEqual([
      'source/yun-ling-ke-ji-wan-cheng-a-plus-lun',
      'organization/yun-ling-ke-ji',
      'organization/mou-xin-ji-jin',
      'funding-event/yun-ling-ke-ji-2024-03-05-a-plus-lun',
    ]);
    expect(validate(made.records).problems).toEqual([]);
    expect(made.records.at(-1)?.payload).toMatchObject({
      organization: 'yun-ling-ke-ji',
      participations: [
        { investor: 'sequoia-china', role: 'lead' },
        { investor: 'mou-xin-ji-jin', role: 'follow' },
      ],
      statements: [
        {
          amount: { text: '数千万', currency: 'CNY', min: 1e7, max: 1e8, kind: 'several' },
          valuation: { currency: 'USD', min: 1.8e8, max: 2.2e8 },
        },
      ],
    });
  });

  it('names the field that cannot be: no source, junk in the round, an amount without currency or without sense', () => {
    const problem = (change: Partial<ConfirmedNews>) => recordsOfNews({ ...news, ...change }, known);
    expect(problem({ source: { ...news.source, title: '' } })).toEqual({ problem: 'source' });
    expect(problem({ round: '300668SZ' })).toEqual({ problem: 'round' });
    expect(problem({ currency: '' })).toEqual({ problem: 'currency' });
    expect(problem({ amount: '很多' })).toEqual({ problem: 'amount' });
    expect(problem({ company: '' })).toEqual({ problem: 'company' });
    expect(problem({ amount: '未披露', currency: '' })).not.toHaveProperty('problem');
  });

  it('never takes a slug that is taken, and takes an acquirer for one', () => {
    expect(slugFrom('Star 2024-01-02 A', known.taken)).toBe('star-2024-01-02-a-2');
    expect(slugFrom('！！', new Set())).toBe('record');
    const made = recordsOfNews(
      { ...news, round: '并购', investors: [{ name: '红杉中国', role: null }] },
      known,
    );
    expect('records' in made && made.records.at(-1)?.payload).toMatchObject({
      type: 'merger',
      participations: [{ investor: 'sequoia-china', role: 'acquirer' }],
    });
  });
});
