/**
 * Filters, orders and steps of a page take effect without a page load: whatever leads to the same page in another state
 * is fetched and put in place (`live-page.ts`, loaded when somebody reaches for it). Without scripts, forms and links
 * lead there as ever.
 */
export function startLiveFilters(): void {
  const main = document.getElementById('content');
  // The desk has forms that lead elsewhere, and writes.
  if (!main || /^(?:\/en)?\/editor(?:\/|$)/.test(location.pathname)) return;
  /** The newest address that was asked for: what is chosen while an answer is under way builds upon it. */
  let wanted = new URL(location.href);
  const live = () => import('./live-page');
  const go = (address: URL, push: boolean) => {
    wanted = address;
    live().then(
      async ({ showState }) => {
        const shown = await showState(address, push);
        if (shown && wanted === address) wanted = shown;
      },
      () => location.assign(address),
    );
  };

  const own = (form: Element | null | undefined): form is HTMLFormElement =>
    form instanceof HTMLFormElement &&
    form.method === 'get' &&
    main.contains(form) &&
    form.target === '' &&
    new URL(form.action).pathname === location.pathname;

  main.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement) || !own(target.form))
      return;
    const typed = target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
    go(typed ? sent(target.form) : withChoice(wanted, target.form, target.name), true);
  });
  main.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof Element) || !own(form) || event.submitter?.hasAttribute('name')) return;
    event.preventDefault();
    go(sent(form), true);
  });
  main.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isState(link) || event.button !== 0 || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(new URL(link.href), true);
  });
  addEventListener('popstate', () => {
    if (withoutAnchor(new URL(location.href)) !== withoutAnchor(wanted)) go(new URL(location.href), false);
  });
  for (const reach of ['pointerover', 'focusin'] as const)
    main.addEventListener(reach, ({ target }) => {
      const near = target instanceof Element ? target.closest('a, form') : null;
      if (near instanceof HTMLAnchorElement ? isState(near) : own(near))
        void live().then(({ prepare }) => prepare());
    });
}

const withoutAnchor = ({ pathname, search }: URL) => pathname + search;

/** Does a link lead to this page in another state? Pages of a list are pages: they begin at their top. */
function isState(link: HTMLAnchorElement): boolean {
  return (
    link.origin === location.origin &&
    link.pathname === location.pathname &&
    link.search !== location.search &&
    link.target === '' &&
    !link.hasAttribute('download') &&
    (!/(?:^| )(?:next|prev)$/.test(link.rel) || link.closest('.time-steps') !== null)
  );
}

/**
 * An address with what a field of a form holds now; what is empty is left out, and where a list was. What was chosen from
 * what is offered is in canonical form already, so that one question is enough.
 */
function withChoice(address: URL, form: HTMLFormElement, name: string): URL {
  const url = new URL(address);
  for (const dropped of ['after', 'page', name]) url.searchParams.delete(dropped);
  const values = new FormData(form)
    .getAll(name)
    .map(String)
    .filter((value) => value !== '');
  if (values.length > 0) url.searchParams.set(name, values.join('~'));
  url.searchParams.sort();
  url.search = url.search.replaceAll(/%7e/gi, '~');
  url.hash = '';
  return url;
}

/** The address that a browser sends a form to: the server puts what was typed in canonical form. */
function sent(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  url.search = new URLSearchParams(fields).toString();
  return url;
}
