import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { call, listen } from '../platform/bridge.ts';
import { keepWindowDetails } from '../platform/details.ts';
import { useObservable } from '../platform/observable.ts';
import { printing } from '../platform/printing.ts';
import { profile } from '../platform/profile.ts';
import { onCommitted, useWorkspaceStatus } from '../store/index.ts';
import { SpeechProvider, useSpeech } from '../ui/i18n.tsx';
import { heedHistory } from '../ui/links.ts';
import { dropUndoNotices } from '../ui/notify-undo.tsx';
import { OpenWorkspaceFile } from '../ui/open-workspace-file.ts';
import { notifyProblem, report } from '../ui/report-problem.ts';
import { OpenSnapshot } from '../ui/snapshot-list.tsx';
import { colorSchemeManager } from './color-scheme.ts';
import { openDropped, useDropGuard } from './drop-guard.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadFeatures, preloadViews } from './features.ts';
import { keepFocus } from './keep-focus.ts';
import { useGlobalKeys } from './keyboard.ts';
import { useNativeMenu } from './native-menu.ts';
import { followSaving } from './saving.ts';
import { busy, loadedFeatures, locked, provideFeatures, useScreen } from './session.ts';
import { Shell } from './shell.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, themeIn } from './theme.ts';
import { guardTyping } from './typing.ts';
import { Waiting } from './waiting.tsx';
import { Welcome } from './welcome/welcome.tsx';
import { closeForGood, openFile, openSnapshot, start } from './workspace.ts';

const OverlayLayer = lazy(() => import('./overlay-layer.tsx'));
const LockScreen = lazy(() => import('./lock/lock-screen.tsx'));
const Recovery = lazy(() => import('./recovery.tsx'));

/** The whole window: colours and words of the person's choice around the one screen that is shown. */
export function App() {
  const language = useObservable(profile)?.preferences.language;
  return (
    <MantineProvider
      theme={useMemo(() => themeIn(language ?? 'en'), [language])}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      // Paper is white.
      {...(useObservable(printing) ? { forceColorScheme: 'light' as const } : {})}
      getStyleNonce={styleNonce}
    >
      <Router hook={useHashLocation}>
        {/* Until the profile is read nothing is said, since the language is not known. */}
        <SpeechProvider language={language ?? 'en'}>
          <OpenSnapshot value={openSnapshot}>
            <OpenWorkspaceFile value={openDropped}>
              {language ? <Window /> : <Waiting silent />}
            </OpenWorkspaceFile>
          </OpenSnapshot>
          <Notifications position="bottom-center" limit={4} />
        </SpeechProvider>
      </Router>
    </MantineProvider>
  );
}

/** Begins to listen to `main`, and opens what was open last. Called once, before anything is drawn. */
export function startApp(): void {
  // Before anything else listens to keys.
  guardTyping();
  keepFocus();
  keepWindowDetails();
  followSaving();
  heedHistory();
  onCommitted(dropUndoNotices);
  provideFeatures(loadFeatures);
  listen('app.closing', () => void closeForGood());
  listen('app.openFailed', notifyProblem);
  listen('app.openFile', (file) => void report(() => openFile(file)));
  window.addEventListener('unhandledrejection', ({ reason }) => {
    // What was given up on purpose is no failure.
    if (!(reason instanceof DOMException && reason.name === 'AbortError')) notifyProblem(reason);
  });
  void start();
}

function Window() {
  const { language } = useSpeech();
  const [shown, setShown] = useState(false);
  const features = useObservable(loadedFeatures);
  useEffect(() => {
    if (shown && features) preloadViews(features);
  }, [shown, features]);
  useGlobalKeys();
  useNativeMenu();
  useDropGuard();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ErrorBoundary resetOn={language}>
      <CurrentScreen onShown={setShown} />
      {shown && (
        <Suspense fallback={null}>
          <OverlayLayer />
        </Suspense>
      )}
    </ErrorBoundary>
  );
}

function CurrentScreen({ onShown }: { onShown: (shown: true) => void }) {
  const screen = useScreen();
  const status = useWorkspaceStatus();
  const doing = useObservable(busy);
  const asking = useObservable(locked);
  const features = useObservable(loadedFeatures);
  useEffect(() => {
    if (screen === 'waiting') return;
    void report(() => call('window.ready', undefined)).then(() =>
      requestIdleCallback(() => onShown(true), { timeout: 500 }),
    );
  }, [screen, onShown]);
  if (screen === 'recovery' && status.state === 'failed')
    return (
      <Suspense fallback={<Waiting silent />}>
        <Recovery storeId={status.storeId} problem={status.problem} />
      </Suspense>
    );
  if (screen === 'locked' && asking)
    return (
      <Suspense fallback={<Waiting silent />}>
        <LockScreen key={asking} storeId={asking} />
      </Suspense>
    );
  if (screen === 'welcome') return <Welcome />;
  if (screen === 'shell' && status.state === 'open' && features)
    return (
      <Shell
        key={status.storeId}
        name={status.name}
        sample={status.sample}
        storeId={status.storeId}
        features={features}
      />
    );
  return <Waiting doing={doing ?? 'opening'} progress={status.state === 'opening' ? status.progress : 0} />;
}
