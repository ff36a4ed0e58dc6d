import { Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconCopy,
  IconFilter,
  IconHighlight,
  IconScale,
  IconSquareCheck,
} from '@tabler/icons-react';
import type { Hit } from '#shared/search/request.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './search.module.css';

export interface HitMenuProps {
  readonly hit: Hit;
  /** Where it opens, in the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly ticked: boolean | null;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onTick: (on: boolean) => void;
  readonly onCode: () => void;
  readonly onEvidence: () => void;
  readonly onCopy: () => void;
  readonly onNarrow: () => void;
}

/** What can be done with one hit, at the pointer or under its button. */
export function HitMenu({ hit, at, ticked, onClose, ...acts }: HitMenuProps) {
  const { t } = useSpeech();
  const said = hit.kind === 'turn';
  return (
    <Menu
      opened
      onChange={(opened) => !opened && onClose()}
      // Not by keys, as is usual: the key that opened it would close it on its way through the page.
      clickOutsideEvents={['mousedown', 'touchstart']}
      position="bottom-start"
      width={260}
      offset={2}
    >
      <Menu.Target>
        <span className={classes.menuAt} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={acts.onOpen}>
          {t('search.act.open')}
        </Menu.Item>
        {said && (
          <>
            <Menu.Item leftSection={<IconHighlight size={15} />} onClick={acts.onCode}>
              {t('search.act.code')}
            </Menu.Item>
            <Menu.Item leftSection={<IconScale size={15} />} onClick={acts.onEvidence}>
              {t('search.act.evidence')}
            </Menu.Item>
            <Menu.Item leftSection={<IconCopy size={15} />} onClick={acts.onCopy}>
              {t('search.act.copy')}
            </Menu.Item>
          </>
        )}
        {(ticked !== null || hit.dialogue) && <Menu.Divider />}
        {ticked !== null && (
          <Menu.Item leftSection={<IconSquareCheck size={15} />} onClick={() => acts.onTick(!ticked)}>
            {t(ticked ? 'search.act.untick' : 'search.act.tick')}
          </Menu.Item>
        )}
        {hit.dialogue && hit.kind !== 'dialogue' && (
          <Menu.Item leftSection={<IconFilter size={15} />} onClick={acts.onNarrow}>
            {t('search.act.narrow')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
