import { Button, Menu } from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkPlus,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { removeView, saveView, updateView } from '#shared/edit/view.ts';
import type { View } from '#shared/model/view.ts';
import { sameQuery } from '#shared/retrieval/address.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { NameModal } from '../../ui/name-modal.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import type { Ask, Asked } from './use-query.ts';

export interface ViewsMenuProps {
  readonly asked: Asked;
  readonly views: readonly View[];
  readonly onAsk: Ask;
}

/** Whether what is asked is no longer what the view says. */
export function isChanged(view: View, { query, form }: Asked): boolean {
  return view.form !== form || !sameQuery(view.query, query);
}

/** Questions under names: opened, kept, changed, renamed and taken away. */
export function ViewsMenu({ asked, views, onAsk }: ViewsMenuProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const open = views.find(({ id }) => id === asked.viewId) ?? null;
  const { query, form } = asked;

  const keep = (name: string) =>
    attempt(async () => {
      if (naming === 'rename' && open) {
        await commit({ key: 'change.view.rename', params: { name: name.trim() } }, (draft) =>
          updateView(draft, open.id, { name }),
        );
      } else {
        const at = new Date().toISOString();
        const view = await commit({ key: 'change.view.save', params: { name: name.trim() } }, (draft) =>
          saveView(draft, { name, query, form }, { by: actor(), at }),
        );
        onAsk({ viewId: view.id }, { step: false });
      }
      setNaming(null);
    });
  const update = (view: View) =>
    attempt(async () => {
      await commit({ key: 'change.view.update', params: { name: view.name } }, (draft) =>
        updateView(draft, view.id, { query, form }),
      );
      notifyUndo({
        message: t('retrieval.view.updated', { name: view.name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const remove = (view: View) =>
    attempt(async () => {
      await commit({ key: 'change.view.remove', params: { name: view.name } }, (draft) =>
        removeView(draft, view.id),
      );
      onAsk({ viewId: null }, { step: false });
      notifyUndo({
        message: t('retrieval.view.removed', { name: view.name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <>
      {open === null && (
        <Button
          variant="default"
          leftSection={<IconBookmarkPlus size={16} />}
          onClick={() => setNaming('new')}
        >
          {t('retrieval.view.save')}
        </Button>
      )}
      {open !== null && isChanged(open, asked) && (
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          onClick={() => void update(open)}
        >
          {t('retrieval.view.update')}
        </Button>
      )}
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('retrieval.view.menu', { count: views.length })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t('retrieval.view.none')}</Menu.Label>}
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={view.id === open?.id ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
              onClick={() => onAsk({ query: view.query, form: view.form, viewId: view.id })}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {open !== null && (
            <>
              <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setNaming('rename')}>
                {t('retrieval.view.rename', { name: open.name })}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove(open)}>
                {t('retrieval.view.remove', { name: open.name })}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconBookmarkPlus size={14} />} onClick={() => setNaming('new')}>
            {t('retrieval.view.saveNew')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameModal
        title={t(naming === 'rename' ? 'retrieval.view.renameTitle' : 'retrieval.view.saveTitle')}
        name={naming === null ? null : naming === 'rename' ? (open?.name ?? '') : ''}
        field={{ label: t('retrieval.view.name'), placeholder: t('retrieval.view.name.example') }}
        onClose={() => setNaming(null)}
        onSave={keep}
      />
    </>
  );
}
