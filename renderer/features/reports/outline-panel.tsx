import { Alert, Badge, Checkbox, Group, List, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff, IconShieldCheck } from '@tabler/icons-react';
import { useSpeech } from '../../ui/i18n.tsx';
import type {
  Omission,
  Outline,
  OutlineSection,
  ReportKind,
  SectionChoice,
} from '../../workers/report/client.ts';
import classes from './reports.module.css';
import { RoundProblem } from './round-problem.tsx';
import type { OutlineState } from './use-outline.ts';

/** What the document will hold, section by section to be ticked, and what is held back and why. */
export function OutlinePanel({
  kind,
  shown,
  policy,
  sections,
  onTick,
}: {
  readonly kind: ReportKind;
  readonly shown: OutlineState;
  /** The dialogue's attribution policy in words; null where none applies. */
  readonly policy: string | null;
  readonly sections: SectionChoice;
  readonly onTick: (sectionId: string, wanted: boolean) => void;
}) {
  const { t } = useSpeech();
  if (shown.state === 'failed') return <RoundProblem problem={shown.problem} />;
  const outline = shown.value;
  return (
    <Stack gap="md" aria-busy={shown.state === 'working'} data-testid="report-outline">
      <Paper withBorder p="md">
        <Title order={2} size="h5">
          {t('reports.preview')}
        </Title>
        <Text size="xs" c="dimmed" mb="sm">
          {t('reports.sections.hint')}
        </Text>
        {outline ? (
          <>
            <Sections outline={outline} sections={sections} onTick={onTick} />
            {kind === 'materiality' && outline.sections.every((one) => one.pictures === 0) && (
              <Text size="sm" c="dimmed" mt="sm">
                {t('reports.preview.noMatrix')}
              </Text>
            )}
          </>
        ) : (
          <Stack gap="xs" role="status" aria-label={t('reports.preview.working')}>
            {[0.9, 0.6, 0.8, 0.7].map((width) => (
              <Skeleton key={width} h={14} w={`${width * 100}%`} />
            ))}
          </Stack>
        )}
      </Paper>
      {outline && outline.missing.length > 0 && (
        <Alert
          variant="light"
          color="gray"
          title={t('reports.missing.fromRegister')}
          data-testid="report-missing"
        >
          <List size="sm" spacing={4}>
            {outline.missing.map((title) => (
              <List.Item key={title}>{title}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {outline && (policy !== null || outline.omissions.length > 0) && (
        <HeldBack omissions={outline.omissions} policy={policy} />
      )}
    </Stack>
  );
}

function Sections({
  outline,
  sections,
  onTick,
}: {
  outline: Outline;
  sections: SectionChoice;
  onTick: (sectionId: string, wanted: boolean) => void;
}) {
  const { t } = useSpeech();
  return (
    <>
      <Text fw={600}>{outline.title}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {outline.subtitle}
      </Text>
      <ul className={classes.sections}>
        {outline.sections.map((section) => {
          const ticked = sections[section.id] ?? section.usual;
          return (
            <li key={section.id} data-section={section.id}>
              <Checkbox
                size="sm"
                checked={ticked}
                onChange={(event) => onTick(section.id, event.currentTarget.checked)}
                label={
                  <Text span size="sm" {...(ticked ? {} : { c: 'dimmed' })}>
                    {section.title}
                    {section.appendix && (
                      <Text span size="xs" c="dimmed">
                        {' '}
                        {t('reports.section.appendix')}
                      </Text>
                    )}
                  </Text>
                }
                description={
                  section.headings.length > 0 && ticked ? (
                    <Text span size="xs" c="dimmed" lineClamp={2}>
                      {section.headings.join(t('report.list.separator'))}
                    </Text>
                  ) : undefined
                }
              />
              {ticked && <Counts section={section} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Counts({ section }: { section: OutlineSection }) {
  const { t } = useSpeech();
  const counts = [
    section.quotes > 0 && t('reports.preview.quotes', { count: section.quotes }),
    section.tables > 0 && t('reports.preview.tables', { count: section.tables }),
    section.pictures > 0 && t('reports.preview.pictures', { count: section.pictures }),
  ].filter((text) => text !== false);
  return (
    <Group gap={4} wrap="nowrap">
      {counts.map((text) => (
        <Badge key={text} variant="default" size="sm" tt="none" fw={500}>
          {text}
        </Badge>
      ))}
    </Group>
  );
}

function HeldBack({ omissions, policy }: { omissions: readonly Omission[]; policy: string | null }) {
  const { t } = useSpeech();
  const warn = omissions.some(({ reason }) => reason === 'traceable');
  return (
    <Alert
      variant="light"
      color={warn ? 'orange' : omissions.length > 0 ? 'blue' : 'gray'}
      icon={omissions.length > 0 ? <IconEyeOff size={18} /> : <IconShieldCheck size={18} />}
      title={t('reports.leftOut')}
      data-testid="report-held-back"
    >
      <Stack gap="xs">
        {policy !== null && <Text size="sm">{t('reports.leftOut.policy', { policy })}</Text>}
        {omissions.length === 0 ? (
          <Text size="sm">{t('reports.leftOut.none')}</Text>
        ) : (
          <List size="sm" spacing={4}>
            {omissions.map(({ reason, count }) => (
              <List.Item key={reason}>{t(`reports.omission.${reason}`, { count })}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Alert>
  );
}
