import type { CSSProperties, ReactNode } from 'react';
import classes from './split-pane.module.css';

export interface SplitPaneProps {
  readonly children: ReactNode;
  readonly side: ReactNode;
  /** Spoken name of the side panel. */
  readonly sideLabel: string;
  /** Width of the side panel in CSS pixels. */
  readonly sideWidth?: number | undefined;
}

/** A main part and a panel beside it, each scrolling on its own; below 900 px of width the panel goes underneath. */
export function SplitPane({ children, side, sideLabel, sideWidth = 340 }: SplitPaneProps) {
  return (
    <div className={classes.split} style={{ '--side-width': `${sideWidth}px` } as CSSProperties}>
      <div className={classes.main}>{children}</div>
      <aside className={classes.side} aria-label={sideLabel} data-print="hide">
        {side}
      </aside>
    </div>
  );
}
