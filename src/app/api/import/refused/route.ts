import { planOfDraft } from '@/app/[lang]/editor/import/plan-of-draft';
import { refused } from '@/app/form-request';
import { personOf } from '@/app/session';
import { clients } from '@/database/client';
import { isLang } from '@/domain/bilingual';
import { may } from '@/domain/role';
import { findImportDraft } from '@/editorial/import-drafts';
import { openFile } from '@/exchange/import/open-file';
import { orUnreadable, type UnreadableTable } from '@/exchange/import/unreadable-table';
import { importOutcomes, importWords } from '@/i18n/import';
import { csvOf } from '@/tables/csv';

/** The rows of a file that are not imported, with the reason of each, to be mended and sent again. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const lang = isLang(asked.get('lang') ?? '') ? (asked.get('lang') as 'zh' | 'en') : 'zh';
  const person = await personOf(request.headers);
  if (!person || !may(person.role, 'publish'))
    return refused(401, lang === 'zh' ? '请先登录。' : 'Sign in first.');
  const draft = await findImportDraft(clients().current, person.id, Number(asked.get('draft')));
  if (!draft) return refused(404, importOutcomes.gone?.[lang] ?? '');
  const unread = ({ reason }: UnreadableTable) =>
    refused(422, `${importOutcomes.unread?.[lang] ?? ''}${reason[lang]}`);
  const opened = await orUnreadable(openFile(draft.bytes, draft.name));
  if (opened instanceof Error) return unread(opened);
  const plan = await planOfDraft(draft);
  if (plan instanceof Error) return unread(plan);
  const table = 'table' in opened ? opened.table : { headers: [], rows: [] };
  const { rows } = plan;
  const why = new Map<number, string>();
  for (const { line, outcome, problems } of rows)
    if (outcome === 'refused' || outcome === 'duplicate')
      why.set(line, problems.map(({ column, reason }) => `${column} ${reason[lang]}`.trim()).join(' '));
  const head = (text: string, key: string) => ({
    key,
    label: { zh: text, en: text },
    kind: 'text' as const,
    unit: null,
  });
  const csv = csvOf(
    {
      columns: [
        ...table.headers.map((header, at) => head(header, String(at))),
        head(importWords[lang].reason, 'reason'),
      ],
      rows: table.rows
        .filter(({ line }) => why.has(line))
        .map(({ line, cells }) =>
          [...cells, why.get(line) ?? ''].map((value) => ({ value, text: value, path: null })),
        ),
    },
    lang,
    true,
  );
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="refused.csv"',
      'Cache-Control': 'no-store',
    },
  });
}
