import { Kbd, Menu } from '@mantine/core';
import { IconBulb, IconCopy, IconPencil, IconScale, IconTag } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Id } from '#shared/model/basics.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** Where a menu was asked for, in CSS pixels of the window, and of which turn. */
export interface TurnMenuPlace {
  readonly turnId: Id;
  readonly x: number;
  readonly y: number;
}

export interface TurnMenuProps {
  readonly place: TurnMenuPlace | null;
  /** Whether words are selected that the first entries act on. */
  readonly selected: boolean;
  readonly onCode: () => void;
  readonly onAdvice: () => void;
  readonly onEvidence: () => void;
  readonly onCopy: () => void;
  readonly onEdit: (turnId: Id) => void;
  readonly onClose: () => void;
}

/** What can be done with the words under the pointer, and with the turn that they are of. */
export function TurnMenu({ place, selected, onClose, ...acts }: TurnMenuProps) {
  const { t } = useSpeech();
  const item = (label: string, icon: ReactNode, act: () => void, key?: string) => (
    <Menu.Item leftSection={icon} rightSection={key && <Kbd size="xs">{key}</Kbd>} onClick={act}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu
      opened={place !== null}
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      returnFocus={false}
      width={260}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left: place?.x ?? 0, top: place?.y ?? 0 }} />
      </Menu.Target>
      <Menu.Dropdown data-testid="turn-menu">
        {selected && (
          <>
            {item(t('desk.code'), <IconTag size={14} />, acts.onCode, 'C')}
            {item(t('desk.advice'), <IconBulb size={14} />, acts.onAdvice, 'A')}
            {item(t('desk.evidence'), <IconScale size={14} />, acts.onEvidence)}
            {item(t('desk.copy'), <IconCopy size={14} />, acts.onCopy)}
            <Menu.Divider />
          </>
        )}
        {place && item(t('correct.edit'), <IconPencil size={14} />, () => acts.onEdit(place.turnId), 'E')}
      </Menu.Dropdown>
    </Menu>
  );
}
