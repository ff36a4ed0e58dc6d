import { ActionIcon, Splitter, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useSyncExternalStore } from 'react';
import { observable } from '../../platform/observable.ts';
import { remember, remembered } from '../../platform/remembered.ts';
import { useCommands } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { sideCommands } from './commands.ts';
import classes from './matrix.module.css';

/** Width of the panel in CSS pixels, and whether it is shown. Kept by the window, as the layout is. */
interface Kept {
  readonly width: number;
  readonly shown: boolean;
}

const KEY = 'hearken.matrix.panel';
const USUAL: Kept = { width: 320, shown: true };
const LEAST = 220;
const MOST = 640;
const kept = observable<Kept>(read());

export interface SidePanel extends Kept {
  readonly open: () => void;
  readonly toggle: () => void;
  readonly resize: (width: number) => void;
}

/** The panel beside the pictures: as wide as it was left, or out of the way. */
export function useSidePanel(): SidePanel {
  const now = useSyncExternalStore(kept.subscribe, kept.get);
  return useMemo(
    () => ({
      ...now,
      open: () => keep({ ...kept.get(), shown: true }),
      toggle: () => keep({ ...kept.get(), shown: !kept.get().shown }),
      resize: (width) =>
        keep(
          width < LEAST / 2
            ? { ...kept.get(), shown: false }
            : { width: Math.min(MOST, Math.max(LEAST, Math.round(width))), shown: true },
        ),
    }),
    [now],
  );
}

/** Shows the panel, or takes it out of the way. */
export function SideToggle({ panel }: { panel: SidePanel }) {
  const { t } = useSpeech();
  return (
    <Tooltip label={t(panel.shown ? 'matrix.side.hide' : 'matrix.side.show')}>
      <ActionIcon
        variant="default"
        size={30}
        ms="auto"
        aria-label={t(panel.shown ? 'matrix.side.hide' : 'matrix.side.show')}
        aria-expanded={panel.shown}
        onClick={panel.toggle}
      >
        {panel.shown ? (
          <IconLayoutSidebarRightCollapse size={16} />
        ) : (
          <IconLayoutSidebarRightExpand size={16} />
        )}
      </ActionIcon>
    </Tooltip>
  );
}

interface SideSplitProps {
  readonly panel: SidePanel;
  readonly shown: boolean;
  readonly children: ReactNode;
  readonly side: ReactNode;
  /** Escape inside the panel. */
  readonly onEscape: (() => void) | undefined;
}

/** Below it the panel stands under the picture. */
const SMALL = 'screen and (max-width: 56em)';

/** A picture and its panel, with a handle between them for pointer and arrows; each scrolls on its own. */
export function SideSplit({ panel, shown, children, side, onEscape }: SideSplitProps) {
  const { t } = useSpeech();
  const onKeyDown = useCommands(sideCommands, {
    'matrix.back': { run: () => onEscape?.(), when: () => onEscape !== undefined },
  });
  const small = useMediaQuery(SMALL, false, { getInitialValueInEffect: false });
  if (!shown) return <div className={classes.main}>{children}</div>;
  const aside = (
    <aside className={classes.side} aria-label={t('matrix.panel.title')} onKeyDown={onKeyDown}>
      {side}
    </aside>
  );
  if (small)
    return (
      <div className={classes.stack}>
        <div className={classes.main}>{children}</div>
        {aside}
      </div>
    );
  return (
    <Splitter
      className={classes.split ?? ''}
      sizes={[1, `${panel.width}px`]}
      onSizeChange={([, width]) => panel.resize(Number.parseFloat(String(width)))}
      lineSize={1}
      shiftStep="48px"
      step="12px"
      resetOnDoubleClick={false}
      attributes={{ handle: { 'aria-label': t('matrix.side.width') } }}
    >
      <Splitter.Pane defaultSize={1} min="360px" className={classes.main ?? ''}>
        {children}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={`${USUAL.width}px`} min={`${LEAST}px`} max={`${MOST}px`} collapsible>
        {aside}
      </Splitter.Pane>
    </Splitter>
  );
}

function keep(next: Kept): void {
  kept.set(next);
  remember(KEY, JSON.stringify(next));
}

function read(): Kept {
  try {
    const { width, shown } = JSON.parse(remembered(KEY) ?? '{}') as Partial<Kept>;
    return {
      width: typeof width === 'number' && width >= LEAST && width <= MOST ? width : USUAL.width,
      shown: typeof shown === 'boolean' ? shown : USUAL.shown,
    };
  } catch {
    return USUAL;
  }
}
