import { ActionIcon, Button, Group, Paper, Popover, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import type { TurnRange } from '#shared/anchor/text-range.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { deskCommands, SELECTION_COMMANDS, type SelectionCommand } from './commands.ts';
import classes from './desk.module.css';
import { TURN_ATTRIBUTE } from './text-selection.ts';
import { useMeasured } from './use-measured.ts';

export interface SelectionToolsProps {
  readonly selected: TurnRange;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  /** What is under the toolbar: the picker; null = nothing. */
  readonly children: ReactNode;
  readonly onCommand: (command: SelectionCommand) => void;
  readonly onClear: () => void;
}

/** What can be done with the selected words, beside them. */
export function SelectionTools(props: SelectionToolsProps) {
  const { t } = useSpeech();
  const box = useSelectionBox(props.selected, props.scrollRef);
  if (!box) return null;
  return (
    <Popover
      opened={props.children !== null}
      position="bottom-start"
      withinPortal
      trapFocus
      // What closes the picker says where the focus goes on; the picker answers to Escape itself.
      closeOnEscape={false}
      shadow="md"
      onDismiss={props.onClear}
    >
      <Popover.Target>
        <Paper
          className={classes.toolbar}
          shadow="md"
          withBorder
          p={4}
          style={{ top: box.top, left: box.left }}
          role="toolbar"
          aria-label={t('desk.hotkeys')}
          onMouseDown={(event) => event.preventDefault()}
        >
          <Group gap={4} wrap="nowrap">
            {SELECTION_COMMANDS.map((id) => (
              <CommandButton key={id} id={id} onClick={() => props.onCommand(id)} />
            ))}
            <Tooltip label={t('desk.clear')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('desk.clear')} onClick={props.onClear}>
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Paper>
      </Popover.Target>
      <Popover.Dropdown
        onKeyDown={({ key, nativeEvent }) => {
          if (key === 'Escape' && !nativeEvent.isComposing) props.onClear();
        }}
      >
        {props.children}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The commands that stand in the toolbar with their words; the others are icons, since room beside the text is short. */
const WITH_WORDS: readonly SelectionCommand[] = ['desk.code', 'desk.advice'];

/** A command of the toolbar, with its key. */
function CommandButton({ id, onClick }: { id: SelectionCommand; onClick: () => void }) {
  const { t } = useSpeech();
  const { label, icon: Icon, keys } = deskCommands[id];
  const icon = Icon && <Icon size={14} />;
  if (WITH_WORDS.includes(id)) {
    return (
      <Button size="compact-sm" variant="subtle" leftSection={icon} onClick={onClick}>
        {t(label)}
        {keys?.[0] && <KeyHint keys={keys[0]} />}
      </Button>
    );
  }
  return (
    <Tooltip
      label={
        <>
          {t(label)}
          {keys?.[0] && <KeyHint keys={keys[0]} />}
        </>
      }
    >
      <ActionIcon variant="subtle" aria-label={t(label)} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

const TOOLBAR_HEIGHT = 40;
const TOOLBAR_WIDTH = 522;

/** Where the toolbar stands: just above the selection's first line, inside the window; follows the scrolling. */
function useSelectionBox(
  selected: SelectionToolsProps['selected'],
  scrollRef: RefObject<HTMLDivElement | null>,
): { top: number; left: number } | null {
  return useMeasured<{ top: number; left: number }>(selected, scrollRef, (scroll, before) => {
    const text = scroll?.querySelector(`[${TURN_ATTRIBUTE}="${selected.turnId}"]`);
    const first = text?.querySelector('[data-kind~="selection"]')?.getClientRects()[0];
    const frameBox = scroll?.getBoundingClientRect();
    if (!first || !frameBox) return before;
    const top = Math.max(
      frameBox.top + 4,
      Math.min(first.top - TOOLBAR_HEIGHT - 4, frameBox.bottom - TOOLBAR_HEIGHT),
    );
    const left = Math.max(frameBox.left + 8, Math.min(first.left, frameBox.right - TOOLBAR_WIDTH));
    return before?.top === top && before.left === left ? before : { top, left };
  });
}
