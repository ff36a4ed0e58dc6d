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
import { NewIssueDialog } from './dialogs.tsx';
import { useIssueEdits } from './edits.ts';
import { type IssueDialog, IssueDialogs } from './issue-dialogs.tsx';
import classes from './issue-list.module.css';
import { Themes } from './themes.tsx';
import { useCopyIssue } from './use-copy-issue.tsx';
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
  const { t } = useSpeech();
  const edits = useIssueEdits();
  const [params] = useSearchParams();
  const [query, setQuery] = useState('');
  const [showAll, setShowAll] = useState(false);
  const [changing, setChanging] = useState<{ issue: Issue; dialog: IssueDialog } | null>(null);
  const { copy, dialog } = useCopyIssue();
  const { workspace, issues } = list;
  const order = useIssueOrder(list, (issue, to) => void edits.move(issue, to));

  const shown = useMemo(() => idsFound(issues, query, showAll), [issues, query, showAll]);
  const ordered = query.trim() === '' && !showAll;
  const outcomeOf = useOutcomeOf(list);
  const [only] = shown.size === 1 ? shown : [];
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
          <FindField query={query} onQuery={setQuery} only={only} />
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
          <Columns />
          {CATEGORIES.map((category) => (
            <CategorySection
              key={category}
              category={category}
              issues={(list.byCategory.get(category) ?? []).filter(({ id }) => shown.has(id))}
              list={list}
              order={ordered ? order : null}
              outcomeOf={outcomeOf}
              onCopy={copy}
              onRename={(issue) => setChanging({ issue, dialog: 'rename' })}
              onMerge={(issue) => setChanging({ issue, dialog: 'merge' })}
              onRetire={(issue) =>
                workspace && void edits.retire(issue, list.currentYear ?? issue.activeFrom, workspace)
              }
              onRevive={(issue) => void edits.revive(issue)}
            />
          ))}
          {query.trim() === '' && <Themes themes={list.themes} issues={issues} />}
        </>
      )}
      {params.get('new') !== null && workspace && (
        <NewIssue
          list={list}
          workspace={workspace}
          initialName={shown.size === 0 ? query.trim() : ''}
          onAdded={() => setQuery('')}
        />
      )}
      {dialog}
      {changing && (
        <IssueDialogs
          dialog={changing.dialog}
          issue={changing.issue}
          issues={issues}
          workspace={workspace}
          passages={list.passages.get(changing.issue.id) ?? 0}
          advice={list.advice.get(changing.issue.id) ?? 0}
          onClose={() => setChanging(null)}
        />
      )}
    </Page>
  );
}

interface FindFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** The one issue that is found, which Enter opens. */
  readonly only: Id | undefined;
}

/** A few letters find an issue. */
function FindField({ query, onQuery, only }: FindFieldProps) {
  const { t } = useSpeech();
  const onFindKey = useCommands(findCommands, {
    'issues.openFound': { run: () => only && go(links.issue(only)), when: () => only !== undefined },
    'issues.clear': { run: () => onQuery(''), when: () => query !== '' },
  });
  return (
    <TextInput
      w={320}
      data-own-escape
      leftSection={<IconSearch size={16} />}
      placeholder={t('issues.search')}
      aria-label={t('issues.search')}
      title={t('issues.search.hint')}
      value={query}
      onChange={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={onFindKey}
    />
  );
}

interface NewIssueProps {
  readonly list: Listed;
  readonly workspace: Workspace;
  readonly initialName: string;
  readonly onAdded: () => void;
}

/** The form that an issue is added in; it is open while the address says so. */
function NewIssue({ list, workspace, initialName, onAdded }: NewIssueProps) {
  const edits = useIssueEdits();
  const close = () => go(links.issues());
  return (
    <NewIssueDialog
      workspace={workspace}
      initialName={initialName}
      year={list.currentYear ?? thisYear(workspace)}
      onAdd={(request) =>
        edits.add(request).then((issue) => {
          if (!issue) return;
          onAdded();
          close();
          return issue;
        })
      }
      onClose={close}
    />
  );
}

/** What became of an issue that is off the list, in words; null = it is on it. */
function useOutcomeOf({ workspace, issues }: Listed): (issue: Issue) => string | null {
  const { t, local, language } = useSpeech();
  const nameOf = (id: Id) => local(issues.find((issue) => issue.id === id)?.name);
  return (issue) => {
    if (issue.mergedInto !== null) return t('issues.mergedInto', { name: nameOf(issue.mergedInto) });
    if (issue.retiredAfter !== null && workspace)
      return t('issues.retired', {
        year: fiscalYearLabel(issue.retiredAfter, workspace.fiscalYear, language),
      });
    return null;
  };
}

/** Heads of the columns. */
function Columns() {
  const { t } = useSpeech();
  return (
    <div className={classes.head} aria-hidden>
      <span>{t('issues.column.issue')}</span>
      <span className={classes.number}>{t('issues.column.passages')}</span>
      <span className={classes.number}>{t('issues.column.advice')}</span>
      <span>{t('issues.column.standing')}</span>
      <span />
    </div>
  );
}

/** The issues that a few letters find; none typed = all. Those off the list are among them where `all` are wanted. */
function idsFound(issues: readonly Issue[], query: string, all: boolean): ReadonlySet<Id> {
  const pool = all ? issues : issues.filter(isActive);
  if (query.trim() === '') return new Set(pool.map(({ id }) => id));
  // Matching leaves out what is off the list; it is asked for here, so each is matched as if it were on it.
  const asActive = pool.map((issue) => ({ ...issue, retiredAfter: null, mergedInto: null }));
  return new Set(matchIssues(asActive, query).map(({ issue }) => issue.id));
}

/** The fiscal year that today falls in, where no round says which one is being worked on. */
function thisYear({ fiscalYear }: Workspace): number {
  const now = new Date();
  return now.getMonth() + 1 < fiscalYear.firstMonth ? now.getFullYear() - 1 : now.getFullYear();
}
