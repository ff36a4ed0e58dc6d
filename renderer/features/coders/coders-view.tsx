import { Loader } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { MergeOutcome } from '#shared/edit/merge-coder.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { DropWindow } from '../../ui/drop-area.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyDone, notifyUndo } from '../../ui/notify-undo.tsx';
import { CompareView } from './compare-view.tsx';
import { takeInDropped, takeInPicked } from './copies.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { InCopy } from './in-copy.tsx';
import { InRatingCopy } from './in-rating-copy.tsx';

/** Where a second coder's work is prepared, taken in, compared and settled; in a copy: how it is sent back. */
export default function CodersView() {
  const { t } = useSpeech();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  if (!workspace) return <Loader m="xl" aria-label={t('coders.title')} />;
  if (workspace.copy && 'coder' in workspace.copy)
    return <InCopy workspace={workspace} copy={workspace.copy} />;
  if (workspace.copy) return <InRatingCopy copy={workspace.copy} />;
  return <Office workspace={workspace} />;
}

function Office({ workspace }: { workspace: Workspace }) {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const [params] = useSearchParams();
  const [outcome, setOutcome] = useState<MergeOutcome | null>(null);
  const [waiting, setWaiting] = useState(false);

  const take = useCallback(
    (work: () => Promise<MergeOutcome | null>) =>
      void attempt(async () => {
        setWaiting(true);
        try {
          const result = await work();
          if (!result) return;
          setOutcome(result);
          const message = t('coders.taken', { taken: result.taken, coder: result.coder });
          if (result.taken === 0) return notifyDone(message);
          notifyUndo({
            message,
            undoLabel: t('common.undo'),
            undo: () => attempt(() => undo().then(() => setOutcome(null))),
          });
        } finally {
          setWaiting(false);
        }
      }),
    [attempt, t],
  );
  const pick = useCallback(() => take(() => takeInPicked({ t, language })), [take, t, language]);

  const wantsFile = params.get('take') !== null;
  useEffect(() => {
    if (!wantsFile) return;
    go(links.coders());
    pick();
  }, [wantsFile, pick]);

  return (
    <>
      <CompareView outcome={outcome} waiting={waiting} onTake={pick} onDismiss={() => setOutcome(null)} />
      {params.get('copy') !== null && <CopyDialog workspace={workspace} onClose={() => go(links.coders())} />}
      <DropWindow
        icon={IconFileImport}
        title={t('coders.drop')}
        hint={t('coders.drop.hint')}
        multiple={false}
        onDrop={([file]) => file && take(() => takeInDropped(file, language))}
      />
    </>
  );
}
