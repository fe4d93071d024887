import { messages } from './messages';

/** The words of the page on method. Each part is a title and its paragraphs. */
export const methodWords = messages({
  zh: {
    title: '方法',
    description: '这里的数字怎么来、怎么算、怎么写，哪些没算，以及怎样引用和纠错。',
    contents: '本页内容',
    records: '记录、提案与版次',
    recordsText: [
      '库里只放已发布的事实：机构、模型、平台、应用、行业、融资事件、指标数值……各是一条记录。',
      '任何改动都先成为一份提案，经校验后整份发布；每次发布生成新的一版，改动前后的内容全部留底。一个页面上的数字都属于同一版，版次写在页脚。',
    ],
    evidence: '出处与可靠程度',
    evidenceText: [
      '每个数字后面有一个小标记。点开或按回车，看是谁说的、在原文哪里、什么时候、有多可靠。',
      '来源说法不一时两种都留，不替读者挑。我们没有读过原文的，标记画成虚线；觉得站不住的，写明为什么。',
    ],
    ranges: '金额是区间',
    rangesText: [
      '新闻里一半的金额只是一句话。同一句“数千万”，有人记成 1000 万，有人记成 3000 万。这里保留原话，再按固定规则换成区间；未披露就是没有数字，从来不是零。',
    ],
    phrase: '原话',
    range: '区间',
    rangeKind: '读法',
    phrases: [
      ['约、左右 3亿', '2.7亿 至 3.3亿', '上下各一成'],
      ['近 3亿', '2.4亿 至 3亿', '略低于'],
      ['超、逾 3亿', '3亿 至 4亿', '下限可靠，上限是推测'],
      ['数千万', '1000万 至 1亿', '几个千万'],
      ['亿元级', '1亿 至 10亿', '量级'],
      ['不超过 3亿', '至多 3亿', '只有上限'],
      ['未披露', '没有数字', '计数，不计钱'],
    ],
    example: '一个真实的例子',
    exampleText: (event: string, statements: number, floor: string, ceiling: string) =>
      `${event}：${statements} 个来源各说各的，合起来是 ${floor} 至 ${ceiling}。`,
    exampleLink: '看各家怎么说',
    totals: '合计',
    totalsText: [
      '合计写作“至少 X，至多 Y，另有 n 笔未披露”。图里实心画到下限，斜纹画到上限。',
      '基石投资是 IPO 募资的一部分，不重复计；老股转让、并购、实物出资和“累计”数不是公司新融到的钱，留在库里但不进合计，并写明原因。招股书覆盖媒体报道，被覆盖的说法仍然可见。',
    ],
    now: (total: string) => `目前全部已收录的融资：${total}。`,
    rounds: '轮次',
    roundsText: [
      '轮次先照原文记，再归到阶段：种子、天使、Pre-A 到 H、Pre-IPO、基石、IPO；战略融资、债权和定增没有阶段。股票代码、投资方名字这类填错列的内容不收。',
    ],
    dates: '日期',
    datesText: [
      '来源只说到年就记到年，只说到季度就记到季度。宣布、交割、工商登记是三个日期。按季度画图时，只有年份的记录不硬塞进某一季，而是列在图下。',
    ],
    rates: '汇率',
    ratesText: [
      '外币金额按宣布那天的汇率换算一次；没有当天的就用当月平均，只知道年份的用全年平均，最后一个月之后用最后一个月。汇率、所属时间和来源都存下来，写在事件页上。',
    ],
    theses: '一位作者的看法',
    thesesText: [
      '本项目起于 2023 年初的一篇产业文章。下面几条是那位作者看这个产业的方式，不是本站的结论；本站的版面按它来组织，好让读者自己检验。',
    ],
    licence: '许可',
    licenceText: [
      '代码：Apache-2.0。数据：CC BY 4.0，限于我们有权授予的部分；来源的原话归来源所有，个别来源另有要求的，写在它的来源页上。',
    ],
    cite: '如何引用',
    citeText: ['写上版次，别人就能找到同一版的数字。单张图的引用在图表页的“分享”里。'],
    correct: '纠错',
    correctText: [
      '发现错误，请指出是哪条记录、哪个来源能证明。更正会成为新的一版，历史里看得到改了什么；更正不会被当成新事件。',
    ],
  },
  en: {
    title: 'Method',
    description:
      'How the figures here are found, worked out and written, what is left out, how to cite and how to correct.',
    contents: 'On this page',
    records: 'Records, proposals, editions',
    recordsText: [
      'Only published facts are kept: an organization, a model, a platform, a funding event, a value of an indicator is a record each.',
      'Whoever wants to change one makes a proposal; it is checked and published whole. Every publication is a new edition, and the log keeps what stood before. All figures on a page belong to the same edition; its number is in the footer.',
    ],
    evidence: 'Evidence, and how sure it is',
    evidenceText: [
      'A small mark stands after every figure. Open it to see who says so, where in the source, when, and how they know.',
      'Where sources disagree both stay. A dashed mark means that nobody here has read the source itself; a red one, that we doubt the claim, and why.',
    ],
    ranges: 'Amounts are ranges',
    rangesText: [
      'Half of all announced sums are phrases. “Tens of millions” has been entered as ten by one database and as thirty by another. We keep the words, and turn them into a range by fixed rules. Undisclosed means no number, never zero.',
    ],
    phrase: 'In the source',
    range: 'Range',
    rangeKind: 'Read as',
    phrases: [
      ['about 300 million', '270 to 330 million', 'ten per cent either way'],
      ['nearly 300 million', '240 to 300 million', 'somewhat below'],
      ['over 300 million', '300 to 400 million', 'a firm floor, an inferred ceiling'],
      ['tens of millions', '10 to 100 million', 'several'],
      ['at the 100-million level', '100 million to 1 billion', 'order of magnitude'],
      ['up to 300 million', 'at most 300 million', 'a ceiling only'],
      ['undisclosed', 'no number', 'counted, not added'],
    ],
    example: 'A real one',
    exampleText: (event, statements, floor, ceiling) =>
      `${event}: ${statements} sources tell it differently; together they allow ${floor} to ${ceiling}.`,
    exampleLink: 'See what each one says',
    totals: 'Totals',
    totalsText: [
      'A total reads “at least X, at most Y, n undisclosed”. Bars are solid to the floor and hatched to the ceiling.',
      'Cornerstone money is part of an IPO and not counted twice. Sales of old shares, mergers, payments in kind and cumulative sums are not new money for the company: they are kept, left out of totals, and say why. A prospectus supersedes the press; what it supersedes stays visible.',
    ],
    now: (total) => `All funding on record today: ${total}.`,
    rounds: 'Rounds',
    roundsText: [
      'A round is kept as its source names it, then placed on a scale: seed, angel, Pre-A to H, Pre-IPO, cornerstone, IPO. Strategic rounds, debt and placements have no stage. Stock codes and investors’ names that strayed into the column are refused.',
    ],
    dates: 'Dates',
    datesText: [
      'A date is as precise as its source: a year stays a year. Announced, closed and registered are three dates. A chart by quarter does not force a year into one of its quarters; it lists such events below.',
    ],
    rates: 'Exchange rates',
    ratesText: [
      'Foreign sums are converted once, at the rate of the day they were announced; failing that at the month’s average, at the year’s where only the year is known, and after the last known month at that one. Rate, period and source are stored and shown with the event.',
    ],
    theses: 'One author’s way of looking',
    thesesText: [
      'This project began with an industry article of early 2023. These are its author’s theses, not our findings. The site is arranged along them, so that readers can put them to the test.',
    ],
    licence: 'Licence',
    licenceText: [
      'Code: Apache-2.0. Facts: CC BY 4.0, as far as they are ours to give. A source’s own words stay its own; where one asks for more, its page says so.',
    ],
    cite: 'How to cite',
    citeText: [
      'Name the edition, and others will find the same figures. A chart’s own citation is under “Share” on its page.',
    ],
    correct: 'Corrections',
    correctText: [
      'Tell us which record is wrong and which source shows it. A correction makes a new edition; the history shows what changed, and a correction never looks like a new event.',
    ],
  },
});
