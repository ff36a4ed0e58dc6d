import {
  AppShell,
  Badge,
  Box,
  Group,
  Loader,
  NavLink,
  ScrollArea,
  Text,
  Tooltip,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { type RefObject, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { type LocalText, textIn } from '#shared/model/basics.ts';
import { useObservable } from '../platform/observable.ts';
import { profile } from '../platform/profile.ts';
import { useRows } from '../store/index.ts';
import type { Feature } from '../ui/feature.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { go } from '../ui/links.ts';
import { Mark } from '../ui/mark.tsx';
import { report } from '../ui/report-problem.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { HeaderTools, HistoryButtons, SearchBox } from './header.tsx';
import { useHistoryLabels } from './history.ts';
import { closeNavigation, toggleNavigation, useNavigationLayout } from './layout.ts';
import { FOOT_ID, HEAD_ID, navigationGroups } from './navigation.ts';
import { NotFound } from './not-found.tsx';
import { PrintHead } from './print-head.tsx';
import { SaveStatus } from './save-status.tsx';
import classes from './shell.module.css';
import { rememberPlace, renameEntry } from './workspace.ts';

export interface ShellProps {
  readonly storeId: string;
  /** As the library lists it. */
  readonly name: string;
  readonly sample: boolean;
  readonly features: readonly Feature[];
}

/** The frame around every view of an open workspace. */
export function Shell({ storeId, name, sample, features }: ShellProps) {
  const { t } = useSpeech();
  const [place] = useLocation();
  const { narrow, over } = useNavigationLayout();
  useHistoryLabels();
  useRememberedPlace();
  const first = features[0];
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: narrow || over ? 56 : 212, breakpoint: 0 }}
      padding={0}
      transitionDuration={0}
      className={classes.shell}
    >
      {/* biome-ignore lint/a11y/useValidAnchor: the hash is the address of the place, which must stay */}
      <a className={classes.skip} data-print="hide" href="#content" onClick={skipToContent}>
        {t('shell.skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Title storeId={storeId} listed={name} sample={sample} />
        <HistoryButtons />
        <SearchBox />
        <HeaderTools />
      </AppShell.Header>
      <AppShell.Navbar
        className={classes.navbar}
        aria-label={t('shell.navigation')}
        ref={useOpenAbove(over, place)}
        data-over={over || undefined}
        onBlur={closeWhenLeft}
      >
        <Navigation features={features} place={place} narrow={narrow} />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <div className={classes.content} id="content" tabIndex={-1} ref={useTopOfPlace(place)}>
          <PrintHead workspace={name} />
          <ErrorBoundary
            resetOn={place}
            wayBack={first && { label: t('shell.failure.toStart'), go: () => go(first.home) }}
          >
            <Switch>
              {features.map(({ id, path, View }) => (
                <Route key={id} path={path}>
                  {/* One a view: around all of them, the view that is left would live on until the next one is loaded. */}
                  <Suspense fallback={<Loading />}>
                    <View />
                  </Suspense>
                </Route>
              ))}
              <Route>
                <Elsewhere features={features} />
              </Route>
            </Switch>
          </ErrorBoundary>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function Title({ storeId, listed, sample }: { storeId: string; listed: string; sample: boolean }) {
  const { t, local } = useSpeech();
  const workspace = useRows((db) => db.workspace.toArray().then((rows) => rows[0] ?? null), []);
  const name = (workspace && local(workspace.name)) || listed;
  const notice = workspace ? local(workspace.notice) : '';
  useListedName(storeId, workspace?.name);
  return (
    <Group gap={10} wrap="nowrap" className={classes.title}>
      <Mark size={24} />
      <Text fw={600} size="sm" truncate title={name}>
        {name}
      </Text>
      {(sample || notice) && (
        <Tooltip
          label={notice || t('shell.sample.notice')}
          multiline
          w={320}
          openDelay={0}
          events={NOTICE_EVENTS}
        >
          <Badge color="yellow" variant="light" size="sm" tabIndex={0} className={classes.notice}>
            {t(sample ? 'shell.sample' : 'shell.notice')}
          </Badge>
        </Tooltip>
      )}
    </Group>
  );
}

/** A workspace renamed from within (or back, by undo) goes by that name in the library too. */
function useListedName(storeId: string, name: LocalText | undefined): void {
  const { language } = useSpeech();
  const entry = useObservable(profile)?.library.find((known) => known.storeId === storeId);
  // The label of an encrypted one stays as it was chosen: everybody can read it.
  const listed = entry?.sealed ? undefined : entry?.name;
  useEffect(() => {
    if (!name || listed === undefined || Object.values(name).includes(listed)) return;
    const wanted = textIn(name, language);
    if (wanted !== '') void report(() => renameEntry(storeId, wanted));
  }, [storeId, name, listed, language]);
}

/** A navigation that is opened above the view takes the focus, and closes when a view was chosen. */
function useOpenAbove(over: boolean, place: string): RefObject<HTMLDivElement | null> {
  const navigation = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (over) navigation.current?.querySelector<HTMLElement>('[aria-current], a')?.focus();
  }, [over]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` says that another view is shown
  useEffect(closeNavigation, [place]);
  return navigation;
}

function closeWhenLeft({ currentTarget, relatedTarget }: React.FocusEvent<HTMLElement>): void {
  if (!currentTarget.contains(relatedTarget)) closeNavigation();
}

/** Another view begins at its top; a passage or a query within the same view moves nothing. */
function useTopOfPlace(place: string): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` says that another view is shown
  useLayoutEffect(() => {
    content.current?.scrollTo(0, 0);
  }, [place]);
  return content;
}

function useRememberedPlace(): void {
  const [place] = useLocation();
  // The whole address, since a search and a passage stand in its query.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` says that the address has changed
  useEffect(() => rememberPlace(location.hash.slice(1)), [place]);
}

const NOTICE_EVENTS = { hover: true, focus: true, touch: true };

interface NavigationProps {
  readonly features: readonly Feature[];
  readonly place: string;
  readonly narrow: boolean;
}

function Navigation({ features, place, narrow }: NavigationProps) {
  const { t } = useSpeech();
  const head = features.find(({ id }) => id === HEAD_ID);
  const foot = features.find(({ id }) => id === FOOT_ID);
  return (
    <>
      <AppShell.Section grow component={ScrollArea} type="auto" px="xs" py="sm">
        {head && (
          <div className={classes.group}>
            <NavItem feature={head} features={features} place={place} narrow={narrow} />
          </div>
        )}
        {navigationGroups(features).map(({ label, features: members }) => (
          <Box
            key={label ?? 'more'}
            className={classes.group}
            role="group"
            aria-label={t(label ?? 'shell.group.more')}
          >
            {members.map((feature) => (
              <div key={feature.id} className={classes.item}>
                <NavItem feature={feature} features={features} place={place} narrow={narrow} />
                {feature.useWaiting && <WaitingLink useWaiting={feature.useWaiting} narrow={narrow} />}
              </div>
            ))}
          </Box>
        ))}
      </AppShell.Section>
      <AppShell.Section px="xs" pb="xs" className={classes.foot}>
        {foot && <NavItem feature={foot} features={features} place={place} narrow={narrow} />}
        <NarrowSwitch narrow={narrow} />
        <SaveStatus narrow={narrow} />
      </AppShell.Section>
    </>
  );
}

interface NavItemProps {
  readonly feature: Feature;
  readonly features: readonly Feature[];
  readonly place: string;
  readonly narrow: boolean;
}

function NavItem({ feature: { id, home, label, icon: Icon }, features, place, narrow }: NavItemProps) {
  const { t } = useSpeech();
  const isAt = (path: string) => place === path || place.startsWith(`${path}/`);
  const active = isAt(home) || features.some((one) => one.within === id && isAt(one.home));
  return (
    <Tooltip label={t(label)} position="right" disabled={!narrow} openDelay={150}>
      <NavLink
        href={`#${home}`}
        label={narrow ? null : t(label)}
        aria-label={t(label)}
        leftSection={<Icon size={18} stroke={1.7} />}
        active={active}
        {...(active ? { 'aria-current': 'page' as const } : {})}
        data-narrow={narrow || undefined}
        className={classes.place ?? ''}
        onClick={(event) => {
          event.preventDefault();
          go(home);
        }}
      />
    </Tooltip>
  );
}

/** The number of what waits in a view, which leads there in one click. */
function WaitingLink({
  useWaiting,
  narrow,
}: {
  useWaiting: NonNullable<Feature['useWaiting']>;
  narrow: boolean;
}) {
  const { t } = useSpeech();
  const waiting = useWaiting();
  if (!waiting) return null;
  const { count, label, to } = waiting;
  return (
    <Tooltip label={t(label, { count })} position="right" openDelay={150}>
      <Badge
        component="a"
        href={`#${to}`}
        size="sm"
        color="red"
        circle={count < 10}
        className={classes.waiting}
        data-narrow={narrow || undefined}
        data-testid="waiting"
        aria-label={t(label, { count })}
        onClick={(event) => {
          event.preventDefault();
          go(to);
        }}
      >
        {count}
      </Badge>
    </Tooltip>
  );
}

function NarrowSwitch({ narrow }: { narrow: boolean }) {
  const { t } = useSpeech();
  const label = t(narrow ? 'shell.navigation.widen' : 'shell.navigation.narrow');
  const Icon = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <Tooltip label={label} position="right" disabled={!narrow} openDelay={150}>
      <UnstyledButton
        className={classes.fold ?? ''}
        data-narrow={narrow || undefined}
        aria-label={label}
        aria-expanded={!narrow}
        onClick={toggleNavigation}
      >
        <Icon size={18} stroke={1.7} />
        {!narrow && <span>{label}</span>}
      </UnstyledButton>
    </Tooltip>
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

function Loading() {
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
