import { keepLayout, removeLayout, renameLayout } from '#shared/edit/kept-layout.ts';
import type { KeptLayout } from '#shared/model/taught-layout.ts';
import { type LayoutContent, layoutFile, layoutOfFile } from '#shared/transcript/layout-file.ts';
import { call } from '../../../platform/bridge.ts';
import { actor, commit, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyDone, notifyUndo } from '../../../ui/notify-undo.tsx';

const EXTENSION = 'json';

/** What can be done with kept layouts; what goes wrong is told. */
export function useLayoutActs() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const filters = [{ name: t('import.layout.file'), extensions: [EXTENSION] }];
  const keep = async ({ name, layouts }: LayoutContent) => {
    const author = { by: actor(), at: new Date().toISOString() };
    const kept = await commit({ key: 'change.layout.keep', params: { name: name.trim() } }, (draft) =>
      keepLayout(draft, name, layouts, author),
    );
    notifyDone(t('import.layout.kept', { name: kept.name }));
    return true;
  };
  return {
    /** @returns whether it was kept */
    keep: (content: LayoutContent) => attempt(() => keep(content)),
    rename: ({ id }: KeptLayout, wish: string) =>
      attempt(async () => {
        await commit({ key: 'change.layout.rename', params: { name: wish.trim() } }, (draft) =>
          renameLayout(draft, id, wish),
        );
        return true;
      }),
    remove: ({ id, name }: KeptLayout) =>
      attempt(async () => {
        await commit({ key: 'change.layout.remove', params: { name } }, (draft) => removeLayout(draft, id));
        notifyUndo({
          message: t('import.layout.removed', { name }),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
      }),
    save: (kept: KeptLayout) =>
      attempt(async () => {
        const suggestedName = `${kept.name}.${EXTENSION}`;
        await call('dialog.save', { suggestedName, filters, bytes: layoutFile(kept) });
      }),
    takeFile: () =>
      attempt(async () => {
        const [file] = await call('dialog.open', { filters, multiple: false });
        if (file) await keep(layoutOfFile(file.bytes));
      }),
  };
}
