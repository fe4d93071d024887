import { FilterLink } from '@/ui/filter-link';

type Order = { key: string; label: string; href: string; active: boolean };

/** The orders of a list as links for phones, where stacked rows have no head to sort by. */
export function OrderLinks({ label, orders }: { label: string; orders: readonly Order[] }) {
  return (
    <nav className="small-links min-[52rem]:hidden" aria-label={label}>
      {orders.map(({ key, label: name, href, active }) => (
        <FilterLink
          key={key}
          href={href}
          className={active ? 'font-semibold text-ink no-underline' : undefined}
          aria-current={active ? 'true' : undefined}
        >
          {name}
        </FilterLink>
      ))}
    </nav>
  );
}
