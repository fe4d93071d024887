import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The editors' desk. */
export const deskWords = messages({
  zh: {
    title: '编辑台',
    greeting: (name: string, role: string) => `${name}，${role}`,
    recent: '最近的发布',
    edition: (number: number) => `第 ${number} 版`,
    records: (count: number) => `${count} 条记录`,
    by: '编辑',
    undo: '撤销',
    undoHint: (number: number) => `撤销第 ${number} 版；撤销也是一次发布，可以再撤销`,
    when: '时间',
    what: '内容',
    waiting: '待审',
    waitingNone: '没有等待审核的提案。',
    waitingCount: (count: number) => `${count} 份提案等待审核`,
  },
  en: {
    title: 'Editors’ desk',
    greeting: (name, role) => `${name}, ${role.toLowerCase()}`,
    recent: 'Recent publications',
    edition: (number) => `Edition ${number}`,
    records: (count) => (count === 1 ? '1 record' : `${count} records`),
    by: 'Editor',
    undo: 'Undo',
    undoHint: (number) => `Undo edition ${number}; undoing is a publication too and can be undone`,
    when: 'When',
    what: 'What',
    waiting: 'Waiting for review',
    waitingNone: 'No proposal is waiting.',
    waitingCount: (count) => (count === 1 ? '1 proposal is waiting' : `${count} proposals are waiting`),
  },
});

/** What became of undoing an edition, by the code in the address. */
export const undoOutcomes: Readonly<Record<string, (edition: number) => Bilingual>> = {
  undone: (edition) => ({ zh: `第 ${edition} 版已撤销。`, en: `Edition ${edition} was undone.` }),
  nothing: (edition) => ({
    zh: `第 ${edition} 版的内容早已不在，无需撤销。`,
    en: `What edition ${edition} did is gone already; there was nothing to undo.`,
  }),
  'not-undone': (edition) => ({
    zh: `第 ${edition} 版没有撤销：其中的记录后来又改过，或有别的记录引用它们。请先撤销后来的改动。`,
    en: `Edition ${edition} was not undone: its records were changed again, or others refer to them. Undo the later changes first.`,
  }),
};
