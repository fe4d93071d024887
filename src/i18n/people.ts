import { messages } from './messages';

/** The words of the page on people. */
export const peopleWords = messages({
  zh: {
    title: '人员流动',
    description:
      '谁离开了哪家机构，去做什么，谁创办、谁加入、谁履新。按他们原来所在的机构排列，每条都有出处。',
    nowhere: '原机构不详',
    people: (count: number) => `${count} 人`,
    joined: '去向',
    arrivals: '去了哪里',
    persons: '按人看',
    undated: '日期不详',
    none: '还没有收录人员流动。',
    aboutOrganization: '机构页',
  },
  en: {
    title: 'People moves',
    description:
      'Who left which organization, and for what; who founded, joined or got a new post. Listed by the organization they came from, each with its source.',
    nowhere: 'Organization unknown',
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    joined: 'Joined or founded',
    arrivals: 'Where they went',
    persons: 'By person',
    undated: 'no date',
    none: 'No moves are on record yet.',
    aboutOrganization: 'About this organization',
  },
});

/** Sentences made from the moves. */
export const peopleFinding = messages({
  zh: {
    from: (people: number, organizations: number, names: string) =>
      `收录 ${people} 人，来自 ${organizations} 家机构：${names}。`,
    fromOne: (people: number, name: string) => `收录 ${people} 人，都来自${name}。`,
    most: (name: string, count: number) => `${name}最多，${count} 人。`,
    span: (first: string, last: string) =>
      first === last ? `都在 ${first} 年。` : `时间从 ${first} 年到 ${last} 年。`,
    noneJoined: '其中还没有人加入或创办已收录的机构。',
    joined: (joined: number, names: string) => `${joined} 人的去向有记录：${names}。`,
  },
  en: {
    from: (people, organizations, names) =>
      `${people} people on record, from ${organizations} organizations: ${names}. `,
    fromOne: (people, name) =>
      people === 1
        ? `One person on record, from ${name}. `
        : `${people} people on record, all from ${name}. `,
    most: (name, count) => `Most come from ${name}, ${count}. `,
    span: (first, last) => (first === last ? `All in ${first}. ` : `Dated ${first} to ${last}. `),
    noneJoined: 'None has yet joined or founded an organization that is on record here.',
    joined: (joined, names) => `${joined} of them joined or founded an organization on record: ${names}.`,
  },
});
