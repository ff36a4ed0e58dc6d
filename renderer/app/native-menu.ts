import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { call, listen } from '../platform/bridge.ts';
import { useObservable } from '../platform/observable.ts';
import { isTyping } from '../ui/commands.ts';
import { useSpeech } from '../ui/i18n.tsx';
import { describeLabel } from '../ui/label.ts';
import { allCommands, runCommand } from './commands.ts';
import { redoLabel, undoLabel } from './history.ts';
import { menuTemplate } from './menu.ts';
import { notifyProblem } from './report-problem.ts';
import { useScreen } from './session.ts';

/** Keeps the window's own menu in step with the commands, the language, and what can be done now. */
export function useNativeMenu(): void {
  const { t } = useSpeech();
  const screen = useScreen();
  const undo = useObservable(undoLabel);
  const redo = useObservable(redoLabel);
  // What can be done may depend on the place that is shown.
  const [place] = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `place` decides what `when` of a command answers
  useEffect(() => {
    const labels: Record<string, string> = {};
    if (undo) labels['app.undo'] = t('shell.undoNamed', { change: describeLabel(t, undo) });
    if (redo) labels['app.redo'] = t('shell.redoNamed', { change: describeLabel(t, redo) });
    const menus = menuTemplate(allCommands(), { t, hasWorkspace: screen === 'shell', labels });
    call('menu.set', menus).catch(notifyProblem);
  }, [t, screen, undo, redo, place]);

  useEffect(
    () =>
      listen('menu.run', ({ id }) => {
        // The menu took a key that edits text in a field: it belongs to the field, not to the workspace.
        const textCommand = TEXT_COMMANDS[id];
        if (textCommand && isTyping(document.activeElement)) return void document.execCommand(textCommand);
        const command = allCommands().find((candidate) => candidate.id === id);
        if (command) runCommand(command);
      }),
    [],
  );
}

const TEXT_COMMANDS: Readonly<Record<string, string>> = { 'app.undo': 'undo', 'app.redo': 'redo' };
