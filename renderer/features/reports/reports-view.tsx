import { Button, Group, Input, Loader, Radio, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconFileText, IconFileTypeDocx } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { LANGUAGES, type Language } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import type { ReportChoice, ReportStage } from '../../dialogs/report/create-report.ts';
import { useCreateReport } from '../../dialogs/report/use-create-report.ts';
import { useObservable } from '../../platform/observable.ts';
import { useRows } from '../../store/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import {
  isOfDialogue,
  PRESETS,
  type Preset,
  REPORT_KINDS,
  type ReportKind,
  type SectionChoice,
} from '../../workers/report/client.ts';
import { choosePreset, chosenPresets } from './chosen-preset.ts';
import { OutlinePanel } from './outline-panel.tsx';
import classes from './reports.module.css';
import { RoundLinks } from './round-links.tsx';
import { useOutline } from './use-outline.ts';
import { useSubjects } from './use-subjects.ts';

const NO_TICKS: Readonly<Record<ReportKind, SectionChoice>> = {
  dialogue: {},
  'follow-up': {},
  materiality: {},
  year: {},
  'human-rights': {},
  statement: {},
};

/** Choose what to report, see what it will hold, and make the Word document. */
export function ReportsView() {
  const { t, language: spoken } = useSpeech();
  const [query] = useSearchParams();
  const [language, setLanguage] = useState<Language>(spoken);
  const kind = REPORT_KINDS.find((one) => one === query.get('kind')) ?? 'dialogue';
  const wanted = query.get('subject');
  const subjects = useSubjects(kind === 'statement' ? wanted : null);
  const own = subjects?.[kind] ?? [];
  const subjectId = own.find((one) => one.value === wanted)?.value ?? own[0]?.value ?? null;
  // What is ticked stays ticked for the next document of its kind.
  const [ticks, setTicks] = useState<Readonly<Record<ReportKind, SectionChoice>>>(NO_TICKS);
  const sections = ticks[kind];
  const preset = useObservable(chosenPresets)[kind];
  const choice = useMemo<ReportChoice | null>(
    () => (subjectId ? { kind, subjectId, language, preset, sections } : null),
    [kind, subjectId, language, preset, sections],
  );
  const outline = useOutline(choice);
  const { ask, dialog } = useLeakDialog();
  const { create, stage, cancel } = useCreateReport(ask);
  const policy = useRows(
    async (db) =>
      isOfDialogue(kind) && subjectId ? ((await db.dialogues.get(subjectId))?.attribution ?? null) : null,
    [kind, subjectId],
  );

  const choose = (next: ReportKind, subject: Id | null) => go(links.report(next, subject ?? undefined));

  if (subjects && Object.values(subjects).every(({ length }) => length === 0)) {
    return <NothingToReport />;
  }

  return (
    <Page title={t('reports.title')} description={t('reports.description')}>
      {subjects && (
        <div className={classes.layout}>
          <Stack gap="lg">
            <KindChoice kind={kind} onChange={(next) => choose(next, null)} />

            {own.length > 0 ? (
              <Select
                label={t(subjectLabel(kind))}
                data={own}
                value={subjectId}
                onChange={(value) => choose(kind, value)}
                allowDeselect={false}
                searchable={own.length > 8}
              />
            ) : (
              <NoSubject kind={kind} />
            )}

            {kind === 'materiality' && subjectId && (
              <Input.Wrapper label={t('reports.also')} labelElement="div">
                <RoundLinks roundId={subjectId} here="word" />
              </Input.Wrapper>
            )}

            {/* The handout and a statement have one length. */}
            {kind !== 'follow-up' && kind !== 'statement' && (
              <PresetChoice
                preset={preset}
                onChange={(next) => {
                  choosePreset(kind, next);
                  // What was ticked by hand was ticked for the other length.
                  setTicks((before) => ({ ...before, [kind]: {} }));
                }}
              />
            )}

            <Input.Wrapper label={t('reports.language')} description={t('reports.language.hint')}>
              <SegmentedControl
                mt={6}
                aria-label={t('reports.language')}
                value={language}
                onChange={(value) => setLanguage(value as Language)}
                data={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }))}
              />
            </Input.Wrapper>

            {stage === null ? (
              <Button
                size="md"
                leftSection={<IconFileTypeDocx size={18} />}
                disabled={!choice || outline.state === 'failed'}
                onClick={() => choice && void create(choice)}
                data-testid="report-create"
              >
                {t('reports.create')}
              </Button>
            ) : (
              <Writing stage={stage} onCancel={cancel} />
            )}
          </Stack>
          {choice && (
            <OutlinePanel
              kind={kind}
              shown={outline}
              policy={policy ? t(`policy.${policy}`) : null}
              sections={sections}
              onTick={(id, wanted) =>
                setTicks((before) => ({ ...before, [kind]: { ...before[kind], [id]: wanted } }))
              }
            />
          )}
        </div>
      )}
      {dialog}
    </Page>
  );
}

function subjectLabel(kind: ReportKind) {
  if (kind === 'year' || kind === 'human-rights') return 'reports.year';
  if (kind === 'statement') return 'reports.statement';
  return isOfDialogue(kind) ? 'reports.dialogue' : 'reports.round';
}

/** Which report, and what each is for. */
function KindChoice({ kind, onChange }: { kind: ReportKind; onChange: (kind: ReportKind) => void }) {
  const { t } = useSpeech();
  return (
    <Radio.Group label={t('reports.kind')} value={kind} onChange={(value) => onChange(value as ReportKind)}>
      <Stack gap="xs" mt={6}>
        {REPORT_KINDS.map((one) => (
          <Radio.Card key={one} value={one} className={classes.kind} withBorder>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div>
                <Text size="sm" fw={600}>
                  {t(`reports.kind.${one}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`reports.kind.${one}.hint`)}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** How much the document tells. */
function PresetChoice({ preset, onChange }: { preset: Preset; onChange: (preset: Preset) => void }) {
  const { t } = useSpeech();
  return (
    <Input.Wrapper label={t('reports.preset')} description={t(`reports.preset.${preset}.hint`)}>
      <SegmentedControl
        mt={6}
        aria-label={t('reports.preset')}
        value={preset}
        onChange={(value) => onChange(value as Preset)}
        data={PRESETS.map((value) => ({ value, label: t(`reports.preset.${value}`) }))}
        data-testid="report-preset"
      />
    </Input.Wrapper>
  );
}

/** How far the document is, and the way to give it up. */
function Writing({ stage, onCancel }: { stage: ReportStage; onCancel: () => void }) {
  const { t } = useSpeech();
  return (
    <Group justify="space-between" role="status" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <Loader size="sm" />
        <Text size="sm">{t(`reports.stage.${stage}`)}</Text>
      </Group>
      {stage !== 'saving' && (
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      )}
    </Group>
  );
}

function NothingToReport() {
  const { t } = useSpeech();
  return (
    <Page title={t('reports.title')}>
      <EmptyState
        icon={IconFileText}
        title={t('reports.empty.title')}
        action={<Button onClick={() => go(links.dialogues())}>{t('reports.empty.dialogues')}</Button>}
      >
        {t('reports.empty.text')}
      </EmptyState>
    </Page>
  );
}

function NoSubject({ kind }: { kind: ReportKind }) {
  const { t } = useSpeech();
  const [label, to] =
    kind === 'statement'
      ? (['reports.empty.statements', links.statements()] as const)
      : kind === 'year' || kind === 'human-rights'
        ? (['reports.empty.figures', links.figures()] as const)
        : isOfDialogue(kind)
          ? (['reports.empty.dialogues', links.importDialogue()] as const)
          : (['reports.empty.rounds', links.rounds()] as const);
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t(`reports.empty.kind.${kind}`)}</Text>
      <Button size="xs" variant="default" onClick={() => go(to)}>
        {t(label)}
      </Button>
    </Stack>
  );
}
