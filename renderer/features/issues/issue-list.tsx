import { Button, Group, Loader, Switch, TextInput } from '@mantine/core';
import { IconSearch, IconTagPlus, IconTags } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Id } from '#shared/model/basics.ts';
import { CATEGORIES, type Issue, isActive } from '#shared/model/issue.ts';
import type { Workspace } from '#shared/model/workspace.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { CategorySection } from './category-section.tsx';
import { findCommands, NEW_ISSUE } from './commands.ts';
import { MergeDialog, NewIssueDialog, RenameDialog } from './dialogs.tsx';
import { useIssueEdits } from './edits.ts';
import classes from './issue-list.module.css';
import { Themes } from './themes.tsx';
import { type IssueList as Listed, useIssueList } from './use-issue-list.ts';
import { useIssueOrder } from './use-issue-order.ts';

/** All issues by category: found by a few letters, put in order by dragging or by keyboard. */
export function IssueList() {
  const { t } = useSpeech();
  const list = useIssueList();
  if (!list) return <Loader m="xl" aria-label={t('issues.title')} />;
  return <OpenList list={list} />;
}

function OpenList({ list }: { list: Listed }) {
  const { t, local, language } = useSpeech();
  const edits = useIssueEdits();
  const [params] = useSearchParams();
  const [query, setQuery] = useState('');
  const [showAll, setShowAll] = useState(false);
  const [renaming, setRenaming] = useState<Issue | null>(null);
  const [merging, setMerging] = useState<Issue | null>(null);
  const adding = params.get('new') !== null;
  const { workspace, issues } = list;
  const order = useIssueOrder(list, (issue, to) => void edits.move(issue, to));

  const shown = useMemo(() => {
    const pool = showAll ? issues : issues.filter(isActive);
    if (query.trim() === '') return new Set(pool.map(({ id }) => id));
    // Matching leaves out what is off the list; it is asked for here, so each is matched as if it were on it.
    const asActive = pool.map((issue) => ({ ...issue, retiredAfter: null, mergedInto: null }));
    return new Set(matchIssues(asActive, query).map(({ issue }) => issue.id));
  }, [issues, query, showAll]);

  const ordered = query.trim() === '' && !showAll;
  const nameOf = (id: Id) => local(issues.find((issue) => issue.id === id)?.name);
  const outcomeOf = (issue: Issue) => {
    if (issue.mergedInto !== null) return t('issues.mergedInto', { name: nameOf(issue.mergedInto) });
    if (issue.retiredAfter !== null && workspace)
      return t('issues.retired', {
        year: fiscalYearLabel(issue.retiredAfter, workspace.fiscalYear, language),
      });
    return null;
  };
  const [only] = shown.size === 1 ? shown : [];
  const onFindKey = useCommands(findCommands, {
    'issues.openFound': { run: () => only && go(links.issue(only)), when: () => only !== undefined },
    'issues.clear': { run: () => setQuery(''), when: () => query !== '' },
  });
  const closeForm = () => go(links.issues());

  return (
    <Page
      title={t('issues.title')}
      description={t('issues.description')}
      actions={
        <Button leftSection={<IconTagPlus size={16} />} onClick={() => go(NEW_ISSUE)}>
          {t('issues.add')}
        </Button>
      }
      toolbar={
        <Group gap="lg">
          <TextInput
            w={320}
            leftSection={<IconSearch size={16} />}
            placeholder={t('issues.search')}
            aria-label={t('issues.search')}
            title={t('issues.search.hint')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={onFindKey}
          />
          <Switch
            label={t('issues.showAll')}
            checked={showAll}
            onChange={(event) => setShowAll(event.currentTarget.checked)}
          />
        </Group>
      }
    >
      {issues.length === 0 && (
        <EmptyState
          icon={IconTags}
          title={t('issues.empty.title')}
          action={<Button onClick={() => go(NEW_ISSUE)}>{t('issues.add')}</Button>}
        >
          {t('issues.empty.text')}
        </EmptyState>
      )}
      {issues.length > 0 && shown.size === 0 && (
        <EmptyState icon={IconSearch} title={t('issues.none', { query })}>
          {t('issues.none.hint')}
        </EmptyState>
      )}
      {shown.size > 0 && (
        <>
          <div className={classes.head} aria-hidden>
            <span>{t('issues.column.issue')}</span>
            <span className={classes.number}>{t('issues.column.passages')}</span>
            <span className={classes.number}>{t('issues.column.advice')}</span>
            <span>{t('issues.column.standing')}</span>
            <span />
          </div>
          {CATEGORIES.map((category) => (
            <CategorySection
              key={category}
              category={category}
              issues={(list.byCategory.get(category) ?? []).filter(({ id }) => shown.has(id))}
              list={list}
              order={ordered ? order : null}
              outcomeOf={outcomeOf}
              onRename={setRenaming}
              onMerge={setMerging}
              onRetire={(issue) =>
                workspace && void edits.retire(issue, list.currentYear ?? issue.activeFrom, workspace)
              }
              onRevive={(issue) => void edits.revive(issue)}
            />
          ))}
          {query.trim() === '' && <Themes themes={list.themes} issues={issues} />}
        </>
      )}
      {adding && workspace && (
        <NewIssueDialog
          workspace={workspace}
          initialName={shown.size === 0 ? query.trim() : ''}
          year={list.currentYear ?? thisYear(workspace)}
          onAdd={(request) =>
            void edits.add(request).then((issue) => {
              if (!issue) return;
              setQuery('');
              closeForm();
            })
          }
          onClose={closeForm}
        />
      )}
      {renaming && (
        <RenameDialog
          issue={renaming}
          languages={workspace?.languages ?? []}
          onRename={(name) => {
            setRenaming(null);
            void edits.rename(renaming, name);
          }}
          onClose={() => setRenaming(null)}
        />
      )}
      {merging && (
        <MergeDialog
          issue={merging}
          issues={issues}
          passages={list.passages.get(merging.id) ?? 0}
          advice={list.advice.get(merging.id) ?? 0}
          onMerge={(intoId) => {
            const into = issues.find(({ id }) => id === intoId);
            setMerging(null);
            if (into) void edits.merge(merging, into);
          }}
          onClose={() => setMerging(null)}
        />
      )}
    </Page>
  );
}

/** The fiscal year that today falls in, where no round says which one is being worked on. */
function thisYear({ fiscalYear }: Workspace): number {
  const now = new Date();
  return now.getMonth() + 1 < fiscalYear.firstMonth ? now.getFullYear() - 1 : now.getFullYear();
}
