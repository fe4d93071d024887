import { Idiomorph } from 'idiomorph';
import { lang } from './page-language';
import { loadWholeSheets } from './whole-sheets';

/** What is said where an answer does not come; the page stays as it is, with what was chosen. */
const words = {
  zh: { failed: '没有取到新的内容，页面保持原样。', again: '再试一次' },
  en: { failed: 'The new state could not be loaded; the page is as it was.', again: 'Try again' },
}[lang];

/** What a page is made of, besides its head. */
const parts = ['.site-header', 'main', '.site-footer', 'body > .as-of'];

let ending = new AbortController();
let status: HTMLElement | undefined;

/** Loads what a new state may need before it is asked for. */
export function prepare(): void {
  void loadWholeSheets().catch(() => undefined);
}

/**
 * Fetches this page in another state and puts it in place; the newest call wins. Focus, scroll and open folds stay. Returns
 * the address that is shown then; null where another call came later or the answer did not come, which is said.
 */
export async function showState(address: URL, push: boolean): Promise<URL | null> {
  ending.abort();
  ending = new AbortController();
  const { signal } = ending;
  const main = document.getElementById('content');
  main?.setAttribute('aria-busy', 'true');
  say('');
  try {
    const [answer] = await Promise.all([fetch(address, { signal }), loadWholeSheets()]);
    if (!answer.ok || new URL(answer.url).pathname !== location.pathname)
      throw new Error(`status ${answer.status}`);
    // Its styles stand in whole sheets by now; the policy of this page would refuse to read them.
    const [head = '', ...rest] = (await answer.text()).split('<style');
    const html = head + rest.map((part) => part.slice(part.indexOf('</style>') + '</style>'.length)).join('');
    const page = new DOMParser().parseFromString(html, 'text/html');
    if (signal.aborted) return null;
    const shown = new URL(answer.redirected ? answer.url : address.href);
    if (push) history.pushState(null, '', shown);
    put(page);
    say(document.querySelector('main .finding')?.textContent ?? document.title);
    return shown;
  } catch {
    if (signal.aborted) return null;
    offer(address, push);
    return null;
  } finally {
    if (!signal.aborted) main?.removeAttribute('aria-busy');
  }
}

function put(page: Document): void {
  document.dispatchEvent(new Event('statechange'));
  for (const part of parts) {
    const [now, next] = [document.querySelector(part), page.querySelector(part)];
    if (now && next)
      Idiomorph.morph(now, next, {
        ignoreActiveValue: true,
        callbacks: { beforeAttributeUpdated: isOfPage, beforeNodeRemoved: isNotOurs },
      });
  }
  document.title = page.title;
  for (const link of document.head.querySelectorAll('link[rel="canonical"], link[rel="alternate"]'))
    link.remove();
  document.head.append(...page.head.querySelectorAll('link[rel="canonical"], link[rel="alternate"]'));
  document.dispatchEvent(new Event('statechanged'));
}

/** What a reader opened and what scripts made usable stays so. */
function isOfPage(name: string, element: Element): boolean {
  if (name === 'open') return !(element instanceof HTMLDetailsElement);
  if (name === 'hidden') return !element.matches('[data-copy], [data-copy-picture], label');
  return name !== 'data-ready' && name !== 'aria-busy';
}

/** What scripts put into the page beside what came with it. */
function isNotOurs(node: Node): boolean {
  return !(node instanceof Element && node.matches('.option-search'));
}

/** Says something to who does not see the page, and shows it where it is a fault. */
function say(text: string): void {
  if (!status) {
    status = document.createElement('p');
    status.setAttribute('role', 'status');
    document.body.append(status);
  }
  status.className = 'visually-hidden';
  status.textContent = text;
}

function offer(address: URL, push: boolean): void {
  say(words.failed);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.again;
  button.addEventListener('click', () => void showState(address, push));
  if (status) {
    status.className = 'live-fault';
    status.append(' ', button);
  }
}
