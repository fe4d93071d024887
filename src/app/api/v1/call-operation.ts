import type { TokenHolder } from '@/accounts/api-tokens';
import { isLang, type Lang } from '@/domain/bilingual';
import { askedKnowledge } from '../../known';
import { queryParametersOf } from './openapi';
import { type Answered, ApiProblem, type Operation, refusedQuery } from './operation';
import { operationsAt } from './operations';

/** What comes with a call beside its address. */
export interface CallExtras {
  holderOf?: (operation: Operation) => Promise<TokenHolder | null>;
  bodyOf?: (operation: Operation) => Promise<unknown>;
}

/** Does a text fit the JSON Schema of its parameter? */
function fits(text: string, schema: Record<string, unknown>): boolean {
  if (schema.type === 'integer') {
    const number = Number(text);
    return /^\d{1,10}$/.test(text) && number >= Number(schema.minimum) && number <= Number(schema.maximum);
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(text)) return false;
  if (typeof schema.maxLength === 'number' && text.length > schema.maxLength) return false;
  return typeof schema.pattern !== 'string' || new RegExp(schema.pattern).test(text);
}

function langOf(search: URLSearchParams): Lang {
  const lang = search.get('lang') ?? 'zh';
  if (isLang(lang)) return lang;
  const problem = { parameter: 'lang', value: lang.slice(0, 200), allowed: 'zh, en' };
  throw new ApiProblem(400, 'Parameter lang: zh or en.', [problem]);
}

function checkQuery(operation: Operation, search: URLSearchParams): void {
  const parameters = queryParametersOf(operation);
  const problems: { parameter: string; value: string; allowed: unknown }[] = [];
  const add = (parameter: string, values: readonly string[], allowed: unknown) =>
    problems.push({ parameter: parameter.slice(0, 100), value: values.join(' ').slice(0, 200), allowed });
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    if (!Object.hasOwn(parameters, name)) add(name, values, Object.keys(parameters).sort().join(', '));
    else if (values.length > 1) add(name, values, 'one value');
  }
  for (const [name, { schema, required }] of Object.entries(parameters)) {
    const value = search.get(name);
    // Edition and day are checked, and told, by what finds them.
    if (name === 'edition' || name === 'known') continue;
    if (value === null && required) add(name, [], 'It must be there.');
    else if (value !== null && !fits(value, schema)) add(name, [value], schema);
  }
  const [first] = problems;
  if (first) throw new ApiProblem(400, `Parameter ${first.parameter} is not as described.`, problems);
}

function checkParts(operation: Operation, parts: Readonly<Record<string, string>>): void {
  for (const [name, { schema }] of Object.entries(operation.parts ?? {}))
    if (!fits(parts[name] ?? '', schema))
      throw new ApiProblem(404, `There is nothing at this address; ${name} has another form.`);
}

/**
 * Finds the operation of a path, checks what it is asked against its description, and runs it. Throws an `ApiProblem`.
 * `path` begins with a slash and stands below /api/v1.
 */
export async function callOperation(
  method: Operation['method'],
  path: string,
  asked: URLSearchParams,
  { holderOf, bodyOf }: CallExtras = {},
): Promise<Answered | (Response & { body: unknown })> {
  const there = operationsAt(path.split('/').slice(1));
  const found = there.find(({ operation }) => operation.method === method);
  if (!found) {
    if (there.length === 0)
      throw new ApiProblem(404, 'There is no such path; /api/v1/openapi.json lists all of them.');
    const allow = there.map(({ operation }) => operation.method.toUpperCase()).join(', ');
    throw new ApiProblem(405, `This path takes ${allow}.`, [], { Allow: allow });
  }
  const { operation, parts } = found;
  const holder = (await holderOf?.(operation)) ?? null;
  const lang = langOf(asked);
  checkQuery(operation, asked);
  checkParts(operation, parts);
  const known = operation.ofEdition ? await askedKnowledge(asked) : null;
  if (known && known.problems.length > 0) throw refusedQuery(known.problems, lang);
  const ofTheCall = ['lang', 'edition', 'known'];
  const search = new URLSearchParams([...asked].filter(([name]) => !ofTheCall.includes(name)));
  const body = await bodyOf?.(operation);
  return operation.run({ path: parts, search, lang, edition: known?.edition, body, holder });
}
