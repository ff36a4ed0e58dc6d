import { AppShell, Badge, Box, Group, Loader, NavLink, ScrollArea, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { LibraryEntry } from '#shared/bridge.ts';
import { useRows } from '../store/index.ts';
import type { Feature } from '../ui/feature.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { go } from '../ui/links.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { HeaderTools, HistoryButtons, SearchBox } from './header.tsx';
import { Mark } from './mark.tsx';
import { FOOT_ID, navigationGroups } from './navigation.ts';
import { NotFound } from './not-found.tsx';
import { SaveStatus } from './save-status.tsx';
import classes from './shell.module.css';

/** The frame around every view of an open workspace. */
export function Shell({ entry, features }: { entry: LibraryEntry; features: readonly Feature[] }) {
  const { t } = useSpeech();
  const [place] = useLocation();
  const first = features[0];
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 204, breakpoint: 0 }}
      padding={0}
      transitionDuration={0}
      className={classes.shell}
    >
      <a className={classes.skip} href={`#${place}`} onClick={skipToContent}>
        {t('shell.skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Title entry={entry} />
        <HistoryButtons />
        <SearchBox />
        <HeaderTools />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label={t('shell.navigation')}>
        <Navigation features={features} place={place} />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <div className={classes.content} id="content" tabIndex={-1}>
          <ErrorBoundary
            resetOn={place}
            wayBack={first && { label: t('shell.failure.toStart'), go: () => go(first.home) }}
          >
            <Suspense fallback={<Waiting />}>
              <Switch>
                {features.map(({ id, path, View }) => (
                  <Route key={id} path={path}>
                    <View />
                  </Route>
                ))}
                <Route>
                  <Elsewhere features={features} />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function Title({ entry }: { entry: LibraryEntry }) {
  const { t, local } = useSpeech();
  const workspace = useRows((db) => db.workspace.toArray().then((rows) => rows[0] ?? null), []);
  const name = (workspace && local(workspace.name)) || entry.name;
  const notice = workspace ? local(workspace.notice) : '';
  return (
    <Group gap={10} wrap="nowrap" className={classes.title}>
      <Mark size={24} />
      <Text fw={600} size="sm" truncate title={name}>
        {name}
      </Text>
      {(entry.sample || notice) && (
        <Tooltip label={notice || t('shell.sample.notice')} multiline w={320} openDelay={0} events={NOTICE_EVENTS}>
          <Badge color="yellow" variant="light" size="sm" tabIndex={0} className={classes.notice}>
            {t(entry.sample ? 'shell.sample' : 'shell.notice')}
          </Badge>
        </Tooltip>
      )}
    </Group>
  );
}

const NOTICE_EVENTS = { hover: true, focus: true, touch: true };

function Navigation({ features, place }: { features: readonly Feature[]; place: string }) {
  const { t } = useSpeech();
  const foot = features.find(({ id }) => id === FOOT_ID);
  return (
    <>
      <AppShell.Section grow component={ScrollArea} type="auto" px="xs" py="xs">
        {navigationGroups(features).map(({ label, features: members }) => (
          <Box key={label ?? 'more'} mb="sm" role="group" aria-label={label ? t(label) : t('shell.group.more')}>
            {label && (
              <Text size="xs" c="dimmed" fw={500} px={10} pb={2} aria-hidden>
                {t(label)}
              </Text>
            )}
            {members.map((feature) => (
              <Place key={feature.id} feature={feature} place={place} />
            ))}
          </Box>
        ))}
      </AppShell.Section>
      <AppShell.Section px="xs" pb="xs" className={classes.foot}>
        {foot && <Place feature={foot} place={place} />}
        <SaveStatus />
      </AppShell.Section>
    </>
  );
}

function Place({ feature: { home, label, icon: Icon }, place }: { feature: Feature; place: string }) {
  const { t } = useSpeech();
  const active = place === home || place.startsWith(`${home}/`);
  return (
    <NavLink
      href={`#${home}`}
      label={t(label)}
      leftSection={<Icon size={18} stroke={1.7} />}
      active={active}
      {...(active ? { 'aria-current': 'page' } : {})}
      className={classes.place ?? ''}
      onClick={(event) => {
        event.preventDefault();
        go(home);
      }}
    />
  );
}

/** The bare address leads to the first view; one that no view knows says so. */
function Elsewhere({ features }: { features: readonly Feature[] }) {
  const [place, navigate] = useLocation();
  const home = features[0]?.home;
  if (place === '/' && home) {
    queueMicrotask(() => navigate(home, { replace: true }));
    return null;
  }
  return <NotFound home={home} />;
}

function Waiting() {
  const { t } = useSpeech();
  return (
    <Group justify="center" p="xl" role="status">
      <Loader size="sm" />
      <VisuallyHidden>{t('shell.loading')}</VisuallyHidden>
    </Group>
  );
}

function skipToContent(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
