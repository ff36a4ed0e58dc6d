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
import { ContextMenu, type MenuPlace } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';

export interface HitMenuProps {
  readonly hit: Hit;
  /** Where it opens, in the window. */
  readonly at: MenuPlace;
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
    <ContextMenu at={at} onClose={onClose}>
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
            {t('common.copyQuote')}
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
    </ContextMenu>
  );
}
