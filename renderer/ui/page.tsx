import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useSpeech } from './i18n.tsx';
import classes from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** One line under the title: what this place is for, or what it shows now. */
  readonly description?: ReactNode | undefined;
  /** Where the page hangs, e.g. a link back to its list; stands above the title. */
  readonly above?: ReactNode | undefined;
  /** Beside the title: badges, counts. */
  readonly aside?: ReactNode | undefined;
  /** Buttons at the right of the title; the first one is the page's main act. */
  readonly actions?: ReactNode | undefined;
  /** Under the title and above the content, not scrolled away: filters, tabs. */
  readonly toolbar?: ReactNode | undefined;
  /** The content keeps its own scrolling (a desk, a picture, a split pane); absent = the page scrolls as a whole. */
  readonly fill?: boolean | undefined;
  /** `reading` keeps lines short; absent = the whole width. */
  readonly width?: 'reading' | 'full' | undefined;
  readonly children: ReactNode;
}

/** A view's frame: its title (also the window's), what can be done there, and its content. */
export function Page({
  title,
  description,
  above,
  aside,
  actions,
  toolbar,
  fill = false,
  width = 'full',
  children,
}: PageProps) {
  useDocumentTitle(title);
  return (
    <Box className={classes.page} data-fill={fill || undefined}>
      <header className={classes.head}>
        {above && (
          <div className={classes.above} data-print="hide">
            {above}
          </div>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Box miw={0} flex="1 1 18rem">
            <Group gap="sm" align="center">
              <Title order={1} className={classes.title}>
                {title}
              </Title>
              {aside}
            </Group>
            {description && (
              <Text size="sm" c="dimmed" component="div" className={classes.description}>
                {description}
              </Text>
            )}
          </Box>
          {actions && (
            <Group gap="xs" wrap="nowrap" className={classes.actions} data-print="hide">
              {actions}
            </Group>
          )}
        </Group>
        {toolbar && (
          <div className={classes.toolbar} data-print="hide">
            {toolbar}
          </div>
        )}
      </header>
      <div className={classes.body} data-width={width}>
        {children}
      </div>
    </Box>
  );
}

/** Names the window after what it shows; the app's own name stands last. */
export function useDocumentTitle(title: string): void {
  const { t } = useSpeech();
  useEffect(() => {
    document.title = title ? `${title} – ${t('app.name')}` : t('app.name');
  }, [title, t]);
}
