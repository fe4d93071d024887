import { setting } from '@/domain/settings';

/** The address that readers reach this server at, without a slash at the end; stands in pictures, feeds and citations. */
export function publicUrl(): string {
  return setting('PUBLIC_URL') ?? `http://localhost:${setting('PORT')}`;
}
