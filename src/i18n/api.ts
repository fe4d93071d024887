import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The page about the API. */
export const apiWords = messages({
  zh: {
    title: '接口',
    description: '所有记录、图表、对比、搜索与变更都可以由程序读取，不需要令牌；写入需要管理员给的令牌。',
    document: 'OpenAPI 3.1 文档',
    rules: '约定',
    ruleList: [
      '每个回答都写明版次（正文的 edition 与 X-Edition 头）；同一版次给出同样的回答，可用 edition= 或 known= 取历史版次。',
      '带 If-None-Match 再问，内容未变则回答 304；支持 gzip 与 br。',
      '错误是 application/problem+json，problems 说明每个参数可以填什么。',
      '每个客户端每分钟 600 次，RateLimit 头说明还剩多少。',
      '金额以货币的个位为单位；null 表示没有披露，不是零。',
    ],
    agents: '智能体',
    agentsNote:
      '支持 MCP（streamable HTTP）的客户端填入这个地址即可：搜索、对比、图表、记录、融资、变更，全部只读。',
    parameters: '参数',
    required: '必填',
    needsToken: '需要令牌',
    tryIt: '打开',
    takes: '可填',
  },
  en: {
    title: 'API',
    description:
      'Programs can read every record, chart, comparison, search and change without a token; writing needs one from an admin.',
    document: 'OpenAPI 3.1 document',
    rules: 'How it answers',
    ruleList: [
      'Every answer names its edition (edition in the body, X-Edition in the head). The same edition gives the same answer; edition= and known= ask for earlier ones.',
      'Ask again with If-None-Match, and the answer is 304 where nothing changed. gzip and br are understood.',
      'Errors are application/problem+json; problems say what each parameter may be.',
      'Each client has 600 requests a minute; the RateLimit header says what is left.',
      'Money is in units of its currency; null means undisclosed, never zero.',
    ],
    agents: 'Agents',
    agentsNote:
      'Clients that speak MCP (streamable HTTP) need only this address: search, compare, chart, record, funding, changes, all of them read-only.',
    parameters: 'Parameters',
    required: 'required',
    needsToken: 'needs a token',
    tryIt: 'Open',
    takes: 'takes',
  },
});

/** Groups of operations. */
export const operationGroups = {
  Records: { zh: '记录', en: 'Records' },
  'Charts and comparisons': { zh: '图表与对比', en: 'Charts and comparisons' },
  Finding: { zh: '查找与变更', en: 'Finding and changes' },
  News: { zh: '新闻', en: 'News' },
  Writing: { zh: '写入', en: 'Writing' },
} as const satisfies Record<string, Bilingual>;
