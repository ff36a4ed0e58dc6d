import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './home.module.css';

interface PanelProps {
  readonly title: string;
  /** Beside the title: a date, a link. */
  readonly aside?: ReactNode;
  readonly testId: string;
  /** What is not there yet is said to be on its way. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A titled part of Home. */
export function Panel({ title, aside, testId, busy = false, children }: PanelProps) {
  const id = useId();
  return (
    <section
      className={classes.panel}
      aria-labelledby={id}
      aria-busy={busy || undefined}
      data-testid={testId}
    >
      <div className={classes.head}>
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A sentence in place of a list. */
export function Sentence({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
