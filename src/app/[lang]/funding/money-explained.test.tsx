import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { RaisedInFull, ToldStanding } from '@/database/queries/money-raised';
import { moneyReasons } from '@/domain/money-raised';
import { Adding } from '@/domain/totals';
import { MoneyExplained } from './money-explained';

const organization = { id: 1, slug: 'zhipu', name: { zh: '智谱', en: 'Zhipu' } };
const event = (id: number, round: string, type: 'round' | 'cumulative' | 'ipo' | 'cornerstone') => ({
  id,
  slug: `event-${id}`,
  organization,
  round,
  type,
});
const events = [
  event(1, '上市前8轮合计', 'cumulative'),
  event(2, 'B轮', 'round'),
  event(3, 'IPO', 'ipo'),
  event(4, '基石轮', 'cornerstone'),
];
const standings = new Map<number, ToldStanding>([
  [1, { as: 'counted', floor: 8.3e9, ceiling: 8.4e9, disclosed: true, holders: [] }],
  [2, { as: 'contained', why: moneyReasons.inSum, holders: ['event-1'] }],
  [3, { as: 'counted', floor: 3.9e9, ceiling: 3.9e9, disclosed: true, holders: [] }],
  [4, { as: 'left-out', why: { zh: '基石', en: 'a cornerstone' } }],
]);
const money: RaisedInFull = { total: new Adding().total(), standings };

it.each([
  ['zh', ['计入的 2 条', '已含在合计里的 1 条', '已含在', '不计入的 1 条', '基石', '83亿元']],
  ['en', ['2 records count', '1 record is contained in a sum', '1 record is left out', 'CN¥8.3B']],
] as const)('says in %s which records count, which are contained, which are left out', (lang, words) => {
  const html = renderToStaticMarkup(
    <MoneyExplained lang={lang} events={events} money={money} currency="CNY" />,
  );
  for (const each of words) expect(html).toContain(each);
  expect(html.match(/href="[^"]*\/funding\/event-/g)).toHaveLength(4);
});
