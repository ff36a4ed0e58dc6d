import { useObservable } from '../../platform/observable.ts';
import { type EncryptionTask, encryptionTask } from '../../ui/encryption.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { ProtectCopy, UnencryptedCopy } from './copies.tsx';
import { EncryptExisting } from './encrypt-existing.tsx';
import { ProtectedFile } from './protected-file.tsx';
import { RemoveEncryption } from './remove-encryption.tsx';
import { RenewRecovery } from './renew-recovery.tsx';
import { SetUp } from './set-up.tsx';

/** What is asked about encryption, above any screen. */
export function EncryptionDialogs() {
  const task = useObservable(encryptionTask);
  return task && <Asked task={task} />;
}

const close = () => encryptionTask.set(null);

function Asked({ task }: { task: EncryptionTask }) {
  switch (task.kind) {
    case 'set-up':
      return <SetUp purpose={task.purpose} onDone={task.answer} />;
    case 'encrypt':
      return <EncryptExisting storeId={task.storeId} onClose={close} />;
    case 'passphrase':
      return <ChangePassphrase storeId={task.storeId} onClose={close} />;
    case 'recovery':
      return <RenewRecovery storeId={task.storeId} onClose={close} />;
    case 'decrypt':
      return <RemoveEncryption storeId={task.storeId} onClose={close} />;
    case 'copy':
      return <UnencryptedCopy onClose={close} />;
    case 'protect-copy':
      return <ProtectCopy onClose={close} />;
    case 'protected-file':
      return <ProtectedFile open={task.open} onCancel={task.cancel} />;
  }
}
