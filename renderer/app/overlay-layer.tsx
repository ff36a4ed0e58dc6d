import { AmendDialog } from '../dialogs/amend.tsx';
import { UpdateDialog } from '../dialogs/update-dialog.tsx';
import { EncryptionDialogs } from './encryption/encryption-dialogs.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { NewWorkspaceForm } from './new-workspace-form.tsx';
import { Palette } from './palette.tsx';
import { ReturnedCopy } from './returned-copy/returned-copy.tsx';
import { useSpelling } from './spelling.ts';

/** What opens above any screen. Loaded when the first screen is shown, which needs none of it. */
export default function OverlayLayer() {
  useSpelling();
  return (
    <>
      <NewWorkspaceForm />
      <ReturnedCopy />
      <Palette />
      <HelpSheet />
      <AmendDialog />
      <UpdateDialog />
      <EncryptionDialogs />
    </>
  );
}
