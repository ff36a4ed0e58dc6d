import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Menu,
  Modal,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import {
  IconBookmark,
  IconBookmarkPlus,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { asksSame, removeSearch, renameSearch, saveSearch, updateSearch } from '#shared/edit/saved-search.ts';
import type { SavedSearch } from '#shared/model/saved-search.ts';
import type { SearchRequest } from '#shared/search/request.ts';
import { useObservable } from '../../platform/observable.ts';
import { actor, commit, undo, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { notifyDone, notifyUndo } from '../../ui/notify-undo.tsx';
import { searchSynonyms } from '../../ui/search-preferences.ts';
import { type Asked, fromSaved, isAsked, toSave } from './asked.ts';
import classes from './search.module.css';
import { useAnswers } from './use-answer.ts';

/** So many saved searches are counted: each is a question of its own. */
const COUNTED = 12;

/** The saved searches by name; undefined while they are read. */
export function useSaved(): readonly SavedSearch[] | undefined {
  const { language } = useSpeech();
  const rows = useRows((db) => db.searches.toArray(), []);
  return useMemo(() => rows?.toSorted((a, b) => a.name.localeCompare(b.name, language)), [rows, language]);
}

/** How many results each of the first saved searches has now, where that is known already. */
function useCounts(searches: readonly SavedSearch[], wanted: boolean): ReadonlyMap<string, number> {
  const { language } = useSpeech();
  const counted = searches.slice(0, COUNTED);
  const answers = useAnswers(
    counted.map(
      ({ query, chosen, sort, synonyms }): SearchRequest => ({
        query,
        chosen,
        sort,
        synonyms,
        typing: true,
        language,
        limit: 1,
      }),
    ),
    wanted,
  );
  return new Map(
    counted.flatMap(({ id }, index) => {
      const answer = answers[index];
      return answer ? [[id, answer.total] as const] : [];
    }),
  );
}

export interface SavedProps {
  readonly searches: readonly SavedSearch[];
  readonly onRun: (asked: Asked) => void;
}

/** Acts on a saved search that the list and the menu share. */
function useSavedActs() {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const remove = ({ id, name }: SavedSearch) =>
    attempt(async () => {
      await commit({ key: 'change.search.remove', params: { name } }, (draft) => removeSearch(draft, id));
      notifyUndo({
        message: t('search.saved.removed', { name }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const rename = ({ id }: SavedSearch, name: string) =>
    attempt(async () => {
      await commit({ key: 'change.search.rename', params: { name: name.trim() } }, (draft) =>
        renameSearch(draft, id, name),
      );
      return true;
    });
  return { remove, rename };
}

/** What was saved, on a page where nothing is asked yet: run by a click. */
export function SavedList({ searches, onRun }: SavedProps) {
  const { t } = useSpeech();
  const usual = useObservable(searchSynonyms.value);
  const counts = useCounts(searches, true);
  const { remove, rename } = useSavedActs();
  const [renaming, setRenaming] = useState<SavedSearch | null>(null);
  if (searches.length === 0) return null;
  return (
    <section className={classes.saved} aria-label={t('search.saved')} data-testid="saved-searches">
      <h2 className={classes.savedTitle}>{t('search.saved')}</h2>
      {searches.map((search) => (
        <div key={search.id} className={classes.savedRow}>
          <UnstyledButton className={classes.savedRun} onClick={() => onRun(fromSaved(search, usual))}>
            <IconBookmark size={15} stroke={1.6} className={classes.icon} />
            <span className={classes.savedName}>{search.name}</span>
            {search.query !== search.name && <span className={classes.savedQuery}>{search.query}</span>}
            {counts.has(search.id) && (
              <Badge size="sm" color="gray" className={classes.groupCount ?? ''}>
                {t('search.group.count', { count: counts.get(search.id) ?? 0 })}
              </Badge>
            )}
          </UnstyledButton>
          <ActionIcon
            size={28}
            aria-label={t('search.saved.rename', { name: search.name })}
            onClick={() => setRenaming(search)}
          >
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon
            size={28}
            aria-label={t('search.saved.remove', { name: search.name })}
            onClick={() => void remove(search)}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <NameModal
        title={t('search.saved.renameTitle')}
        name={renaming?.name ?? null}
        onClose={() => setRenaming(null)}
        onSave={async (name) => {
          if (renaming && (await rename(renaming, name))) setRenaming(null);
        }}
      />
    </section>
  );
}

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
      const hand = { by: actor(), at: new Date().toISOString() };
      const saved = await commit({ key: 'change.search.save', params: { name: name.trim() } }, (draft) =>
        saveSearch(draft, name, wanted, hand),
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
      <NameModal
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

interface NameModalProps {
  readonly title: string;
  /** What stands in the field at first; null = closed. */
  readonly name: string | null;
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

function NameModal({ title, name, onSave, onClose }: NameModalProps) {
  const { t } = useSpeech();
  return (
    <Modal
      opened={name !== null}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <NameForm key={name} name={name ?? ''} onSave={onSave} onCancel={onClose} />
    </Modal>
  );
}

function NameForm({
  name,
  onSave,
  onCancel,
}: {
  name: string;
  onSave: (name: string) => Promise<void>;
  onCancel: () => void;
}) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(typed);
      }}
    >
      <TextInput
        data-autofocus
        label={t('search.saved.name')}
        placeholder={t('search.saved.name.example')}
        value={typed}
        maxLength={200}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('common.save')}
        </Button>
      </Group>
    </form>
  );
}
