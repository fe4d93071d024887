/** The slug of an address as somebody wrote it; Next gives it percent-encoded. */
export function writtenSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
