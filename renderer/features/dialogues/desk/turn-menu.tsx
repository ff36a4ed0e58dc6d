import { Kbd, Menu } from '@mantine/core';
import type { IdOf } from '#shared/model/id.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { deskCommands, SELECTION_COMMANDS, type SelectionCommand } from './commands.ts';
import type { Overlay } from './state.ts';

export interface TurnMenuProps {
  /** The turn, and where the menu was asked for in CSS pixels of the window; null = it is closed. */
  readonly place: Extract<Overlay, { kind: 'menu' }> | null;
  /** Whether words are selected that the first entries act on. */
  readonly selected: boolean;
  readonly onCommand: (command: SelectionCommand) => void;
  readonly onEdit: (turnId: IdOf<'turns'>) => void;
  readonly onClose: () => void;
}

/** What can be done with the words under the pointer, and with the turn that they are of. */
export function TurnMenu({ place, selected, onCommand, onEdit, onClose }: TurnMenuProps) {
  const { t } = useSpeech();
  const item = (id: SelectionCommand | 'desk.edit', label: string, act: () => void) => {
    const { icon: Icon, keys } = deskCommands[id];
    return (
      <Menu.Item
        key={id}
        leftSection={Icon && <Icon size={14} />}
        rightSection={keys?.[0] && <Kbd size="xs">{keys[0]}</Kbd>}
        onClick={act}
      >
        {label}
      </Menu.Item>
    );
  };
  if (!place) return null;
  return (
    <ContextMenu at={place} onClose={onClose} testId="turn-menu">
      {selected && (
        <>
          {SELECTION_COMMANDS.map((id) => item(id, t(deskCommands[id].label), () => onCommand(id)))}
          <Menu.Divider />
        </>
      )}
      {item('desk.edit', t('correct.edit'), () => onEdit(place.turnId))}
    </ContextMenu>
  );
}
