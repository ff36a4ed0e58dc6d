import { ActionIcon, Badge, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedSearch } from '#shared/model/saved-search.ts';
import { useObservable } from '../../platform/observable.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { searchSynonyms } from '../../ui/search-preferences.ts';
import { fromSaved } from './asked.ts';
import { SearchNameModal } from './name-modal.tsx';
import classes from './search.module.css';
import { type SavedProps, useCounts, useSavedActs } from './use-saved.ts';

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
      <SearchNameModal
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
