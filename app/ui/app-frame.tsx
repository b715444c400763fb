import { Link, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
import { frenchNumber } from './french-number';
import { Icon, type IconName } from './icon';
import { Logo } from './logo';
import { RouteAnnouncer } from './route-announcer';

export type NavItem = {
  to: string;
  label: string;
  icon: IconName;
  count?: number;
  /** What the count means, for screen readers: "en attente". */
  countLabel?: string;
  /** Current only on this very URL, not below it: the home page. */
  end?: boolean;
  /** What else it holds, at addresses that are not below its own. */
  holds?: readonly string[];
};

export type AppFrameProps = {
  items: readonly NavItem[];
  /** Where the brand leads. */
  home?: string;
  /** Under the navigation: the Mission Locale and who is logged in. */
  footer?: ReactNode;
  /** The bar above the page: search and the actions of everywhere. */
  top?: ReactNode;
  children: ReactNode;
};

/**
 * `popover` makes the navigation of small screens open, close, and close on Escape without script. React 18 knows these
 * attributes only as unknown lowercase ones, and its types not at all.
 */
const opensNav: object = { popovertarget: 'navigation' };
const closesNav: object = { popovertarget: 'navigation', popovertargetaction: 'hide' };
const isPopover: object = { popover: 'auto' };

/** The house around every page: skip link, navigation, top bar, main. */
export function AppFrame({ items, home = '/', footer, top, children }: AppFrameProps) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();

  // After a jump on a small screen the menu has done its work.
  useEffect(() => {
    if (nav.current?.matches?.(':popover-open')) nav.current.hidePopover();
  }, [pathname]);

  return (
    <div className="frame">
      <a className="skip-link" href="#contenu">
        Aller au contenu
      </a>
      <header className="side">
        <div className="side-bar">
          <Link className="brand" to={home}>
            <Logo />
            Maillage
          </Link>
          <button type="button" className="side-button" {...opensNav}>
            <Icon name="menu" />
            Menu
          </button>
        </div>
        <nav ref={nav} id="navigation" className="side-nav" aria-label="Principal" {...isPopover}>
          <div className="side-close">
            <button type="button" className="side-button" {...closesNav}>
              <Icon name="close" />
              Fermer
            </button>
          </div>
          <ul>
            {items.map((item) => (
              <li key={item.to}>
                <Link to={item.to} aria-current={isCurrent(item, pathname) ? 'page' : undefined} prefetch="intent">
                  <Icon name={item.icon} />
                  {item.label}
                  {item.count ? <NavCount count={item.count} label={item.countLabel} /> : null}
                </Link>
              </li>
            ))}
          </ul>
          {footer && <div className="side-foot">{footer}</div>}
        </nav>
      </header>
      <div>
        {top && (
          <section className="top" aria-label="Recherche et actions">
            {top}
          </section>
        )}
        <main id="contenu" className="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <RouteAnnouncer />
    </div>
  );
}

const isCurrent = ({ to, end, holds = [] }: NavItem, pathname: string): boolean =>
  pathname === to || (!end && [to, ...holds].some((root) => pathname === root || pathname.startsWith(`${root}/`)));

function NavCount({ count, label }: { count: number; label?: string }) {
  return (
    <span className="side-count">
      {frenchNumber(count)}
      {label && <span className="visually-hidden"> {label}</span>}
    </span>
  );
}
