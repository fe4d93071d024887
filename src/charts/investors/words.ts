import { messages } from '@/i18n/messages';

/** The words of the chart of investors. */
export const investorsWords = messages({
  zh: {
    none: '没有符合条件的投资。',
    lead: '领投',
    coLead: '联合领投',
    follow: '跟投',
    notStated: '角色未说明',
    inRounds: (role: string, events: number) => `${role} ${events} 笔`,
    rounds: (events: number) => `${events} 笔`,
    together: '同投的笔数',
    role: '角色',
    events: '笔数',
    total: '家数',
    or: '；',
    several: (count: number) => `${count} 家投资方`,
    leaders: (who: string, count: number, backed: number) =>
      `投得最多的是${who}，${count > 1 ? '各' : ''} ${backed} 家。`.replace('， ', '，'),
    shown: (investors: number, organizations: number) =>
      `图中 ${investors} 家投资方投了 ${organizations} 家机构。`,
    popular: (who: string, count: number, backers: number) =>
      `其中投${who}的最多，${count > 1 ? '各有 ' : '有 '}${backers} 家。`,
    unstated: (count: number, all: number) =>
      count === 0 ? '' : `${all} 组投资关系里，${count} 组没有说明是领投还是跟投。`,
    pairName: (first: string, second: string) => `${first} + ${second}`,
    pairCaption: (events: number, names: string) => `${events} 笔：${names}`,
    pairLeaders: (names: string, count: number, events: number) =>
      `同投最多的是 ${names}，${count > 1 ? '各 ' : ''}${events} 笔。`,
    manyPairs: (count: number, events: number) => `${count} 对投资方并列最多，各同投 ${events} 笔。`,
    repeated: (pairs: number, repeated: number) => `图中 ${pairs} 对，${repeated} 对同投不止一笔。`,
    backing: (investor: string, organization: string, role: string, events: number) =>
      `${investor}投${organization}：${role}，${events} 笔`,
    pair: (first: string, second: string, events: number, names: string) =>
      `${first}与${second}同投 ${events} 笔（${names}）`,
    beyond: (top: number, count: number) => `涉及不在前 ${top} 位的 ${count} 家投资方`,
    beyondPairs: (top: number, count: number) => `涉及不在前 ${top} 位的 ${count} 对投资方`,
    noRoom: (most: number, count: number) => `涉及图中列出的 ${most} 家以外的 ${count} 家机构`,
    moreOrganizations: (count: number) => (count === 0 ? '' : `等，另有 ${count} 家`),
    reported: '传闻或未获公司确认',
    noInvestor: '没有来源说明投资方',
    onlyOthers: '只有收购方或财务顾问，没有投资方',
    cumulative: '多轮合计：名单里的投资方不一定在同一轮',
    note: '角色是各轮的角色；颜色取其中最重的一种：领投、联合领投、跟投。基石投资者、以实物出资者和多轮合计里的投资方都算；传闻不算。',
  },
  en: {
    none: 'No investment matches.',
    lead: 'Lead',
    coLead: 'Co-lead',
    follow: 'Follow',
    notStated: 'Role not stated',
    inRounds: (role, events) => `${role.toLowerCase()} in ${events}`,
    rounds: (events) => (events === 1 ? '1 event' : `${events} events`),
    together: 'Events together',
    role: 'Role',
    events: 'Events',
    total: 'Backs',
    or: '; ',
    several: (count) => `${count} investors`,
    leaders: (who, count, backed) =>
      `${who} ${count > 1 ? 'back' : 'backs'} the most organizations, ${backed}${count > 1 ? ' each' : ''}.`,
    shown: (investors, organizations) =>
      `The ${investors === 1 ? 'investor' : `${investors} investors`} shown ${investors === 1 ? 'backs' : 'back'} ${organizations === 1 ? '1 organization' : `${organizations} organizations`}.`,
    popular: (who, count, backers) =>
      `${who} ${count > 1 ? 'have' : 'has'} the most of them, ${backers}${count > 1 ? ' each' : ''}.`,
    unstated: (count, all) =>
      count === 0 ? '' : `For ${count} of ${all} ties no source says who led and who followed.`,
    pairName: (first, second) => `${first} + ${second}`,
    pairCaption: (events, names) => `${events}: ${names}`,
    pairLeaders: (names, count, events) =>
      `Most often together: ${names}, ${events} ${events === 1 ? 'event' : 'events'}${count > 1 ? ' each' : ''}.`,
    manyPairs: (count, events) =>
      `${count} pairs share first place with ${events} ${events === 1 ? 'event' : 'events'} together.`,
    repeated: (pairs, repeated) =>
      `Of the ${pairs} ${pairs === 1 ? 'pair' : 'pairs'} shown, ${repeated} invested together more than once.`,
    backing: (investor, organization, role, events) =>
      `${investor} in ${organization}: ${role.toLowerCase()}, ${events} ${events === 1 ? 'event' : 'events'}`,
    pair: (first, second, events, names) =>
      `${first} and ${second}: ${events} ${events === 1 ? 'event' : 'events'} together (${names})`,
    beyond: (top, count) => `with ${count} ${count === 1 ? 'investor' : 'investors'} after the first ${top}`,
    beyondPairs: (top, count) => `with ${count} ${count === 1 ? 'pair' : 'pairs'} after the first ${top}`,
    noRoom: (most, count) =>
      `in ${count} ${count === 1 ? 'organization' : 'organizations'} beside the ${most} shown`,
    moreOrganizations: (count) => (count === 0 ? '' : ` and ${count} more`),
    reported: 'reported, not confirmed by the company',
    noInvestor: 'no source names an investor',
    onlyOthers: 'only an acquirer or an adviser, no investor',
    cumulative: 'a sum over several rounds: those named need not have met in one',
    note: 'A role is that in a round; the colour is that of the weightiest: lead, co-lead, follow. Cornerstone investors, payers in kind and those named for a sum over rounds count; rumours do not.',
  },
});
