import { modalities } from '@/records/model/schema';
import { modalitiesIn } from '../cells/word-cells';
import type { RawTable } from './raw-table';

type Read = Omit<RawTable, 'format'>;

/** Catalogues whose heads say something else than their words: put right, or asked about. */
export function adapted(table: Read): Read {
  return openRouter(table) ?? modelsDev(table) ?? table;
}

/** OpenRouter's list of models: `acme/acme-fast` is called "Acme: Acme Fast"; `created` is the day it was listed. */
function openRouter(table: Read): Read | null {
  const at = (head: string) => table.headers.indexOf(head);
  const [id, name, listed] = [at('id'), at('name'), at('created')];
  if (id < 0 || name < 0 || listed < 0 || at('context_length') < 0) return null;
  const modality = at('architecture.modality');
  const rows = table.rows.map((row) => {
    const [maker, model] = (row.cells[name] ?? '').split(/:\s+/, 2) as [string, string | undefined];
    const inputs = (row.cells[modality] ?? '').split('->')[0] ?? '';
    const { read } = modalitiesIn(inputs);
    return {
      ...row,
      cells: [
        model === undefined ? '' : maker,
        model ?? maker,
        modalities.filter((each) => read.includes(each)).join('、'),
      ],
    };
  });
  return {
    ...table,
    headers: ['vendor', 'model', 'modalities'],
    rows,
    notes: [
      ...table.notes,
      {
        zh: '看起来是 OpenRouter 的目录：厂商与模型名取自 name；created 是上架日期，不当作发布日期',
        en: 'This looks like the list of OpenRouter: vendor and model are parts of name; created is when it was listed, not when it was released.',
      },
    ],
  };
}

/** models.dev: who offers a model is often not who made it, and nothing in the file says who did. */
function modelsDev(table: Read): Read | null {
  const has = (head: string) => table.headers.includes(head);
  if (!has('of.key') || !has('name') || !table.headers.some((head) => head.startsWith('of.'))) return null;
  const heads = table.headers.filter((head) => head.startsWith('of.'));
  return {
    ...table,
    question: {
      zh: `每个模型写了由谁提供（${heads.join('、')}），没有写由谁研发。若提供方就是厂商，请把其中一列选作 vendor 再读一次`,
      en: `The file says who offers each model (${heads.join(', ')}), not who made it. If they are the same, choose one of these columns as the vendor and read it again.`,
    },
  };
}
