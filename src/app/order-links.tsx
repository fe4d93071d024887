type Order = { key: string; label: string; href: string; active: boolean };

/** The orders of a list as links for phones, where stacked rows have no head to sort by. */
export function OrderLinks({ label, orders }: { label: string; orders: readonly Order[] }) {
  return (
    <nav
      className="mt-4 flex flex-wrap gap-x-4 text-muted text-small min-[52rem]:hidden print:hidden"
      aria-label={label}
    >
      {orders.map(({ key, label: name, href, active }) => (
        <a
          key={key}
          href={href}
          className={`inline-block min-h-6 ${active ? 'font-semibold text-ink no-underline' : ''}`}
          aria-current={active ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
