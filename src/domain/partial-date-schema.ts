import * as z from 'zod';
import { looseSpan, partialDateOf } from './partial-date';

/** The schema of the canonical text; refuses days that no calendar has, and says how a period is written. */
export const partialDate = z.string().check((context) => {
  const span = looseSpan(context.value);
  const canonical = span && partialDateOf(span);
  if (canonical === context.value) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: canonical
      ? `must be written ${canonical}`
      : 'must be a date such as 2023, 2023-Q1, 2023-02, 2023-02-24 or 2023-02/2023-03',
    params: {
      reason: canonical
        ? { zh: `这段时间请写作 ${canonical}`, en: `Write this time as ${canonical}.` }
        : {
            zh: '日期应写作 2023、2023-Q1、2023-02、2023-02-24 或 2023-02/2023-03',
            en: 'Write the date as 2023, 2023-Q1, 2023-02, 2023-02-24 or 2023-02/2023-03.',
          },
    },
  });
});
