import {
  ActionIcon,
  Box,
  Button,
  Fieldset,
  Group,
  List,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { DEFAULT_SCALE_TEXTS } from '#shared/assessment/scale-texts.ts';
import {
  type AssessorFields,
  type Beginning,
  changeRound,
  newRound,
  type RoundFields,
  startFrom,
} from '#shared/edit/round.ts';
import type { Id } from '#shared/model/basics.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { type Issue, isActive } from '#shared/model/issue.ts';
import { DEFAULT_THRESHOLDS, type Round } from '#shared/model/round.ts';
import { fiscalYearLabel, fiscalYearOf, type Workspace } from '#shared/model/workspace.ts';
import { actor, commit, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { DialogueChoice, IssueChoice } from './choices.tsx';
import { SCRATCH } from './commands.ts';
import { AssessorHeads } from './set-up.tsx';
import { SetUpChanges } from './set-up-changes.tsx';
import { VoiceSelect } from './voice-select.tsx';

interface Found {
  readonly workspace: Workspace;
  /** The whole list, with what is off it. */
  readonly issues: readonly Issue[];
  readonly dialogues: readonly Dialogue[];
  /** The latest first. */
  readonly rounds: readonly Round[];
}

/** Begins a round, from an earlier one or from scratch; everything can still be changed until it is closed. */
export function NewRound() {
  const { t } = useSpeech();
  const [params] = useSearchParams();
  const found = useRows(async (db): Promise<Found | null> => {
    const [workspace] = await db.workspace.toArray();
    const rounds = await db.rounds.toArray();
    rounds.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? 1 : -1));
    return workspace
      ? { workspace, rounds, issues: await db.issues.toArray(), dialogues: await db.dialogues.toArray() }
      : null;
  }, []);
  if (!found) return <Page title={t('round.new.title')}>{null}</Page>;
  const wished = params.get('from');
  const from =
    wished === SCRATCH ? null : (found.rounds.find(({ id }) => id === wished) ?? found.rounds[0] ?? null);
  // What was typed belongs to what it began with.
  return <Form key={from?.id ?? SCRATCH} {...found} from={from} />;
}

function Form({ workspace, issues, dialogues, rounds, from }: Found & { readonly from: Round | null }) {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const label = (year: number) => fiscalYearLabel(year, workspace.fiscalYear, language);
  const now = fiscalYearOf(new Date().toISOString().slice(0, 10), workspace.fiscalYear);
  const heard = dialogues.length > 0 ? Math.max(...dialogues.map(({ fiscalYear }) => fiscalYear)) : now;
  // A round that begins with another is of a later year: each year has its own.
  const first = from ? Math.max(heard, from.fiscalYear + 1) : heard;
  const years = range(Math.min(first, now) - 2, Math.max(first, now) + 1).reverse();
  // Those of the year, and those before it that no round has counted yet: what was heard is not to be lost between.
  const considered = new Set(rounds.flatMap(({ dialogueIds }) => dialogueIds));
  const heardFor = (year: number) =>
    dialogues
      .filter((one) => one.fiscalYear === year || (one.fiscalYear < year && !considered.has(one.id)))
      .map(({ id }) => id);
  const active = issues.filter(isActive);

  const [year, setYear] = useState(first);
  const [name, setName] = useState<string | null>(null);
  const [assessors, setAssessors] = useState<readonly AssessorFields[]>(
    // Conflicts are declared anew.
    () => from?.assessors.map((one) => ({ ...one, conflict: '' })) ?? [EMPTY, EMPTY],
  );
  const [issueIds, setIssueIds] = useState<readonly Id[]>(() =>
    from ? carried(from, issues) : active.map(({ id }) => id),
  );
  const [chosenDialogues, setChosenDialogues] = useState<readonly Id[] | null>(null);
  const [standard, setStandard] = useState(from?.method.standard ?? '');
  const [note, setNote] = useState('');

  const roundName = name ?? t('round.name.default', { year: label(year) });
  const dialogueIds = chosenDialogues ?? heardFor(year);
  const named = assessors.some((one) => one.name.trim() !== '');
  const ready = named && issueIds.length > 0;
  const change = (index: number, fields: Partial<AssessorFields>) =>
    setAssessors(assessors.map((one, at) => (at === index ? { ...one, ...fields } : one)));
  const method = { version: 'severity-first-1' as const, standard: standard.trim() };
  const scaleTexts = from?.scaleTexts ?? DEFAULT_SCALE_TEXTS;
  const thresholds = from?.thresholds ?? DEFAULT_THRESHOLDS;

  const begin = (stage: Beginning['stage']) =>
    void attempt(async () => {
      const author = { by: actor(), at: new Date().toISOString() };
      const chosen = {
        fiscalYear: year,
        name: roundName,
        issueIds: [...issueIds],
        dialogueIds: [...dialogueIds],
        method,
        note: note.trim() === '' ? {} : { [language]: note.trim() },
      } satisfies Partial<RoundFields>;
      const round = await commit({ key: 'change.round.new', params: { round: roundName } }, async (draft) => {
        if (!from)
          return newRound(draft, { ...chosen, scaleTexts, thresholds }, assessors, { stage, author });
        const begun = await startFrom(
          draft,
          from.id,
          { ...chosen, keepAssessors: false, assessors, stage },
          author,
        );
        await changeRound(draft, begun.id, chosen);
        return begun;
      });
      go(links.round(round.id));
    });

  return (
    <Page
      title={t('round.new.title')}
      width="reading"
      above={<BackLink to={links.rounds()}>{t('assessment.all')}</BackLink>}
      actions={
        <>
          <Button variant="default" onClick={() => go(links.rounds())}>
            {t('common.cancel')}
          </Button>
          <Button variant="default" disabled={!ready} onClick={() => begin('open')}>
            {t('round.new.prepare')}
          </Button>
          <Button type="submit" form="new-round" disabled={!ready}>
            {t('round.new.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-round"
        onSubmit={(event) => {
          event.preventDefault();
          begin('rating');
        }}
      >
        <Stack gap="lg">
          <Group align="flex-end" gap="sm">
            {rounds.length > 0 && (
              <Select
                w={260}
                label={t('round.new.from')}
                allowDeselect={false}
                data={[
                  ...rounds.map((round) => ({ value: round.id, label: round.name })),
                  { value: SCRATCH, label: t('round.new.scratch') },
                ]}
                value={from?.id ?? SCRATCH}
                onChange={(chosen) => chosen && go(`${links.newRound()}?from=${chosen}`)}
              />
            )}
            <Select
              w={130}
              label={t('round.field.year')}
              allowDeselect={false}
              data={years.map((one) => ({ value: String(one), label: label(one) }))}
              value={String(year)}
              onChange={(chosen) => chosen && setYear(Number(chosen))}
            />
            <TextInput
              style={{ flex: 1 }}
              label={t('round.field.name')}
              value={roundName}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Group>

          {from && (
            <Fieldset legend={t('carry.title', { round: from.name })}>
              <List size="sm" mb="xs">
                <List.Item>{t('carry.method')}</List.Item>
                <List.Item>
                  {t('carry.lines', {
                    severe: thresholds.severe,
                    likely: thresholds.likely,
                    floor: thresholds.floor,
                    top: thresholds.topThemes,
                  })}
                </List.Item>
                <List.Item>{t('carry.notRatings')}</List.Item>
              </List>
              <SetUpChanges
                earlier={from}
                now={{ issueIds: [...issueIds], thresholds, scaleTexts, method, assessors }}
                issues={issues}
              />
              <NewOnList
                from={from}
                issues={active}
                chosen={issueIds}
                onAdd={(ids) => setIssueIds([...issueIds, ...ids])}
              />
            </Fieldset>
          )}

          <Fieldset legend={t('round.field.assessors')}>
            <Text size="xs" c="dimmed" mb="xs">
              {t('round.field.assessors.hint')} {t('round.assessor.conflict.hint')}
            </Text>
            <Stack gap="xs">
              <AssessorHeads />
              {assessors.map((assessor, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity before they are stored
                <Group key={index} gap="xs" wrap="nowrap">
                  <TextInput
                    style={{ flex: 1 }}
                    aria-label={t('round.assessor.name')}
                    placeholder={t('round.assessor.name')}
                    value={assessor.name}
                    onChange={(event) => change(index, { name: event.currentTarget.value })}
                  />
                  <VoiceSelect value={assessor.voice} onChange={(voice) => change(index, { voice })} />
                  <Box flex={1.2}>
                    <TextInput
                      aria-label={t('round.assessor.conflictOf', { name: assessor.name })}
                      placeholder={t('round.assessor.conflict.none')}
                      value={assessor.conflict ?? ''}
                      onChange={(event) => change(index, { conflict: event.currentTarget.value })}
                    />
                  </Box>
                  <ActionIcon
                    aria-label={t('round.assessor.remove', { name: assessor.name })}
                    disabled={assessors.length === 1}
                    onClick={() => setAssessors(assessors.filter((_, at) => at !== index))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Group>
              ))}
            </Stack>
            <Button
              mt="xs"
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() => setAssessors([...assessors, EMPTY])}
            >
              {t('round.assessor.add')}
            </Button>
          </Fieldset>

          <Fieldset legend={t('round.field.issues')}>
            <IssueChoice issues={active} chosen={issueIds} onChange={setIssueIds} />
          </Fieldset>

          <Fieldset legend={t('round.field.dialogues')}>
            <DialogueChoice dialogues={dialogues} chosen={dialogueIds} onChange={setChosenDialogues} />
          </Fieldset>

          <TextInput
            label={t('round.field.standard')}
            description={t('round.field.standard.hint')}
            value={standard}
            onChange={(event) => setStandard(event.currentTarget.value)}
          />
          <Textarea
            autosize
            label={t('round.field.note')}
            description={t('round.field.note.hint')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('round.new.later')}
          </Text>
        </Stack>
      </form>
    </Page>
  );
}

interface NewOnListProps {
  readonly from: Round;
  readonly issues: readonly Issue[];
  readonly chosen: readonly Id[];
  readonly onAdd: (ids: readonly Id[]) => void;
}

/** Issues that came on the list since, and are not in the round: named, and a click from being in it. */
function NewOnList({ from, issues, chosen, onAdd }: NewOnListProps) {
  const { t, local } = useSpeech();
  const fresh = issues.filter(({ id }) => !from.issueIds.includes(id) && !chosen.includes(id));
  if (fresh.length === 0) return null;
  return (
    <Group gap="xs" mt="xs">
      <Text size="sm">
        {t('carry.onList', {
          count: fresh.length,
          names: fresh.map(({ name }) => local(name)).join(t('chart.separator')),
        })}
      </Text>
      <Button size="compact-sm" variant="light" onClick={() => onAdd(fresh.map(({ id }) => id))}>
        {t('carry.onList.add')}
      </Button>
    </Group>
  );
}

const EMPTY: AssessorFields = { name: '', voice: 'company', personId: null, conflict: '' };

/** The issues of an earlier round that are still on the list; one that was merged is followed to its successor. */
function carried(from: Round, issues: readonly Issue[]): Id[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const heir = (id: Id): Issue | undefined => {
    let issue = byId.get(id);
    for (const seen = new Set<Id>(); issue?.mergedInto && !seen.has(issue.id); ) {
      seen.add(issue.id);
      issue = byId.get(issue.mergedInto);
    }
    return issue && isActive(issue) ? issue : undefined;
  };
  return [...new Set(from.issueIds.flatMap((id) => heir(id)?.id ?? []))];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_unused, index) => from + index);
}
