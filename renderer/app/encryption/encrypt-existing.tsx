import { report } from '../../ui/report-problem.ts';
import { encryptOpen } from '../workspace.ts';
import { SetUp } from './set-up.tsx';

/** Encrypts the workspace that is open. */
export function EncryptExisting({ storeId, onClose }: { storeId: string; onClose: () => void }) {
  return (
    <SetUp
      purpose="existing"
      onDone={(sealing) => {
        onClose();
        if (sealing !== null && sealing !== 'plain') void report(() => encryptOpen(storeId, sealing));
      }}
    />
  );
}
