/** The page says in its head which status it means; Next cannot say it with data from the page. */
export function statedStatus(html: string): number | null {
  const stated = /<meta name="tracker-status" content="(\d{3})"/.exec(html)?.[1];
  return stated ? Number(stated) : null;
}

/** A page from which something is missing for the moment says so in its head. */
export function isPassing(html: string | null): boolean {
  return html?.includes('<meta name="tracker-keep" content="no"') ?? false;
}

/** The edition that a page was rendered from stands on its root element; other formats name it in a header. */
export function statedEdition(headers: Record<string, string>, html: string | null): number | null {
  const stated = headers['x-edition'] ?? (html && /<html[^>]* data-edition="(\d+)"/.exec(html)?.[1]);
  return stated ? Number(stated) : null;
}
