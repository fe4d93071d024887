import type { z } from 'zod';
import type { TokenHolder } from '@/accounts/api-tokens';
import type { Lang } from '@/domain/bilingual';
import type { Problem } from '@/linking/state';

/** One parameter of a query, as OpenAPI describes it. */
export interface QueryParameter {
  description: string;
  /** JSON Schema of its text. */
  schema: Record<string, unknown>;
  required?: boolean;
}

/** A request that was found to fit its operation. */
export interface Call {
  /** Variable parts of the path. */
  path: Readonly<Record<string, string>>;
  /** Query without `lang`, `edition` and `known`. */
  search: URLSearchParams;
  lang: Lang;
  /** The edition that the query asks for; undefined for today's. */
  edition: number | undefined;
  body: unknown;
  /** Whose token came with it. */
  holder: TokenHolder | null;
}

/** What an operation answers. `edition`: of the facts in it; null where no facts are. */
export interface Answered {
  body: unknown;
  edition: number | null;
  /** 200 where nothing else is said. */
  status?: 200 | 201 | 202;
}

/** Everything about one operation of the API: the route, the document and the page are made from it. */
export interface Operation {
  id: string;
  method: 'get' | 'post';
  /** Below /api/v1, with variable parts in braces. */
  path: string;
  tag: 'Records' | 'Charts and comparisons' | 'Finding' | 'News' | 'Writing';
  summary: string;
  description?: string;
  /** What stands in the variable parts. */
  parts?: Readonly<Record<string, QueryParameter>>;
  query?: Readonly<Record<string, QueryParameter>>;
  /** Does it take `edition` and `known`? */
  ofEdition: boolean;
  body?: { schema: z.ZodType; description: string; plainText?: boolean };
  answer: z.ZodType;
  /** Status of success besides 200. */
  created?: { status: 201 | 202; description: string };
  /** What its token must allow; anybody may call it where this is missing. */
  scope?: 'propose';
  run: (call: Call) => Promise<Answered | Response>;
}

/** A request that cannot be answered as it is: status, one line, and what each parameter may be instead. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly problems: readonly object[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(title);
  }
}

/** What is wrong with a query, as a refusal; the first is the title. */
export function refusedQuery(problems: readonly Problem[], lang: Lang): ApiProblem {
  const told = problems.map(({ parameter, value, allowed }) => ({
    parameter,
    value: value.slice(0, 200),
    allowed: allowed[lang],
  }));
  return new ApiProblem(400, `Parameter ${told[0]?.parameter}: ${told[0]?.allowed}`, told);
}
