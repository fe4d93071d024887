import type { Operation } from './operation';
import { chartOperations } from './operations/charts';
import { findingOperations } from './operations/finding';
import { moneyOperations } from './operations/money';
import { newsOperations } from './operations/news';
import { recordOperations } from './operations/records';
import { writingOperations } from './operations/writing';

/** Everything that the API can do. */
export const operations: readonly Operation[] = [
  ...recordOperations,
  ...moneyOperations,
  ...chartOperations,
  ...findingOperations,
  ...newsOperations,
  ...writingOperations,
];

/** The operations of a path, with what stands in its variable parts. */
export function operationsAt(
  path: readonly string[],
): { operation: Operation; parts: Record<string, string> }[] {
  return operations.flatMap((operation) => {
    const pattern = operation.path.slice(1).split('/');
    if (pattern.length !== path.length) return [];
    const parts: Record<string, string> = {};
    const fits = pattern.every((each, at) => {
      const said = path[at] ?? '';
      if (!each.startsWith('{')) return each === said;
      parts[each.slice(1, -1)] = said;
      return true;
    });
    return fits ? [{ operation, parts }] : [];
  });
}
