import { Chip, Group, Loader, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { IconArrowFork } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { IdOf } from '#shared/model/id.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { useRows } from '../../store/index.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { links } from '../../ui/links.ts';
import { LongList } from '../../ui/long-list.tsx';
import { Page } from '../../ui/page.tsx';
import { PassageQuote } from '../../ui/passage-quote.tsx';
import { useIssueEdits } from './edits.ts';
import { type Evidence, type HeardAdvice, useAdviceOn, useEvidence } from './use-issue-page.ts';

/** What was said and advised of an issue that others were split off from: each is put to the issue it bears on. */
export function PartsPage({ issueId }: { issueId: IdOf<'issues'> }) {
  const { t, local } = useSpeech();
  const family = useRows(
    async (db) => {
      const issues = (await db.issues.toArray()).filter(isActive);
      const origin = issues.filter(({ id }) => id === issueId);
      const parts = issues.filter(({ splitFrom }) => splitFrom === issueId);
      return [...origin, ...parts.sort((a, b) => a.order - b.order)];
    },
    [issueId],
  );
  if (family === undefined) return <Loader m="xl" aria-label={t('issues.parts.act')} />;
  const [origin, ...parts] = family;
  return (
    <Page
      title={origin ? t('issues.parts.title', { name: local(origin.name) }) : t('issues.parts.act')}
      description={t('issues.parts.hint')}
      above={<BackLink to={links.issue(issueId)}>{origin ? local(origin.name) : t('issues.title')}</BackLink>}
      width="reading"
    >
      {origin?.id === issueId && parts.length > 0 ? (
        <Parts origin={origin} family={family} />
      ) : (
        <EmptyState icon={IconArrowFork} title={t('issues.parts.none')}>
          {t('issues.parts.none.hint')}
        </EmptyState>
      )}
    </Page>
  );
}

function Parts({ origin, family }: { origin: Issue; family: readonly Issue[] }) {
  const { t, local } = useSpeech();
  const ids = family.map(({ id }) => id);
  const evidence = useEvidence(ids);
  const advice = useAdviceOn(ids);
  const [all, setAll] = useState(true);
  if (!evidence || !advice) return <Loader m="xl" aria-label={t('issues.parts.act')} />;
  const left = evidence.filter((one) => one.issueId === origin.id);
  const leftAdvice = advice.filter((one) => one.advice.issueIds.includes(origin.id));
  const name = local(origin.name);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {t('issues.parts.left', { passages: left.length, advice: leftAdvice.length, name })}
        </Text>
        <Switch
          label={t('issues.parts.leftOnly', { name })}
          checked={!all}
          onChange={(event) => setAll(!event.currentTarget.checked)}
        />
      </Group>
      <Passages evidence={all ? evidence : left} family={family} />
      <AdvicePut heard={all ? advice : leftAdvice} family={family} />
    </Stack>
  );
}

function Passages({ evidence, family }: { evidence: readonly Evidence[]; family: readonly Issue[] }) {
  const { t } = useSpeech();
  const edits = useIssueEdits();
  if (evidence.length === 0) return null;
  return (
    <Section title={t('issue.tab.evidence')}>
      <LongList items={evidence} keyOf={({ codings }) => codings[0].id} estimate={150}>
        {(one) => (
          <Placed
            family={family}
            onDigit={(issue) => void edits.putCodings(one.codings, issue)}
            chips={
              <Chip.Group
                value={one.issueId}
                onChange={(id) => {
                  const issue = family.find((member) => member.id === id);
                  if (issue) void edits.putCodings(one.codings, issue);
                }}
              >
                <Chips family={family} />
              </Chip.Group>
            }
          >
            <PassageQuote
              passage={one.passage}
              dialogue={one.dialogue}
              attribution={one.attribution}
              participant={one.participant}
            />
          </Placed>
        )}
      </LongList>
    </Section>
  );
}

/** Advice may bear on several of the issues at once, and always on one at least. */
function AdvicePut({ heard, family }: { heard: readonly HeardAdvice[]; family: readonly Issue[] }) {
  const { t } = useSpeech();
  const edits = useIssueEdits();
  if (heard.length === 0) return null;
  return (
    <Section title={t('issue.tab.advice')}>
      <LongList items={heard} keyOf={({ advice }) => advice.id} estimate={120}>
        {(one) => {
          const { advice, quotes } = one;
          const put = (ids: readonly string[]) => {
            const own = family.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
            const others = advice.issueIds.filter((id) => family.every((member) => member.id !== id));
            if (own.length > 0) void edits.putAdvice(one, [...others, ...own]);
          };
          return (
            <Placed
              family={family}
              onDigit={({ id }) =>
                put(
                  advice.issueIds.includes(id)
                    ? advice.issueIds.filter((one) => one !== id)
                    : [...advice.issueIds, id],
                )
              }
              chips={
                <Chip.Group multiple value={[...advice.issueIds]} onChange={put}>
                  <Chips family={family} />
                </Chip.Group>
              }
            >
              <Text size="sm">{advice.restatement || quotes[0]?.passage.quote}</Text>
            </Placed>
          );
        }}
      </LongList>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {title}
      </Title>
      {children}
    </Stack>
  );
}

/** What is put to one of the issues, by a click or by the digit before its name. */
function Placed({
  family,
  onDigit,
  chips,
  children,
}: {
  family: readonly Issue[];
  onDigit: (issue: Issue) => void;
  chips: ReactNode;
  children: ReactNode;
}) {
  const { t } = useSpeech();
  const press = (event: KeyboardEvent) => {
    const issue = /^[1-9]$/.test(event.key) ? family[Number(event.key) - 1] : undefined;
    if (!issue || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onDigit(issue);
  };
  return (
    <Paper withBorder p="sm" data-testid="put-to">
      {children}
      <Group gap={6} mt="xs" role="group" aria-label={t('issues.parts.putTo')} onKeyDown={press}>
        {chips}
      </Group>
    </Paper>
  );
}

function Chips({ family }: { family: readonly Issue[] }) {
  const { local } = useSpeech();
  return family.map(({ id, name }, place) => (
    <Chip key={id} value={id} size="xs">
      {place < 9 ? `${place + 1} ` : ''}
      {local(name)}
    </Chip>
  ));
}
