import { Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import classes from './welcome.module.css';

export interface BeginningProps {
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly title: string;
  readonly hint: string;
  /** The one that is meant for who is here for the first time. */
  readonly main?: boolean;
  readonly onClick: () => void;
}

/** One way to begin, as a wide button with a line that says what it leads to. */
export function Beginning({ icon: Icon, title, hint, main = false, onClick }: BeginningProps) {
  return (
    <UnstyledButton className={classes.beginning ?? ''} data-main={main || undefined} onClick={onClick}>
      <Icon size={22} stroke={1.6} />
      <span className={classes.words}>
        <Text span fw={600} size="md" display="block">
          {title}
        </Text>
        <Text span size="sm" className={classes.hint ?? ''} display="block">
          {hint}
        </Text>
      </span>
      <IconChevronRight size={16} stroke={1.6} />
    </UnstyledButton>
  );
}
