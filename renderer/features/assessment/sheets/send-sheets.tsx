import {
  Alert,
  Button,
  Checkbox,
  Group,
  Input,
  Loader,
  Modal,
  Radio,
  SegmentedControl,
  Stack,
  Text,
} from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { panelOf } from '#shared/assessment/panel.ts';
import { LANGUAGES, type Language } from '#shared/i18n/index.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { problemOf } from '#shared/model/problem.ts';
import type { Round } from '#shared/model/round.ts';
import { isHidden, sealOf } from '#shared/seal/names.ts';
import { SHEET_FORMATS, type SheetFormat } from '#shared/sheet/formats.ts';
import { call } from '../../../platform/bridge.ts';
import { readers, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { useLeakDialog } from '../../../ui/leak-dialog.tsx';
import { go, links } from '../../../ui/links.ts';
import { notifyAct, notifyDone } from '../../../ui/notify-undo.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { type SendChoice, type SendStage, sendSheets } from './files.ts';
import { SendBack } from './send-back.tsx';

/**
 * The button by which assessors elsewhere are asked for their ratings, with its dialogue; in a copy, the one by which
 * what was rated goes back. `?sheets=send` opens it.
 */
export function SendSheets({ roundId }: { roundId: IdOf<'rounds'> }) {
  const { t } = useSpeech();
  const [params] = useSearchParams();
  const [open, setOpen] = useState(false);
  const round = useRows((db) => db.rounds.get(roundId), [roundId]);
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  if (!round || !workspace) return null;
  if (workspace.copy) return <SendBack workspace={workspace} />;
  if (round.stage === 'closed') return null;
  const asked = params.get('sheets') === 'send';
  const close = () => {
    setOpen(false);
    if (asked) go(links.round(roundId));
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconSend size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('sheets.send')}
      </Button>
      {(open || asked) && <SendDialog round={round} onClose={close} />}
    </>
  );
}

function SendDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  useReturnFocus();
  const { t, language: spoken } = useSpeech();
  const [chosen, setChosen] = useState<readonly Id[]>(() => panelOf(round).map(({ id }) => id));
  const [format, setFormat] = useState<SheetFormat>('xlsx');
  const [language, setLanguage] = useState<Language>(spoken);
  const [evidence, setEvidence] = useState(true);
  const assessorIds = panelOf(round)
    .map(({ id }) => id)
    .filter((id) => chosen.includes(id));
  const { stage, send, stop, dialog } = useSending(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ roundId: round.id, assessorIds, format, language, evidence });
  };

  return (
    <>
      <Modal
        opened
        onClose={onClose}
        title={t('sheets.send.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <form onSubmit={submit} data-testid="send-sheets">
          <Stack gap="md">
            <Text size="sm">{t('sheets.send.text')}</Text>
            <AssessorTicks round={round} chosen={assessorIds} onChange={setChosen} />
            <EmptySheets round={round} assessorIds={assessorIds} />
            <FormatChoice format={format} onChange={setFormat} />
            <Group align="flex-start" gap="xl">
              <Input.Wrapper label={t('sheets.send.language')}>
                <SegmentedControl
                  mt={6}
                  display="flex"
                  aria-label={t('sheets.send.language')}
                  value={language}
                  onChange={(value) => setLanguage(value as Language)}
                  data={Object.entries(LANGUAGES).map(([value, { name }]) => ({ value, label: name }))}
                />
              </Input.Wrapper>
              <Checkbox
                mt={28}
                flex={1}
                size="sm"
                checked={evidence}
                onChange={(event) => setEvidence(event.currentTarget.checked)}
                label={t('sheets.send.evidence')}
                description={t('sheets.send.evidence.hint')}
              />
            </Group>
            {round.issueIds.length === 0 && <Alert>{t('error.round-without-issues')}</Alert>}
            <Group justify="flex-end">
              {stage && (
                <Group gap="xs" role="status" mr="auto">
                  <Loader size="xs" />
                  <Text size="sm">{t(`sheets.send.stage.${stage}`)}</Text>
                </Group>
              )}
              <Button
                variant="default"
                onClick={() => (stage === 'writing' || stage === 'reading' ? stop() : onClose())}
              >
                {t('common.cancel')}
              </Button>
              <Button
                type="submit"
                disabled={stage !== null || assessorIds.length === 0 || round.issueIds.length === 0}
                data-testid="sheets-make"
              >
                {t('sheets.send.make', { count: Math.max(1, assessorIds.length) })}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
      {dialog}
    </>
  );
}

/** Makes the files for assessors, and keeps how far it is; `dialog` asks about names that may not leave the office. */
function useSending(onSent: () => void) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  const [stage, setStage] = useState<SendStage | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const send = (choice: SendChoice) =>
    void attempt(async () => {
      const controller = new AbortController();
      running.current = controller;
      try {
        const path = await sendSheets(choice, t, {
          signal: controller.signal,
          onStage: setStage,
          onLeaks: ask,
        });
        if (path === null) return;
        onSent();
        notifyAct({
          message: t('sheets.sent', { name: path.split(/[\\/]/).at(-1) ?? path }),
          actLabel: t('sheets.show'),
          act: () => attempt(() => call('dialog.reveal', { path })),
        });
      } catch (thrown) {
        if (problemOf(thrown).code !== 'sheets-cancelled') throw thrown;
        notifyDone(t('error.sheets-cancelled'));
      } finally {
        setStage(null);
      }
    });
  return { stage, send, stop: () => running.current?.abort(), dialog };
}

interface AssessorTicksProps {
  readonly round: Round;
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

/** Who is asked: each assessor, or all at once. */
function AssessorTicks({ round, chosen, onChange }: AssessorTicksProps) {
  const { t } = useSpeech();
  return (
    <Input.Wrapper label={t('sheets.send.assessors')} labelElement="div">
      <Stack gap={6} mt={6} role="group" aria-label={t('sheets.send.assessors')}>
        {panelOf(round).length > 2 && (
          <Checkbox
            size="sm"
            label={t('sheets.send.all')}
            checked={chosen.length === panelOf(round).length}
            indeterminate={chosen.length > 0 && chosen.length < panelOf(round).length}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? panelOf(round).map(({ id }) => id) : [])
            }
          />
        )}
        {panelOf(round).map(({ id, name, voice }) => (
          <Checkbox
            key={id}
            size="sm"
            ml={panelOf(round).length > 2 ? 'lg' : 0}
            checked={chosen.includes(id)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              onChange(checked ? [...chosen, id] : chosen.filter((one) => one !== id));
            }}
            label={
              <>
                {name}{' '}
                <Text span size="xs" c="dimmed">
                  {t(`voice.${voice}`)}
                </Text>
              </>
            }
          />
        ))}
      </Stack>
    </Input.Wrapper>
  );
}

/** Whose sheet does not hold what they have rated here, since it is theirs alone to see. */
function EmptySheets({ round, assessorIds }: { round: Round; assessorIds: readonly Id[] }) {
  const { t } = useSpeech();
  const rows = useRows(
    async (db) => ({
      ratings: await db.ratings.where('roundId').equals(round.id).toArray(),
      seals: await db.seals.where('roundId').equals(round.id).toArray(),
    }),
    [round.id],
  );
  const names = panelOf(round)
    .filter(({ id }) => assessorIds.includes(id))
    .filter(({ id }) =>
      rows?.ratings.some(
        (rating) =>
          rating.assessorId === id && isHidden(round, rating, sealOf(rows.seals, round.id, id), readers()),
      ),
    )
    .map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Text size="sm" role="status">
      {t('seal.sheet.blank', { names: names.join(t('chart.separator')) })}
    </Text>
  );
}

/** How the assessors are asked: a workbook, or a small copy. */
function FormatChoice({
  format,
  onChange,
}: {
  format: SheetFormat;
  onChange: (format: SheetFormat) => void;
}) {
  const { t } = useSpeech();
  return (
    <Radio.Group
      label={t('sheets.send.format')}
      value={format}
      onChange={(value) => onChange(value as SheetFormat)}
    >
      <Stack gap={6} mt={6}>
        {SHEET_FORMATS.map((one) => (
          <Radio
            key={one}
            value={one}
            size="sm"
            label={t(`sheets.format.${one}`)}
            description={t(`sheets.format.${one}.hint`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
