import { messages } from './messages';

/** The words of page parts: tables, charts, notices, the page for what does not exist. */
export const parts = messages({
  zh: {
    general: '通用',
    task: '任务',
    industry: '行业',
    unclassified: '未分类',
    showTable: '看数据表',
    openChart: '打开图表',
    sources: '来源',
    question: '问题',
    noRows: '没有符合条件的记录。',
    filters: '筛选',
    clear: '清除',
    missingTitle: '没有这一页',
    missingText: (what: string) => `这里没有“${what}”。可能改了名，也可能还没有收录。`,
    closeMatches: '你要找的也许是',
    retractedTitle: '已撤回的记录',
    retractedIn: (edition: number, day: string, note: string) =>
      `这条记录在第 ${edition} 版（${day}）撤回：${note}。下面是撤回前的内容。`,
    retractedChange: '看这次更改',
    searchInstead: '搜索',
    noticeTitle: '网址里有一项参数无法识别，已按默认值显示',
    noticesTitle: (count: number) => `网址里有 ${count} 项参数无法识别，已按默认值显示`,
    allowed: '可用',
    pages: '翻页',
    previous: '上一页',
    next: '下一页',
    pageOf: (page: number, pages: number, first: number, last: number, all: number) =>
      `第 ${page}/${pages} 页，第 ${first}–${last} 条，共 ${all} 条`,
  },
  en: {
    general: 'General',
    task: 'Task',
    industry: 'Industry',
    unclassified: 'Unclassified',
    showTable: 'Show the data',
    openChart: 'Open the chart',
    sources: 'Sources',
    question: 'Question',
    noRows: 'No records match.',
    filters: 'Filters',
    clear: 'Clear',
    missingTitle: 'There is no such page',
    missingText: (what) =>
      `We have nothing under “${what}”. It may have been renamed, or not be recorded yet.`,
    closeMatches: 'Perhaps you were looking for',
    retractedTitle: 'A retracted record',
    retractedIn: (edition, day, note) =>
      `This record was retracted in edition ${edition} (${day}): ${note}. It said:`,
    retractedChange: 'See that change',
    searchInstead: 'Search',
    noticeTitle: 'One parameter in the address was not understood; its default is shown',
    noticesTitle: (count) =>
      `${count} parameters in the address were not understood; their defaults are shown`,
    allowed: 'Allowed',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    pageOf: (page, pages, first, last, all) => `Page ${page} of ${pages}, ${first}–${last} of ${all}`,
  },
});
