import type { Parameter, Parameters } from '@/linking/parameters';
import type { QueryParameter } from './operation';

const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';

function schemaOf(parameter: Parameter): Record<string, unknown> {
  switch (parameter.kind) {
    case 'choice':
      return {
        type: 'string',
        enum: parameter.options.map(({ value }) => value),
        default: parameter.default,
      };
    case 'list': {
      const one = parameter.options?.map(({ value }) => value).join('|');
      const each = one === undefined || one === '' ? slug : `(?:${one})`;
      return { type: 'string', pattern: `^${each}(?:~${each})*$` };
    }
    case 'quarter':
      return { type: 'string', pattern: '^(?:19|20)\\d\\d-?[Qq][1-4]$' };
    case 'number':
      return {
        type: 'integer',
        minimum: parameter.min,
        maximum: parameter.max,
        default: parameter.default,
      };
    case 'limit':
      return { type: 'string', pattern: '^(?:all|[1-9][0-9]{0,3})$', default: String(parameter.default) };
    case 'order':
      return { type: 'string', pattern: '^[a-z][a-zA-Z-]{0,60}-(?:asc|desc)$' };
    case 'flag':
      return { type: 'string', enum: ['0', '1'], default: parameter.default ? '1' : '0' };
  }
}

/** The parameters of a chart, a list or a comparison, as OpenAPI describes them. */
export function queryOf(
  parameters: Parameters,
  without: readonly string[] = [],
): Record<string, QueryParameter> {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => !without.includes(name))
      .map(([name, parameter]) => [
        name,
        {
          description: `${parameter.label.en}${parameter.kind === 'list' ? ': one or several, with ~ between them' : ''}.`,
          schema: schemaOf(parameter),
        },
      ]),
  );
}
