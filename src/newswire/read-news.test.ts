import { describe, expect, it } from 'vitest';
import { handwrittenLines, knownNames, realFormLines, scoreOf } from '../../bench/newswire';
import { newsEventJson, newsJson } from './news-json';
import { readNews } from './read-news';

const read = (text: string) => readNews(text).map(newsEventJson);

/** Lines of real form that are read wrong: how they begin. Whoever mends one takes it out here. */
const knownMisses: readonly string[] = ['Brightpath, a two-year-o'];

describe('the reader of news', () => {
  it('reads every labelled line as a person did', async () => {
    const known = await knownNames();
    expect(scoreOf(await handwrittenLines(), known).wrong).toEqual([]);
  });

  it('reads lines of real form, but for those that it is known to miss', async () => {
    const { wrong } = scoreOf(await realFormLines(), await knownNames());
    expect(wrong.map(({ text }) => text.slice(0, 24))).toEqual(knownMisses);
  });

  it('gives valuation and date, and says nothing of what is not stated', () => {
    expect(read('2024年3月5日，星辰智能宣布完成数亿元B轮融资，投后估值约20亿美元')).toEqual([
      {
        company: '星辰智能',
        round: 'B轮',
        amount: { text: '数亿元', currency: 'CNY', min: 1e8, max: 1e9 },
        valuation: { text: '约20亿美元', currency: 'USD', min: 1.8e9, max: 2.2e9, when: 'post' },
        investors: [],
        date: { value: '2024-03-05', precision: 'day' },
        outcome: 'completed',
      },
    ]);
    expect(read('星辰智能获A轮融资')[0]).toMatchObject({
      amount: null,
      valuation: null,
      investors: [],
      date: null,
    });
  });

  it('shows where each field stands in the original text, full-width or not', () => {
    const text = '快讯｜「星辰智能」完成１.２亿元Ａ轮融资，Ｂ资本领投';
    const [event] = readNews(text);
    const at = (found: { start: number; end: number } | null | undefined) =>
      found ? text.slice(found.start, found.end) : null;
    expect([at(event?.company), at(event?.amount), at(event?.round), at(event?.investors[0])]).toEqual([
      '星辰智能',
      '１.２亿元',
      'Ａ轮',
      'Ｂ资本',
    ]);
  });

  it('takes a headline and its paragraph for one event', () => {
    const text = '星辰智能完成A轮融资\n近日，星辰智能宣布完成2亿元A轮融资，由红杉中国领投。';
    expect(read(text)).toMatchObject([
      { amount: { min: 2e8 }, investors: [{ name: '红杉中国', role: 'lead' }] },
    ]);
  });

  it('keeps a known company whole, and what stands before it out', () => {
    const names = { organizations: ['沐曦'] };
    expect(readNews('国产GPU新势力沐曦完成10亿元Pre-B轮融资', names)[0]?.company.value).toBe('沐曦');
  });

  it('reads through markup, and says where things stand in it', () => {
    const text = '[「青禾医疗」](https://example.com/a) 完成 **1.5 亿元** B 轮融资，由 **春山资本** 领投 🎉';
    const [event] = readNews(text);
    const at = (found: { start: number; end: number } | null | undefined) =>
      found ? text.slice(found.start, found.end) : null;
    expect([at(event?.company), at(event?.amount), at(event?.round), at(event?.investors[0])]).toEqual([
      '青禾医疗',
      '1.5 亿元',
      'B 轮',
      '春山资本',
    ]);
  });

  it('reads traditional characters as it does simplified ones, and gives names as they are written', () => {
    const simple = read('云雀科技完成3亿美元C轮融资，由启岚资本领投，投后估值达20亿美元');
    expect(read('雲雀科技完成3億美元C輪融資，由啟嵐資本領投，投後估值達20億美元')).toEqual([
      {
        ...simple[0],
        company: '雲雀科技',
        round: 'C輪',
        amount: { ...simple[0]?.amount, text: '3億美元' },
        valuation: { ...simple[0]?.valuation, text: '20億美元' },
        investors: [{ name: '啟嵐資本', role: 'lead' }],
      },
    ]);
  });

  it('takes the year of a day from the day of the news, never from today', () => {
    const text = '12月28日，星辰智能完成A轮融资';
    expect(read(text)[0]?.date).toEqual({ value: '--12-28', precision: 'day' });
    const on = (day: string) => readNews(text, { organizations: [], day })[0]?.date?.value.value;
    expect([on('2025-12-29'), on('2026-01-03')]).toEqual(['2025-12-28', '2025-12-28']);
  });

  it('tells talks, denials and what was called off apart from rounds', () => {
    const outcomes = (text: string) => {
      const { events, notRounds } = newsJson(readNews(text));
      return [events.length, ...notRounds.map(({ company, outcome }) => `${company} ${outcome}`)];
    };
    expect(outcomes('星辰智能正寻求以50亿美元估值融资5亿美元')).toEqual([0, '星辰智能 in-talks']);
    expect(outcomes('星辰智能否认完成C轮融资传闻')).toEqual([0, '星辰智能 denied']);
    expect(outcomes('云岭集团终止收购星辰软件')).toEqual([0, '星辰软件 cancelled']);
    expect(outcomes('Example AI is in talks to raise $500 million at a $4 billion valuation')).toEqual([
      0,
      'Example AI in-talks',
    ]);
    expect(outcomes('Example AI raised $20 million in Series A funding')).toEqual([1]);
  });

  it('leaves a currency that is not kept out, instead of taking it for another', () => {
    expect(read('Example AI raises A$20 million Series A')[0]?.amount?.currency).toBeNull();
    expect(read('Example AI raises HK $20 million Series A')[0]?.amount?.currency).toBe('HKD');
  });
});
