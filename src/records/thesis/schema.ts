import * as z from 'zod';
import { bilingual } from '@/domain/bilingual';
import { citations } from '../citation';
import { slug } from '../field-schemas';

/** An author's way of looking at the industry. */
export const thesis = z.strictObject({ slug, title: bilingual, text: bilingual, citations });
export type Thesis = z.infer<typeof thesis>;
