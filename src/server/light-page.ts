/** Scripts and data with which Next would build the page up again in the browser, and hints to load them. */
const hydration =
  /<script(?=[^>]*\ssrc="\/_next\/)[^>]*><\/script>|<script[^>]*>(?:\(?self\.__next_|\(globalThis\["TURBOPACK"\])[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>/g;
const styleSheet = /<link rel="stylesheet" href="(\/_next\/static\/[^"]+)"[^>]*>/g;

/**
 * The page as it is sent: what Next wrote, without what it would need to build it up once more in the browser, with its
 * style sheets in place (`styles` gives the text of one by its address), and with the one script of ours.
 */
export function lightPage(html: string, script: string, styles: (address: string) => string | null): string {
  const light = html.replace(hydration, '').replace(styleSheet, (link, address: string) => {
    const text = styles(address);
    return text === null ? link : `<style>${text}</style>`;
  });
  return withScript(light, script);
}

/** The page with the one script of ours. It runs when the page is there, and nothing waits for it. */
export function withScript(html: string, script: string): string {
  return html.replace('</head>', `<script type="module" src="${script}"></script></head>`);
}
