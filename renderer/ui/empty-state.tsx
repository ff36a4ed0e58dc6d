import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  /** What there is none of yet. */
  readonly title: string;
  /** What it is for and how the first one comes to be. */
  readonly children?: ReactNode | undefined;
  /** The one or two things to do next, as buttons. */
  readonly action?: ReactNode | undefined;
  /** A small one inside a panel; absent = fills a page. */
  readonly compact?: boolean | undefined;
  /** It is all of the place, whose title it gives; absent = the place has a title of its own. */
  readonly whole?: boolean | undefined;
}

/** What a place shows while it holds nothing: what would stand here and how to get there. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  action,
  compact = false,
  whole = false,
}: EmptyStateProps) {
  return (
    <Stack
      align="center"
      justify="center"
      gap={compact ? 'xs' : 'sm'}
      py={compact ? 'md' : 64}
      px="md"
      ta="center"
      role="status"
    >
      <ThemeIcon variant="light" size={compact ? 36 : 56} radius="xl">
        <Icon size={compact ? 20 : 30} stroke={1.5} />
      </ThemeIcon>
      <Title order={whole ? 1 : 2} size={compact ? 'h5' : 'h3'}>
        {title}
      </Title>
      {children && (
        <Text size="sm" c="dimmed" maw="34rem" component="div">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
