import { ActionIcon, Badge, Button, Group, Loader, Select, Text, TextInput, Tooltip } from '@mantine/core';
import { IconBulb, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { attributionText } from '#shared/i18n/attribution.ts';
import { ADVICE_KINDS, ADVICE_STATUSES, type AdviceKind, type AdviceStatus } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import { CATEGORIES, type Issue } from '#shared/model/issue.ts';
import { useRows } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { Page } from '../../ui/page.tsx';
import { AdviceDrawer } from './advice-drawer.tsx';
import classes from './advice-list.module.css';
import { type AdviceFilter, type HeardAdvice, isFiltered, NO_FILTER, passes, speakersOf } from './filter.ts';
import { useAdviceList } from './use-advice.ts';

/** All advice, narrowed by filters; one piece is opened beside the list, which stays as it is. */
export function AdviceList({ openId }: { openId: Id | null }) {
  const { t } = useSpeech();
  const heard = useAdviceList();
  const issues = useRows((db) => db.issues.toArray(), []);
  if (!heard || !issues) return <Loader m="xl" aria-label={t('advice.title')} />;
  return <OpenList heard={heard} issues={issues} openId={openId} />;
}

function OpenList({
  heard,
  issues,
  openId,
}: {
  heard: readonly HeardAdvice[];
  issues: readonly Issue[];
  openId: Id | null;
}) {
  const { t } = useSpeech();
  const [filter, setFilter] = useLinkedFilter();
  const shown = useMemo(() => heard.filter((one) => passes(one, filter)), [heard, filter]);
  const issueOf = useMemo(() => new Map(issues.map((issue) => [issue.id, issue])), [issues]);
  const filtered = isFiltered(filter);

  return (
    <Page
      title={t('advice.title')}
      description={t('advice.description')}
      toolbar={
        heard.length > 0 && (
          <Filters heard={heard} issues={issues} filter={filter} onChange={setFilter} shown={shown.length} />
        )
      }
    >
      {heard.length === 0 && (
        <EmptyState
          icon={IconBulb}
          title={t('advice.empty.title')}
          action={<Button onClick={() => go(links.dialogues())}>{t('advice.empty.toDialogues')}</Button>}
        >
          {t('advice.empty.text')}
        </EmptyState>
      )}
      {heard.length > 0 && shown.length === 0 && (
        <EmptyState
          icon={IconFilterOff}
          title={t('advice.none')}
          action={
            filtered && (
              <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
                {t('advice.clearFilters')}
              </Button>
            )
          }
        >
          {t('advice.none.hint')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <>
          <div className={classes.head} aria-hidden>
            <span>{t('advice.column.advice')}</span>
            <span>{t('advice.column.who')}</span>
            <span>{t('advice.column.issues')}</span>
            <span>{t('advice.column.status')}</span>
          </div>
          <LongList items={shown} keyOf={({ advice }) => advice.id} estimate={72}>
            {(one) => <AdviceRow one={one} issueOf={issueOf} open={one.advice.id === openId} />}
          </LongList>
        </>
      )}
      <AdviceDrawer
        adviceId={openId}
        heard={heard.find(({ advice }) => advice.id === openId) ?? null}
        issues={issues}
        onClose={() => go(links.adviceList())}
      />
    </Page>
  );
}

/** The filter; a link into the list (`?issue=…`, `?status=…`) sets it. */
function useLinkedFilter(): [AdviceFilter, (filter: AdviceFilter) => void] {
  const [params] = useSearchParams();
  const issueId = params.get('issue');
  const status = ADVICE_STATUSES.find((one) => one === params.get('status')) ?? null;
  const [filter, setFilter] = useState<AdviceFilter>({ ...NO_FILTER, issueId, status });
  useEffect(() => {
    if (issueId !== null || status !== null) setFilter({ ...NO_FILTER, issueId, status });
  }, [issueId, status]);
  return [filter, setFilter];
}

function Filters({
  heard,
  issues,
  filter,
  onChange,
  shown,
}: {
  heard: readonly HeardAdvice[];
  issues: readonly Issue[];
  filter: AdviceFilter;
  onChange: (filter: AdviceFilter) => void;
  shown: number;
}) {
  const { t, local } = useSpeech();
  const used = new Set(heard.flatMap(({ advice }) => advice.issueIds));
  const speakers = new Map(
    heard.flatMap(({ quotes }) => speakersOf(quotes)).map((one) => [one.id, one.name]),
  );
  return (
    <Group gap="xs">
      <TextInput
        w={210}
        leftSection={<IconSearch size={16} />}
        placeholder={t('advice.filter.text')}
        aria-label={t('advice.filter.text')}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        w={185}
        clearable
        searchable
        placeholder={t('advice.filter.issue')}
        aria-label={t('advice.filter.issue')}
        data={CATEGORIES.map((category) => ({
          group: t(`category.${category}`),
          items: issues
            .filter(({ id, category: own }) => own === category && (used.has(id) || id === filter.issueId))
            .map((issue) => ({ value: issue.id, label: local(issue.name) })),
        })).filter(({ items }) => items.length > 0)}
        value={filter.issueId}
        onChange={(issueId) => onChange({ ...filter, issueId })}
      />
      <Select
        w={150}
        clearable
        searchable
        placeholder={t('advice.filter.person')}
        aria-label={t('advice.filter.person')}
        data={[...speakers].map(([value, label]) => ({ value, label }))}
        value={filter.personId}
        onChange={(personId) => onChange({ ...filter, personId })}
      />
      <Select
        w={120}
        clearable
        placeholder={t('advice.filter.kind')}
        aria-label={t('advice.filter.kind')}
        data={ADVICE_KINDS.map((value) => ({ value, label: t(`adviceKind.${value}`) }))}
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind: kind as AdviceKind | null })}
      />
      <Select
        w={130}
        clearable
        placeholder={t('advice.filter.status')}
        aria-label={t('advice.filter.status')}
        data={ADVICE_STATUSES.map((value) => ({ value, label: t(`adviceStatus.${value}`) }))}
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status: status as AdviceStatus | null })}
      />
      <Text size="sm" c="dimmed" role="status">
        {shown === heard.length
          ? t('advice.count', { shown })
          : t('advice.countOf', { shown, total: heard.length })}
      </Text>
      {isFiltered(filter) && (
        <Tooltip label={t('advice.clearFilters')}>
          <ActionIcon aria-label={t('advice.clearFilters')} onClick={() => onChange(NO_FILTER)}>
            <IconFilterOff size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}

function AdviceRow({
  one: { advice, quotes },
  issueOf,
  open,
}: {
  one: HeardAdvice;
  issueOf: ReadonlyMap<Id, Issue>;
  open: boolean;
}) {
  const { t, day } = useSpeech();
  const words = advice.restatement || quotes[0]?.passage.quote || '';
  const who = [...new Set(quotes.map(({ attribution }) => attributionText(t, attribution)))];
  const show = () => go(links.advice(advice.id));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the words inside are the button; the row widens it for the mouse
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div className={classes.row} data-open={open || undefined} data-testid="advice-row" onClick={show}>
      <a
        href={`#${links.advice(advice.id)}`}
        className={classes.open}
        aria-label={t('advice.open', { restatement: words })}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          show();
        }}
      >
        <Badge size="sm" mr={8}>
          {t(`adviceKind.${advice.kind}`)}
        </Badge>
        <Text span size="sm" fw={500}>
          {words}
        </Text>
        {advice.response !== '' && (
          <Text size="xs" c="dimmed" lineClamp={1} mt={2}>
            {advice.response}
          </Text>
        )}
      </a>
      <Text size="xs">{who.join(' · ')}</Text>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on an issue from opening the advice */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <span className={classes.issues} onClick={(event) => event.stopPropagation()}>
        {advice.issueIds.map((id) => {
          const issue = issueOf.get(id);
          return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
        })}
      </span>
      <div>
        <StatusBadge status={advice.status} />
        <Text size="xs" c="dimmed" mt={2}>
          {[advice.owner, day(advice.due)].filter(Boolean).join(' · ')}
        </Text>
      </div>
    </div>
  );
}

function StatusBadge({ status }: { status: AdviceStatus }) {
  const { t } = useSpeech();
  return (
    <Badge size="sm" variant={status === 'done' ? 'filled' : status === 'accepted' ? 'light' : 'default'}>
      {t(`adviceStatus.${status}`)}
    </Badge>
  );
}
