import { ask } from '@/app/asking';
import { answerFile, fileSearch, noSuch } from '@/app/file-answer';
import { askedKnowledge } from '@/app/known';
import { compareFile, compareFormats } from '@/compare/file';
import { subjectKeys } from '@/compare/subject-kind';
import { publicUrl } from '@/linking/public-url';
import { isOneOf } from '@/tables/media-types';

type Context = { params: Promise<{ kind: string; format: string }> };

/** A comparison as a file: /compare.csv?vendors=baidu~alibaba, /compare/models.png?models=… Errors are JSON. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind, format } = await params;
  const key = subjectKeys.find((each) => each === kind);
  if (!key) return noSuch('subjects', kind, subjectKeys);
  if (!isOneOf(compareFormats, format)) return noSuch('format', format, compareFormats);
  return answerFile('The comparison', format, async () => {
    const search = fileSearch(request);
    const known = await askedKnowledge(search);
    if (known.problems.length > 0) return known;
    return compareFile(key, format, search, (question) => ask(question, known.edition), publicUrl());
  });
}
