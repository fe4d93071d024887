import { answerFile, fileLang, fileSearch, noSuch } from '@/app/file-answer';
import { readFacts } from '@/database/reading';
import { listFile, listFormats } from '@/lists/engine/file';
import { listTable } from '@/lists/engine/table';
import { findList } from '@/lists/registry';
import { isOneOf } from '@/tables/media-types';

type Context = { params: Promise<{ list: string; format: string }> };

/** A list as a file, by the query of its page: /models.csv?tier=industry. All that matches, in the order of the page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { list: slug, format } = await params;
  const list = findList(slug);
  if (!list || !isOneOf(listFormats, format)) return noSuch('format', format, listFormats);
  const search = fileSearch(request);
  const lang = fileLang(search);
  return answerFile(`The list ${slug}`, format, () =>
    readFacts(async (facts) => {
      const { edition } = facts;
      const { table, problems } = await listTable(list, facts, search, lang);
      if (problems.length > 0) return { problems };
      const body = await listFile(table, format, lang, slug, edition);
      return { file: { body, name: `${slug}-edition-${edition}.${format}`, edition } };
    }),
  );
}
