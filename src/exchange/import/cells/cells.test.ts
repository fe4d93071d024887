import { describe, expect, it } from 'vitest';
import { readCount } from '@/domain/count-phrase';
import { habitOf, noHabit, readDate } from '@/domain/date-phrase';
import { companyName, nameKey, withoutLegalEnding } from './company-name';
import { countryIn } from './country-cell';
import { readMoney } from './money-cell';
import { investorsIn, namesIn } from './names-cell';
import { homepageIn, isBroken, isNothing, linkIn, plainCell } from './plain-cell';
import { headWithoutUnit, unitNamed } from './unit-of-head';
import { accessIn, modalitiesIn, rolesIn } from './word-cells';

/** What a cell is read as: a value, or 'asked'. */
const date = (cell: string, habit = noHabit) => {
  const reading = readDate(cell, habit);
  return 'date' in reading ? reading.date : 'asked';
};
const money = (cell: string, head = '', currency = '') => {
  const reading = readMoney(cell, { unit: headWithoutUnit(head).unit, currency });
  if (!('amount' in reading)) return 'asked';
  const { min, max, currency: read } = reading.amount;
  return `${min === max ? min : `${min ?? ''}–${max ?? ''}`} ${read}`;
};
const count = (cell: string, head = '') => {
  const reading = readCount(cell, headWithoutUnit(head).unit?.scale ?? null);
  return 'count' in reading ? reading.count : 'asked';
};

describe('dates of tables', () => {
  it.each([
    ['2023年5月6日', '2023-05-06'],
    ['2023/5/6', '2023-05-06'],
    ['2023.5', '2023-05'],
    ['２０２３年１２月', '2023-12'],
    ['2023', '2023'],
    ['2023年', '2023'],
    ['2023年第二季度', '2023-Q2'],
    ['2023Q3', '2023-Q3'],
    ['Q4 2024', '2024-Q4'],
    ['1Q25', '2025-Q1'],
    ['2024年上半年', '2024-01/2024-06'],
    ['May 2023', '2023-05'],
    ['6 May 2023', '2023-05-06'],
    ['September 9th, 2024', '2024-09-09'],
    ['14-Sep-24', '2024-09-14'],
    ['Sep-24', '2024-09'],
    ['Tue, 3 Sep 2024', '2024-09-03'],
    ['2023-05-06 10:30', '2023-05-06'],
    ['2024-11-30T23:30:00-08:00', '2024-11-30'],
    ['20241130', '2024-11-30'],
    ['202411', '2024-11'],
    ['24年11月30日', '2024-11-30'],
    ['31/12/2024', '2024-12-31'],
    ['12/31/2024', '2024-12-31'],
    ['45052', '2023-05-06'],
    ['45052.75', '2023-05-06'],
    ['1735603200', '2024-12-31'],
    ['2024年6月1日（星期六）', '2024-06-01'],
    ['soon', 'asked'],
    ['2023-13-40', 'asked'],
    ['31/02/2024', 'asked'],
    ['Marchant 2024', 'asked'],
    ['Junior 2021', 'asked'],
    ['98765', 'asked'],
    ['20411', 'asked'],
    ['04/05/2024', 'asked'],
    ['2024.1', 'asked'],
    ['11月30日', 'asked'],
    ['30-Nov', 'asked'],
    ['2024年初', 'asked'],
    ['99年5月', 'asked'],
    ['=1+1', 'asked'],
  ])('%s is %s', (cell, read) => expect(date(cell)).toBe(read));

  it('are told by the other cells of their column, or by somebody', () => {
    expect(date('04/05/2024', habitOf(['04/05/2024', '25/05/2024']))).toBe('2024-05-04');
    expect(date('04/05/2024', habitOf(['04/05/2024', '05/25/2024']))).toBe('2024-04-05');
    expect(date('04/05/2024', habitOf(['25/05/2024', '05/25/2024']))).toBe('asked');
    expect(date('2024.1', habitOf(['2024.1', '2024.10']))).toBe('2024-01');
    expect(date('11月30日', { ...noHabit, year: 2024 })).toBe('2024-11-30');
  });
});

describe('money of tables', () => {
  it.each([
    ['2,5亿元', '', '', '250000000 CNY'],
    ['3 200 000 EUR', '', '', '3200000 EUR'],
    ['2.4e8 USD', '', '', '240000000 USD'],
    ['INR 1,25,00,000', '', '', 'asked'],
    ['USD 1,25,00,000', '', '', '12500000 USD'],
    ['$75MM', '', '', '75000000 USD'],
    ['≥2亿美元', '', '', '200000000– USD'],
    ['≤ $5M', '', '', '–5000000 USD'],
    ['估值20亿元，融资2亿元', '', '', 'asked'],
    ['1亿元 2亿元', '', '', 'asked'],
    ['(1,200)', 'Amount (USD)', '', 'asked'],
    ['-3亿元', '', '', 'asked'],
    ['1.250 EUR', '', '', 'asked'],
    ['1.250.000 EUR', '', '', '1250000 EUR'],
    ['1.250,50 EUR', '', '', '1250.5 EUR'],
    ['USD 5 lakh', '', '', '500000 USD'],
    ['USD 5 zillion', '', '', 'asked'],
    ['5 Mrd EUR', '', '', '5000000000 EUR'],
    ['3億元', '', '', '300000000 CNY'],
    ['3億港幣', '', '', '300000000 HKD'],
    ['5亿韩元', '', '', 'asked'],
    ['₩500亿', '', '', 'asked'],
    ['TRUE', '', '', 'asked'],
    ['12%', '', 'USD', 'asked'],
    ['数千万', '', '人民币', '10000000–100000000 CNY'],
    ['未披露', '', '', 'null null'],
    // A currency column.
    ['7000000', '', 'USD', '7000000 USD'],
    ['7,000,000', '', '欧元', '7000000 EUR'],
    ['7000000', '', '', 'asked'],
    ['7000000', '', '韩元', 'asked'],
    ['7000000', '', 'KRW', 'asked'],
    ['7000000', '', 'moon money', 'asked'],
    ['800万', '', 'HK$', '8000000 HKD'],
    ['800万元', '', '港元', '8000000 HKD'],
    ['$8M', '', 'SGD', '8000000 SGD'],
    ['800万美元', '', '港元', 'asked'],
    // A unit in the head.
    ['70', 'Amount (US$M)', '', '70000000 USD'],
    ['$70', 'Amount ($M)', '', '70000000 USD'],
    ['~70', 'amount_usd_millions', '', '63000000–77000000 USD'],
    ['2.5', '融资额/亿元', '', '250000000 CNY'],
    ['2-2.5', '融资金额（亿元）', '', '200000000–250000000 CNY'],
    ['70+', 'Raised (USD millions)', '', '70000000–80000000 USD'],
    ['8000万', '融资金额（亿元）', '', '80000000 CNY'],
    ['8000万美元', '融资金额（亿元）', '', '80000000 USD'],
    ['80元', '融资金额（亿元）', '', 'asked'],
    ['70', 'Amount (KRW bn)', '', 'asked'],
    ['70', 'Amount (M)', 'EUR', '70000000 EUR'],
    ['70', 'Amount (US$M)', 'EUR', 'asked'],
    ['1,5', 'Montant (M€)', '', '1500000 EUR'],
  ])('%s below %s beside %s is %s', (cell, head, currency, read) =>
    expect(money(cell, head, currency)).toBe(read),
  );

  it('keep what the table said as their text', () => {
    const reading = readMoney('约1.5', { unit: unitNamed('亿元'), currency: '' });
    expect('amount' in reading && reading.amount.text).toBe('约1.5亿元');
  });
});

describe('counts of parameters', () => {
  it.each([
    ['7B', '', 7e9],
    ['1.8万亿', '', 1.8e12],
    ['130亿', '', 1.3e10],
    ['13 billion', '', 1.3e10],
    ['6,500,000,000', '', 6.5e9],
    ['1.75e+11', '', 1.75e11],
    ['7', 'Params (B)', 7e9],
    ['0.5', 'params_b', 5e8],
    ['130', '参数量（亿）', 1.3e10],
    ['7M', 'Params (B)', 7e6],
    ['7', 'Params', 'asked'],
    ['many', '', 'asked'],
    ['~7B', '', 'asked'],
    ['7B-70B', '', 'asked'],
    ['8x7B', '', 'asked'],
    ['>1T', '', 'asked'],
  ])('%s below %s is %s', (cell, head, read) => expect(count(cell, head)).toBe(read));
});

describe('names of tables', () => {
  it('are parted where lists are, and links and pictures are told from names', () => {
    expect(namesIn('[文心](https://a.example/x)、[一言](https://b.example)')).toEqual([
      { name: '文心', url: 'https://a.example/x' },
      { name: '一言', url: 'https://b.example' },
    ]);
    expect(namesIn('盘古；曦灵\n灵犀').map(({ name }) => name)).toEqual(['盘古', '曦灵', '灵犀']);
    expect(namesIn('[甲](https://a.example/a_(b)) ![stars](https://img.example/s.svg)')).toEqual([
      { name: '甲', url: 'https://a.example/a_(b)' },
    ]);
    expect(namesIn('Orca 2, Small').map(({ name }) => name)).toEqual(['Orca 2, Small']);
    expect(namesIn('Gamma, Inc., Delta Ltd', 'commas').map(({ name }) => name)).toEqual([
      'Gamma, Inc.',
      'Delta Ltd',
    ]);
  });

  it.each([
    ['青石资本领投，白水基金跟投', '青石资本:lead 白水基金:follow'],
    ['领投方：青石资本；跟投方：白水基金、红土', '青石资本:lead 白水基金:follow 红土:follow'],
    ['青石资本（领投）/白水基金', '青石资本:lead 白水基金:null'],
    ['青石资本、白水基金等机构', '青石资本:null 白水基金:null'],
    ['Birch Fund, L.P.; Oak Co., Ltd.', 'Birch Fund, L.P.:null Oak Co., Ltd.:null'],
    ['Birch Capital (lead), Oak Ventures', 'Birch Capital:lead Oak Ventures:null'],
    ['投资机构暂未透露', ''],
    ['undisclosed investors', ''],
    ['中信和业投资', '中信和业投资:null'],
  ])('%s took part as %s', (cell, read) =>
    expect(
      investorsIn(cell, null)
        .map(({ name, role }) => `${name}:${role}`)
        .join(' '),
    ).toBe(read),
  );

  it('of companies lose tickers, translations and legal forms, and traditional characters are the same', () => {
    expect(companyName('甲骨（NYSE: ABCD）')).toEqual({ name: '甲骨', other: null });
    expect(companyName('甲骨 (Oracle Bone)')).toEqual({ name: '甲骨', other: 'Oracle Bone' });
    expect(companyName('Siemens (China)').other).toBeNull();
    for (const [written, bare] of [
      ['云岭科技有限公司', '云岭科技'],
      ['Baker Co., Ltd.', 'Baker'],
      ['Baker, Inc.', 'Baker'],
      ['LLC', 'LLC'],
    ] as const)
      expect([written, withoutLegalEnding(written)]).toEqual([written, bare]);
    expect(nameKey('雲嶺科技')).toBe(nameKey('云岭科技'));
  });
});

describe('cells', () => {
  it('are read without their markup', () => {
    expect(plainCell('**[盘古](https://x.example)** 大模型<br>')).toBe('盘古 大模型');
    expect(linkIn('见 https://x.example/a。')).toBe('https://x.example/a');
    expect(linkIn('<https://z.example/q>')).toBe('https://z.example/q');
    expect(linkIn('https://en.example.org/wiki/Foo_(bar)')).toBe('https://en.example.org/wiki/Foo_(bar)');
    expect(linkIn('![b](https://img.example/b.svg)')).toBeNull();
    expect(homepageIn('www.example.com/de')).toBe('https://www.example.com/de');
    expect(homepageIn('coming soon')).toBeNull();
  });

  it('say nothing in many ways, and errors are none of them', () => {
    for (const nothing of ['', '—', '-', 'N/A', '不详', '暂无']) expect(isNothing(nothing)).toBe(true);
    for (const something of ['0', '无人机', 'none of them', '#N/A']) expect(isNothing(something)).toBe(false);
    for (const broken of ['#N/A', '#REF!', '#DIV/0!']) expect(isBroken(broken)).toBe(true);
  });

  it('name countries in both languages', () => {
    for (const [written, country] of [
      ['France', 'FR'],
      ['法国', 'FR'],
      ['U.S.A.', 'US'],
      ['The Netherlands', 'NL'],
      ['🇯🇵', 'JP'],
      ['🇯🇵 Japan', 'JP'],
      ['DE', 'DE'],
      ['中國', 'CN'],
      ['South Korea', 'KR'],
      ['阿联酋', 'AE'],
      ['Europe', undefined],
      ['Atlantis', undefined],
    ] as const)
      expect([written, countryIn(written)?.country]).toEqual([written, country]);
    expect(countryIn('Hong Kong')).toEqual({ country: 'CN', place: 'hong-kong' });
  });

  it('say in their own words what our vocabulary says, and what it does not is told', () => {
    expect(modalitiesIn('Text, Image')).toEqual({ read: ['nlp', 'cv'], unread: [] });
    expect(modalitiesIn('语音、味觉')).toEqual({ read: ['speech'], unread: ['味觉'] });
    expect(accessIn('MIT License').read).toEqual(['open-source']);
    expect(accessIn('Llama 3 Community License').read).toEqual(['open-weights']);
    expect(accessIn('Open weights (non-commercial)').read).toEqual(['open-weights']);
    expect(accessIn('魔法').unread).toEqual(['魔法']);
    expect(rolesIn('投资方/客户')).toEqual({ read: ['investor', 'user'], unread: [] });
  });

  it('have their unit in the head', () => {
    for (const [head, scale, currency] of [
      ['参数量（亿）', 1e8, null],
      ['Params (B)', 1e9, null],
      ['Amount (US$M)', 1e6, 'USD'],
      ['amount_usd_millions', 1e6, 'USD'],
      ['Raised (in USD)', 1, 'USD'],
      ['Amount USD (millions)', 1e6, 'USD'],
      ['融资金额(单位:万元)', 1e4, 'CNY'],
      ['融资额（亿港元）', 1e8, 'HKD'],
      ['Amount (KRW)', 1, 'other'],
    ] as const)
      expect([head, headWithoutUnit(head).unit]).toMatchObject([head, { scale, currency }]);
    for (const head of ['Amount', '融资金额', 'Round (latest)', 'Company'])
      expect([head, headWithoutUnit(head).unit]).toEqual([head, null]);
  });
});
