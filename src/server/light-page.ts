import { type StyleSheet, stylesFor, type Used } from './page-styles';

/** Scripts and data with which Next would build the page up again in the browser, and hints to load them. */
const hydration =
  /<script(?=[^>]*\ssrc="\/_next\/)[^>]*><\/script>|<script[^>]*>(?:\(?self\.__next_|\(globalThis\["TURBOPACK"\])[\s\S]*?<\/script>|<link rel="preload" as="script"[^>]*>/g;
const styleSheet = /<link rel="stylesheet" href="(\/_next\/static\/[^"]+)"[^>]*>/g;

/** A page as it is sent, with the texts of the scripts and styles that the front wrote into it. */
export interface SentPage {
  html: string;
  scripts: readonly string[];
  styles: readonly string[];
}

/** The one script of ours. */
export interface PageScript {
  address: string;
  /** What it may add to a page. */
  uses: Used;
}

/**
 * The page as it is sent: what Next wrote, without what it would need to build it up once more in the browser, with what
 * applies of its style sheets in place (`sheets` gives one by its address), and with the one script of ours. A style
 * element says where the rest of its sheet is, for scripts that put something new into the page.
 */
export function lightPage(
  html: string,
  script: PageScript,
  sheets: (address: string) => StyleSheet | null,
): SentPage {
  const light = html.replace(hydration, '');
  const linked = [...light.matchAll(styleSheet)].flatMap(([, address = '']) => {
    const sheet = sheets(address);
    return sheet ? [{ address, sheet }] : [];
  });
  const texts = stylesFor(
    light,
    linked.map(({ sheet }) => sheet),
    script.uses,
  );
  const styles = new Map(
    linked.map(({ address }, at) => [address, `<style data-sheet="${address}">${texts[at]}</style>`]),
  );
  const page = light.replace(styleSheet, (link, address: string) => styles.get(address) ?? link);
  return { ...withScript(page, script.address), styles: texts };
}

/** The page with the one script of ours, which is asked for once the page is painted: neither waits for the other. */
export function withScript(html: string, script: string): SentPage {
  const start = `addEventListener("load",()=>requestAnimationFrame(()=>setTimeout(()=>import("${script}"))))`;
  return {
    html: html.replace('</head>', `<script>${start}</script></head>`),
    scripts: [start],
    styles: [],
  };
}
