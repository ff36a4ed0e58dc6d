import { useEffect } from 'react';
import { isBehindDialog, isPressed } from '../ui/commands.ts';
import { allCommands, canRun, runCommand } from './commands.ts';

/** The keys of the commands that can be done from anywhere: the first that has this key and can be done now is done. */
export function useGlobalKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog in front has the keyboard to itself.
      if (isBehindDialog(null)) return;
      const command = allCommands().find((one) => isPressed(one, event) && canRun(one));
      if (!command) return;
      event.preventDefault();
      runCommand(command);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
