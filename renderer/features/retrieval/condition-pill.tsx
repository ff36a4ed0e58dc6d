import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../ui/i18n.tsx';
import classes from './retrieval.module.css';

export interface ConditionPillProps {
  readonly label: string;
  /** What is chosen, in words; empty = nothing yet. */
  readonly value: string;
  readonly opened: boolean;
  readonly onOpen: (opened: boolean) => void;
  readonly onClear: (() => void) | undefined;
  /** What stands in it when it is open. */
  readonly children: ReactNode;
}

/** One condition: says what it asks, opens to be changed, and is taken away by its cross. */
export function ConditionPill({ label, value, opened, onOpen, onClear, children }: ConditionPillProps) {
  const { t } = useSpeech();
  const set = value !== '';
  return (
    <Button.Group className={classes.pill}>
      <Popover
        opened={opened}
        onChange={onOpen}
        position="bottom-start"
        width={320}
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <Button
            size="xs"
            variant={set ? 'light' : 'default'}
            onClick={() => onOpen(!opened)}
            data-testid="condition"
            classNames={{ label: classes.pillLabel ?? '' }}
          >
            {set ? t('retrieval.condition.set', { label, value }) : label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
      </Popover>
      {set && onClear && (
        <ActionIcon
          variant="light"
          color="ai"
          size={30}
          aria-label={t('retrieval.condition.remove', { label })}
          onClick={onClear}
        >
          <IconX size={13} />
        </ActionIcon>
      )}
    </Button.Group>
  );
}
