import { Alert, Anchor, Badge, Button, Group, Loader, Tabs, Text } from '@mantine/core';
import { IconArrowFork, IconArrowMerge, IconPencil, IconTags } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Issue } from '#shared/model/issue.ts';
import { isActive } from '#shared/model/issue.ts';
import { TimelinePanel } from '../../dialogs/register/timeline-panel.tsx';
import { useRows } from '../../store/index.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { CategoryMark } from '../../ui/category-mark.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { AdviceOn } from './advice-on.tsx';
import { Definition } from './definition.tsx';
import { EvidenceList } from './evidence.tsx';
import { type IssueDialog, IssueDialogs } from './issue-dialogs.tsx';
import { RoundsOn } from './rounds-on.tsx';
import { useAdviceOn, useEvidence, useRoundsOn } from './use-issue-page.ts';

/** What the other tabs show, of all that refers to an issue. */
const SHOWN_ELSEWHERE = ['decisions', 'issues'] as const;

/** One issue: what was said about it, what was advised, how it was rated and decided, and what it means. */
export function IssuePage({ issueId }: { issueId: IdOf<'issues'> }) {
  const { t } = useSpeech();
  const issue = useRows(async (db) => (await db.issues.get(issueId)) ?? null, [issueId]);
  if (issue === undefined) return <Loader m="xl" aria-label={t('issues.title')} />;
  if (issue === null) {
    return (
      <Page title={t('issues.title')} above={<BackLink to={links.issues()}>{t('issues.title')}</BackLink>}>
        <EmptyState icon={IconTags} title={t('issue.missing')}>
          {t('issue.missing.hint')}
        </EmptyState>
      </Page>
    );
  }
  return <OpenIssue issue={issue} />;
}

function OpenIssue({ issue }: { issue: Issue }) {
  const { t, local, language } = useSpeech();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const issues = useRows((db) => db.issues.toArray(), []);
  const evidence = useEvidence([issue.id]);
  const advice = useAdviceOn([issue.id]);
  const rounds = useRoundsOn(issue);
  const [dialog, setDialog] = useState<IssueDialog | null>(null);
  const [params] = useSearchParams();
  const successor = issues?.find(({ id }) => id === issue.mergedInto);
  const origin = issues?.find(({ id }) => id === issue.splitFrom);
  const parts = issues?.filter(({ splitFrom }) => splitFrom === issue.id) ?? [];
  const merged = issues?.filter(({ mergedInto }) => mergedInto === issue.id) ?? [];
  const others = Object.entries(issue.name).filter(([tag]) => tag !== language);
  const source = local(issue.sourceWording);
  const yearOf = (year: number) => (workspace ? fiscalYearLabel(year, workspace.fiscalYear, language) : '');

  return (
    <Page
      title={local(issue.name)}
      above={<BackLink to={links.issues()}>{t('issues.title')}</BackLink>}
      aside={
        <Group gap={8}>
          <CategoryMark category={issue.category} size={14} />
          <Text size="sm" c="dimmed">
            {t(`category.${issue.category}`)}
          </Text>
          {others.map(([tag, text]) => (
            <Text key={tag} size="sm" c="dimmed" lang={tag}>
              {text}
            </Text>
          ))}
          {issue.retiredAfter !== null && (
            <Badge variant="outline">{t('issues.retired', { year: yearOf(issue.retiredAfter) })}</Badge>
          )}
        </Group>
      }
      description={
        <>
          {local(issue.definition)}
          <Text size="xs" c="dimmed" mt={2}>
            {[
              t('issue.since', { year: yearOf(issue.activeFrom) }),
              ...(source ? [t('issue.sourceWording', { wording: source })] : []),
            ].join(' · ')}
          </Text>
        </>
      }
      actions={isActive(issue) && <Acts onOpen={setDialog} />}
    >
      {successor && (
        <Alert mb="md" icon={<IconArrowMerge size={18} />}>
          <Anchor size="sm" onClick={() => go(links.issue(successor.id))} component="button" type="button">
            {t('issues.mergedInto', { name: local(successor.name) })}
          </Anchor>
        </Alert>
      )}
      {merged.length > 0 && (
        <Text size="xs" c="dimmed" mb="sm">
          {t('issues.mergedHere')}: {merged.map(({ name }) => local(name)).join(' · ')}
        </Text>
      )}
      <Kin label={t('issues.splitFrom')} issues={origin ? [origin] : []} />
      <Kin label={t('issues.splitHere')} issues={parts}>
        {isActive(issue) && (
          <Button variant="default" size="compact-xs" onClick={() => go(links.issueParts(issue.id))}>
            {t('issues.parts.act')}
          </Button>
        )}
      </Kin>
      <Tabs defaultValue={params.get('tab') === 'register' ? 'register' : 'evidence'} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="evidence" rightSection={<Count value={evidence?.length} />}>
            {t('issue.tab.evidence')}
          </Tabs.Tab>
          <Tabs.Tab value="advice" rightSection={<Count value={advice?.length} />}>
            {t('issue.tab.advice')}
          </Tabs.Tab>
          <Tabs.Tab value="assessment" rightSection={<Count value={rounds?.length} />}>
            {t('issue.tab.assessment')}
          </Tabs.Tab>
          <Tabs.Tab value="definition">{t('issue.tab.definition')}</Tabs.Tab>
          <Tabs.Tab value="register">{t('issue.tab.register')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="evidence">{evidence && <EvidenceList evidence={evidence} />}</Tabs.Panel>
        <Tabs.Panel value="advice">{advice && <AdviceOn issueId={issue.id} heard={advice} />}</Tabs.Panel>
        <Tabs.Panel value="assessment">
          {rounds && <RoundsOn issue={issue} rounds={rounds} workspace={workspace} />}
        </Tabs.Panel>
        <Tabs.Panel value="definition">
          <Definition issue={issue} languages={workspace?.languages ?? []} />
        </Tabs.Panel>
        <Tabs.Panel value="register">
          <TimelinePanel
            targets={[{ table: 'issues', id: issue.id }]}
            start={{ refs: [{ to: 'issue', id: issue.id }] }}
            without={SHOWN_ELSEWHERE}
          />
        </Tabs.Panel>
      </Tabs>
      {dialog && (
        <IssueDialogs
          dialog={dialog}
          issue={issue}
          issues={issues}
          workspace={workspace}
          passages={evidence?.length ?? 0}
          advice={advice?.length ?? 0}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );
}

/** What can be done with an issue that is on the list. */
function Acts({ onOpen }: { onOpen: (dialog: IssueDialog) => void }) {
  const { t } = useSpeech();
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => onOpen('rename')}>
        {t('issues.rename')}
      </Button>
      <Button variant="default" leftSection={<IconArrowMerge size={16} />} onClick={() => onOpen('merge')}>
        {t('issues.mergeShort')}
      </Button>
      <Button variant="default" leftSection={<IconArrowFork size={16} />} onClick={() => onOpen('split')}>
        {t('issues.splitShort')}
      </Button>
    </>
  );
}

/** Issues that this one came from, or that came from it, each a way there. */
function Kin({
  label,
  issues,
  children,
}: {
  label: string;
  issues: readonly Issue[];
  /** What can be done with them. */
  children?: ReactNode;
}) {
  const { local } = useSpeech();
  if (issues.length === 0) return null;
  return (
    <Group gap={6} mb="sm">
      <Text size="xs" c="dimmed">
        {label}:
      </Text>
      {issues.map(({ id, name }) => (
        <Anchor key={id} size="xs" onClick={() => go(links.issue(id))} component="button" type="button">
          {local(name)}
        </Anchor>
      ))}
      {children}
    </Group>
  );
}

function Count({ value }: { value: number | undefined }) {
  return value === undefined ? null : (
    <Text span size="xs" c="dimmed">
      {value}
    </Text>
  );
}
