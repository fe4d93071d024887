import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the page where tables are imported. */
export const importWords = messages({
  zh: {
    title: '导入表格',
    description:
      '机构、模型、融资、来源、指标的表格。先逐行看会发生什么，确认后才写入；一次导入是一版，可以整体撤销。',
    file: '文件',
    fileHint:
      'CSV、TSV、XLSX、XLS、ODS、JSON、NDJSON 或 Markdown 表格，至多 12 MB；更大的用命令行 npm run import。',
    read: '读取',
    kind: '表格里是什么',
    columns: '各列的含义',
    column: '列',
    field: '含义',
    leftOut: '不导入',
    again: '按此重新读取',
    confirm: (count: number) => `导入 ${count} 条`,
    nothing: '没有可以导入的内容。',
    discard: '丢弃这个文件',
    rows: '逐行',
    line: '行',
    outcome: '结果',
    name: '名称',
    what: '内容',
    refusedFile: '下载没有导入的行（附原因）',
    reason: '原因',
    more: (count: number) => `另有 ${count} 行`,
    notes: '读取时做了什么',
    dataset: '这是本站导出的数据集，无需对应各列。',
    duplicates: '可能重复的行也导入',
    keep: '记住这些选择，以后同样表头的表格照此读取',
    going: (rows: number, of: number) => (of === 0 ? '正在读取……' : `正在导入：${rows} / ${of} 行`),
    cancelling: '正在取消……',
    cancel: '取消导入',
    lookAgain: '回到这张表格',
    question: '要先回答',
    makes: '同时新建',
    near: (said: string) => `“${said}”也许就是`,
  },
  en: {
    title: 'Import a table',
    description:
      'Tables of organizations, models, funding, sources, indicators. See row by row what would happen; nothing is written until you confirm. An import is one edition, undoable as one.',
    file: 'File',
    fileHint:
      'CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON or a Markdown table, at most 12 MB; larger ones with npm run import.',
    read: 'Read',
    kind: 'What the table holds',
    columns: 'What the columns hold',
    column: 'Column',
    field: 'Holds',
    leftOut: 'left out',
    again: 'Read again like this',
    confirm: (count) => (count === 1 ? 'Import 1 record' : `Import ${count} records`),
    nothing: 'There is nothing to import.',
    discard: 'Throw this file away',
    rows: 'Row by row',
    line: 'Row',
    outcome: 'Outcome',
    name: 'Name',
    what: 'What',
    refusedFile: 'Download the rows that are not imported, with reasons',
    reason: 'Reason',
    more: (count) => `${count} more rows`,
    notes: 'What was done while reading',
    dataset: 'This is a data set that this site exported; there are no columns to choose.',
    duplicates: 'Import rows that are perhaps duplicates too',
    keep: 'Remember these choices for tables with the same heads',
    going: (rows, of) => (of === 0 ? 'Reading …' : `Importing: ${rows} of ${of} rows`),
    cancelling: 'Cancelling …',
    cancel: 'Cancel the import',
    lookAgain: 'Back to the table',
    question: 'To be answered first',
    makes: 'Also makes',
    near: (said) => `"${said}" may be`,
  },
});

export const importKindNames = {
  'funding-event': { zh: '融资事件', en: 'funding events' },
  organization: { zh: '机构', en: 'organizations' },
  model: { zh: '模型', en: 'models' },
  source: { zh: '来源', en: 'sources' },
  indicator: { zh: '指标', en: 'indicators' },
  'people-move': { zh: '人员流动', en: 'people moves' },
} as const satisfies Record<string, Bilingual>;

export const rowOutcomeNames = {
  new: { zh: '新增', en: 'new' },
  changed: { zh: '更改', en: 'changed' },
  same: { zh: '相同', en: 'the same' },
  duplicate: { zh: '可能重复', en: 'duplicate?' },
  refused: { zh: '不能导入', en: 'refused' },
  skipped: { zh: '跳过', en: 'skipped' },
} as const satisfies Record<string, Bilingual>;

/** What became of it, by the code in the address. */
export const importOutcomes: Readonly<Record<string, Bilingual>> = {
  file: { zh: '请选择一个文件，至多 12 MB。', en: 'Choose a file of at most 12 MB.' },
  unread: { zh: '读不了这个文件：', en: 'The file cannot be read: ' },
  gone: { zh: '这个文件已经不在，请重新上传。', en: 'This file is gone; send it again.' },
  imported: { zh: '已导入，成为新的一版。', en: 'Imported as a new edition.' },
  same: { zh: '这些内容已经收录，没有新的版次。', en: 'All of it is on record; there is no new edition.' },
  refused: { zh: '没有导入：', en: 'Not imported: ' },
  discarded: { zh: '文件已丢弃。', en: 'The file was thrown away.' },
};
