/** Scripts and data with which Next would build the page up again in the browser, and hints to load them. */
const hydration =
  /<script(?=[^>]*\ssrc="\/_next\/)[^>]*><\/script>|<script[^>]*>(?:\(?self\.__next_|\(globalThis\["TURBOPACK"\])[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>/g;

/**
 * The page as it is sent: what Next wrote, without what it would need to build it up once more in the browser, and
 * with the one script of ours. Pages are made on the server alone; nothing in them waits for Next's scripts.
 */
export function lightPage(html: string, script: string): string {
  return withScript(html.replace(hydration, ''), script);
}

/** The page with the one script of ours. It runs when the page is there, and nothing waits for it. */
export function withScript(html: string, script: string): string {
  return html.replace('</head>', `<script type="module" src="${script}"></script></head>`);
}
