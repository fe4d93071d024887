import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the page where the data set is taken away. */
export const dataWords = messages({
  zh: {
    title: '数据与接口',
    description:
      '整个数据集，或其中任何一部分，都可以带走：文件、接口、订阅、智能体工具。同一版次的文件逐字节相同。',
    whole: '整个数据集',
    wholeNote: '每个文件名都带版次；加 ?edition=1 取得早先某一版。',
    file: '文件',
    what: '内容',
    tables: '按表下载',
    tablesNote:
      '机构、模型、融资事件的文件接受与列表页相同的筛选，如 /data/model.csv?tier=industry、/data/funding-event.parquet?family=series。',
    table: '表',
    records: '记录数',
    formats: '格式',
    partOf: (kind: string) => `${kind}的组成部分`,
    complete: '收得全不全',
    completeNote:
      '按记录自身的日期：最新的一条、最近几个季度各有多少条、多少没有日期。末尾的季度偏少，多半是还没录入，不是没有发生。',
    newest: '最新的月份',
    undated: '没有日期',
    undatedShare: (count: number, share: number) => `${count}（${share}%）`,
    quarters: '最近八个季度的条数',
    api: '接口',
    apiText: '公开读取，无需注册；写入用管理员发放的令牌提交提案。',
    apiLink: '接口说明',
    feeds: '订阅',
    feedsText:
      '融资与变更，Atom、RSS、JSON Feed，接受与页面相同的筛选；更正会更新原来的条目，不会变成新事件。',
    agents: '智能体',
    agentsText: '给智能体的 MCP 服务（只读，streamable HTTP）在 /mcp，说明在 /llms.txt。',
    licence: '许可',
    licenceText:
      '事实以 CC BY 4.0 提供，限于我们有权给予的部分；来源的原话仍归来源。请注明“大模型产业图谱”与版次。',
  },
  en: {
    title: 'Data and API',
    description:
      'Take the whole data set, or any part of it: files, an API, feeds, tools for agents. Files of one edition are the same to the byte.',
    whole: 'The whole data set',
    wholeNote: 'File names carry the edition; add ?edition=1 for an earlier one.',
    file: 'File',
    what: 'What it holds',
    tables: 'Table by table',
    tablesNote:
      'Organizations, models and funding events take the filters of their pages: /data/model.csv?tier=industry, /data/funding-event.parquet?family=series.',
    table: 'Table',
    records: 'Records',
    formats: 'Formats',
    partOf: (kind) => `parts of ${kind}`,
    complete: 'How complete it is',
    completeNote:
      'By the date of the fact: the newest one, how many lie in each of the last quarters, how many have no date. Few at the end mean that they are not entered yet, rather than that nothing happened.',
    newest: 'Newest month',
    undated: 'Without a date',
    undatedShare: (count, share) => `${count} (${share}%)`,
    quarters: 'Records in the last eight quarters',
    api: 'API',
    apiText:
      'Open for reading, without an account. Changes are proposed with a token that an administrator gives out.',
    apiLink: 'What the API offers',
    feeds: 'Feeds',
    feedsText:
      'Funding and changes as Atom, RSS and JSON Feed, with the filters of the pages. A correction updates its entry and never looks like a new event.',
    agents: 'Agents',
    agentsText: 'An MCP server (read-only, streamable HTTP) at /mcp; /llms.txt tells what is where.',
    licence: 'Licence',
    licenceText:
      'Facts are CC BY 4.0, as far as they are ours to give; a source’s own words stay its own. Name “AI Landscape” and the edition.',
  },
});

/** What the files of everything hold. */
export const wholeFileWords: Readonly<Record<string, Bilingual>> = {
  'datapackage.zip': {
    zh: 'Frictionless 数据包：每表一个 CSV、原样的记录、模式、来源、许可与校验和；可再导入',
    en: 'Frictionless Data Package: a CSV a table, the records as they are, schemas, sources, licence, checksums; can be imported again',
  },
  'all.json': { zh: '全部记录，一个 JSON 文件', en: 'All records as one JSON document' },
  'all.ndjson': { zh: '全部记录，每行一个 JSON', en: 'All records, one JSON a line' },
  'all.parquet': {
    zh: '全部记录：类型、代号、JSON 内容',
    en: 'All records: kind, slug, content as JSON',
  },
  'all.csv.zip': { zh: '全部表的 CSV', en: 'All tables as CSV' },
  'all.xlsx.zip': { zh: '全部表的 XLSX', en: 'All tables as XLSX' },
};
