import type { Bilingual } from '@/domain/bilingual';
import { type RoundFamily, roundFamilies, roundFamilyName } from '@/domain/round';
import { messages } from './messages';

/** What a parameter of an address may be, for the notice on the page and the answer of the machine formats. */
export const allowedText = {
  once: { zh: '只能给一个值', en: 'one value only' },
  quarter: { zh: '季度，如 2023Q1', en: 'a quarter such as 2023Q1' },
  order: {
    zh: '列名加 -asc 或 -desc，如 models-desc',
    en: 'a column and -asc or -desc, such as models-desc',
  },
  values: (values: readonly string[]): Bilingual => ({ zh: values.join('、'), en: values.join(', ') }),
  parameters: (names: readonly string[]): Bilingual => ({
    zh: `参数只有：${names.join('、')}`,
    en: `the parameters are ${names.join(', ')}`,
  }),
  between: (min: number, max: number): Bilingual => ({
    zh: `${min} 到 ${max} 的整数`,
    en: `a whole number from ${min} to ${max}`,
  }),
  limit: (max: number): Bilingual => ({
    zh: `1 到 ${max} 的整数，或 all（全部）`,
    en: `a whole number from 1 to ${max}, or all`,
  }),
  most: (most: number): Bilingual => ({ zh: `至多 ${most} 项`, en: `at most ${most}` }),
  length: (length: number): Bilingual => ({
    zh: `参数总长不超过 ${length} 个字符`,
    en: `${length} characters in all`,
  }),
  slugs: (near: readonly string[]): Bilingual =>
    near.length === 0
      ? {
          zh: '小写字母、数字和连字符，多项用 ~ 隔开',
          en: 'lower-case letters, digits and hyphens, joined by ~',
        }
      : { zh: `如 ${near.join('、')}；多项用 ~ 隔开`, en: `for example ${near.join(', ')}; joined by ~` },
  edition: { zh: '版次号，如 3', en: 'the number of an edition, such as 3' },
  day: { zh: '一个日期，如 2024-06-30', en: 'a day such as 2024-06-30' },
  editionOrDay: { zh: 'edition 和 known 只能给一个', en: 'either edition or known, not both' },
  todayOnly: {
    zh: '这一页只有当前版；以前的版见图表、对比和数据文件',
    en: 'nothing: this page shows today only; charts, comparisons and data files have earlier editions',
  },
  editionsUpTo: (newest: number): Bilingual => ({
    zh: `1 到 ${newest}（当前版次）`,
    en: `1 to ${newest}, the current edition`,
  }),
  daysFrom: (day: string): Bilingual => ({
    zh: `从 ${day}（第一版发布）到今天`,
    en: `from ${day}, when the first edition was published, to today`,
  }),
  period: {
    zh: '起始季度不晚于截止季度',
    en: 'the first quarter must not be after the last one',
  },
} as const;

interface ArchiveContent {
  question: string;
  finding: string;
  link: string;
  edition: number;
  /** When the edition was published: '2026-11-23'. */
  day: string;
}

/** The README in a chart's archive. */
export const archiveReadme = {
  zh: ({ question, finding, link, edition, day }: ArchiveContent) =>
    `${question}\r\n\r\n${finding}\r\n\r\n大模型产业图谱 · AI Landscape，第 ${edition} 版（${day}）\r\n${link}\r\n\r\n文件：.csv 与 .json 是图中的全部数字（金额以元等货币单位计，空格表示不详，不是零），.json 另有来源、筛选条件和说明；.svg 与 .png 是图。\r\n许可：CC BY 4.0，请注明“大模型产业图谱”和上面的链接。\r\n`,
  en: ({ question, finding, link, edition, day }: ArchiveContent) =>
    `${question}\r\n\r\n${finding}\r\n\r\nAI Landscape, edition ${edition} (${day})\r\n${link}\r\n\r\nFiles: .csv and .json hold every figure of the chart (money in units of the currency; an empty field is unknown, not zero); .json also has sources, filters and notes; .svg and .png are the picture.\r\nLicence: CC BY 4.0. Name AI Landscape and the link above.\r\n`,
} as const;

/** The words of the chart pages. */
export const chartWords = messages({
  zh: {
    title: '图表',
    lead: '每张图回答一个问题。图、表、数字和文字出自同一份数据，每个数字都能查到出处。',
    filters: '筛选',
    apply: '更新图表',
    reset: '恢复默认',
    all: '全部',
    ownOrder: '默认',
    timeStep: '逐季查看',
    timeAll: '全部时间',
    timeTo: (quarter: string) => `到 ${quarter}`,
    timeEarlier: '早一季',
    timeLater: '晚一季',
    highlighted: (rows: string) => `突出显示：${rows}。`,
    anySelected: (count: number) => `已选 ${count} 项`,
    pointing: '图中的数：方向键逐项查看，回车打开记录',
    pictureFailed: '这张图没有画出来；下面的表里有全部数字。',
    pictureBusy: '画图的请求太多，请稍后刷新；下面的表里有全部数字。',
    data: '数据',
    limited: (shown: number, all: number) => `这里取前 ${shown} 项，共 ${all} 项。`,
    showAll: (all: number) => `显示全部 ${all} 项`,
    allRecords: (count: number) => `全部 ${count} 条`,
    basis: '依据',
    basisLabel: (count: number) => `依据 ${count} 条记录`,
    leftOut: '没有计入的记录',
    leftOutNone: '符合条件的记录全部计入。',
    records: (count: number) => `${count} 条`,
    moreSources: (count: number) => `另有 ${count} 个来源，这里不逐个列出`,
    findOption: '查找：名称、拼音',
    clearOptions: '全不选',
    moreOptions: (count: number) => `另有 ${count} 项没有列出；可以把代号直接写进网址`,
    allSources: (count: number) => `全部 ${count} 个来源`,
    recordsTitle: '依据的记录',
    recordsOf: (question: string) => `下面是这张图用到的全部记录：${question}`,
    row: '图中的一行',
    record: '记录',
    notCounted: (reason: string) => `没有计入：${reason}`,
    unlisted: (count: number) => `另有 ${count} 条没有逐条列出；缩小筛选范围就能看到。`,
    sources: '来源',
    sourceLine: '来源',
    usedBy: (count: number) => `用于 ${count} 条记录`,
    notSeen: '尚未核对原文',
    notes: '说明',
    sourceCount: (count: number) => `${count} 个`,
    download: '下载',
    edition: (edition: number) => `第 ${edition} 版`,
    licence: '数据以 CC BY 4.0 许可提供，请注明“大模型产业图谱”和链接。',
    noRows: '没有符合条件的记录。换一组筛选条件试试。',
    link: '链接',
    from: '从',
    more: (count: number) => `等 ${count} 个来源`,
    moreRows: (count: number) => `；另有 ${count} 行，见表`,
    yes: '是',
    no: '否',
    pictureOf: (title: string) => `图：${title}`,
  },
  en: {
    title: 'Charts',
    lead: 'Each chart answers one question. Picture, table, figures and words come from the same data, and every figure has its source.',
    filters: 'Filters',
    apply: 'Update chart',
    reset: 'Back to default',
    all: 'All',
    ownOrder: 'As given',
    timeStep: 'Quarter by quarter',
    timeAll: 'All time',
    timeTo: (quarter) => `up to ${quarter}`,
    timeEarlier: 'Earlier',
    timeLater: 'Later',
    highlighted: (rows) => `Highlighted: ${rows}. `,
    anySelected: (count) => `${count} selected`,
    pointing: 'The figures of the chart: arrow keys go from one to the next, Enter opens its records',
    pictureFailed: 'This picture could not be drawn; the table below has all figures.',
    pictureBusy: 'Too many pictures are being drawn; reload in a moment. The table below has all figures.',
    data: 'Data',
    limited: (shown, all) => `Shown are the first ${shown} of ${all}.`,
    showAll: (all) => `Show all ${all}`,
    allRecords: (count) => `All ${count}`,
    basis: 'Basis',
    basisLabel: (count) => (count === 1 ? 'Based on 1 record' : `Based on ${count} records`),
    leftOut: 'Records left out',
    leftOutNone: 'Every record that matches is counted.',
    records: (count) => (count === 1 ? '1 record' : `${count} records`),
    moreSources: (count) => `and ${count} more ${count === 1 ? 'source' : 'sources'}, not listed here`,
    findOption: 'Find by name',
    clearOptions: 'None',
    moreOptions: (count) => `${count} more are not listed; their slugs can be written into the address`,
    allSources: (count) => `All ${count} sources`,
    recordsTitle: 'The records behind it',
    recordsOf: (question) => `All records behind this chart: ${question}`,
    row: 'Row of the chart',
    record: 'Record',
    notCounted: (reason) => `Not counted: ${reason}`,
    unlisted: (count) => `${count} more are not listed one by one; narrower filters show them.`,
    sources: 'Sources',
    sourceLine: 'Sources',
    usedBy: (count) => (count === 1 ? 'behind 1 record' : `behind ${count} records`),
    notSeen: 'not checked by us',
    notes: 'Notes',
    sourceCount: (count) => `${count}`,
    download: 'Download',
    edition: (edition) => `Edition ${edition}`,
    licence: 'Data under CC BY 4.0: name “AI Landscape” and the link.',
    noRows: 'No records match. Try other filters.',
    link: 'Link',
    from: 'From',
    more: (count) => `and others, ${count} in all`,
    moreRows: (count) => `; and ${count} more rows in the table`,
    yes: 'Yes',
    no: 'No',
    pictureOf: (title) => `Chart: ${title}`,
  },
});

/** Families of rounds by name, for options of filters. */
export const roundFamilyNames = Object.fromEntries(
  roundFamilies.map((family) => [
    family,
    { zh: roundFamilyName(family, 'zh'), en: roundFamilyName(family, 'en') },
  ]),
) as Readonly<Record<RoundFamily, Bilingual>>;

/** Units of columns, by the key that the machine formats use. */
export const unitNames: Readonly<Record<string, Bilingual>> = {
  models: { zh: '个', en: 'models' },
  families: { zh: '个系列', en: 'families' },
  versions: { zh: '个型号', en: 'versions and sizes' },
  events: { zh: '笔', en: 'events' },
  organizations: { zh: '家', en: 'organizations' },
  entries: { zh: '个', en: 'entries' },
  CNY: { zh: '元人民币', en: 'CNY' },
  USD: { zh: '美元', en: 'USD' },
};
