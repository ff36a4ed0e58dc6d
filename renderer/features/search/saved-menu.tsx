import { Button, Menu, Text } from '@mantine/core';
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
import { asksSame, saveSearch, updateSearch } from '#shared/edit/saved-search.ts';
import type { SavedSearch } from '#shared/model/saved-search.ts';
import { useObservable } from '../../platform/observable.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone, notifyUndo } from '../../ui/notify-undo.tsx';
import { searchSynonyms } from '../../ui/search-preferences.ts';
import { type Asked, fromSaved, isAsked, toSave } from './asked.ts';
import { SearchNameModal } from './name-modal.tsx';
import { type SavedProps, useCounts, useSavedActs } from './use-saved.ts';

/** Saves what is asked, runs what was saved, renames it and takes it away. */
export function SavedMenu({ searches, asked, onRun }: SavedProps & { readonly asked: Asked }) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const usual = useObservable(searchSynonyms.value);
  const { remove, rename } = useSavedActs();
  const [opened, setOpened] = useState(false);
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  /** The one that was run last, while what is asked goes on from it. */
  const [startedId, setStartedId] = useState<string | null>(null);
  const counts = useCounts(searches, opened);
  const wanted = toSave(asked, usual);
  const same = searches.find((search) => asksSame(search, wanted));
  const current = same ?? searches.find(({ id }) => id === startedId && isAsked(asked));

  const save = (name: string) =>
    attempt(async () => {
      const author = { by: actor(), at: new Date().toISOString() };
      const saved = await commit({ key: 'change.search.save', params: { name: name.trim() } }, (draft) =>
        saveSearch(draft, name, wanted, author),
      );
      setStartedId(saved.id);
      setNaming(null);
      notifyDone(t('search.saved.done', { name: saved.name }));
    });
  const update = (search: SavedSearch) =>
    attempt(async () => {
      await commit({ key: 'change.search.update', params: { name: search.name } }, (draft) =>
        updateSearch(draft, search.id, wanted),
      );
      notifyUndo({
        message: t('search.saved.updated', { name: search.name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <>
      {isAsked(asked) && !same && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBookmarkPlus size={15} />}
          onClick={() => setNaming('new')}
        >
          {t('search.saved.save')}
        </Button>
      )}
      {searches.length > 0 && (
        <Menu position="bottom-end" width={340} opened={opened} onChange={setOpened}>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconBookmark size={15} />}
              rightSection={<IconChevronDown size={14} />}
            >
              {t('search.saved.menu', { count: searches.length })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
            {searches.map((search) => (
              <Menu.Item
                key={search.id}
                leftSection={
                  search.id === same?.id ? <IconCheck size={14} /> : <span style={{ width: 14 }} />
                }
                rightSection={
                  counts.has(search.id) && (
                    <Text span size="xs" c="dimmed">
                      {counts.get(search.id)}
                    </Text>
                  )
                }
                onClick={() => {
                  setStartedId(search.id);
                  onRun(fromSaved(search, usual));
                }}
              >
                {search.name}
              </Menu.Item>
            ))}
            {current && (
              <>
                <Menu.Divider />
                {!same && (
                  <Menu.Item
                    leftSection={<IconDeviceFloppy size={14} />}
                    onClick={() => void update(current)}
                  >
                    {t('search.saved.update', { name: current.name })}
                  </Menu.Item>
                )}
                <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setNaming('rename')}>
                  {t('search.saved.rename', { name: current.name })}
                </Menu.Item>
                <Menu.Item leftSection={<IconTrash size={14} />} onClick={() => void remove(current)}>
                  {t('search.saved.remove', { name: current.name })}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <SearchNameModal
        title={t(naming === 'rename' ? 'search.saved.renameTitle' : 'search.saved.saveTitle')}
        name={naming === null ? null : naming === 'rename' ? (current?.name ?? '') : asked.query.trim()}
        onClose={() => setNaming(null)}
        onSave={async (name) => {
          if (naming === 'new') await save(name);
          else if (current && (await rename(current, name))) setNaming(null);
        }}
      />
    </>
  );
}
