/** The address that readers reach this server at, without a slash at the end; stands in pictures, feeds and citations. */
export function publicUrl(): string {
  const url = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? '3000'}`;
  return url.replace(/\/+$/, '');
}
