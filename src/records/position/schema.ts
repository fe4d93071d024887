import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { slug } from '../field-schemas';

/** What an author says of where a vendor is strong, and why. Always "according to", never the product's own view. */
export const position = z.strictObject({ slug, organization: slug, text: bilingual, citations });
export type Position = z.infer<typeof position>;
