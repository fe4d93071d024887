import * as z from 'zod';
import { currency } from '@/domain/currency';
import { slug } from '../field-schemas';

/** Units of a currency for one US dollar: the average of a month, or the rate of a day. */
export const exchangeRate = z.strictObject({
  slug,
  currency: currency.exclude(['USD']),
  period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/),
  perUsd: z.number().positive(),
  source: slug,
});
export type ExchangeRate = z.infer<typeof exchangeRate>;
