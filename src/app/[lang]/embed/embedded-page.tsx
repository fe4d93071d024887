import type { ReactNode } from 'react';
import { embedHeightScript } from '../../embed-code';
import '../charts/chart.css';

/** What stands in a frame on another site: every link opens beside it, and the frame is told how high it has to be. */
export function EmbeddedPage({ children }: { children: ReactNode }) {
  return (
    <>
      <base target="_blank" />
      <main id="content" className="embed">
        {children}
        <script>{embedHeightScript}</script>
      </main>
    </>
  );
}
