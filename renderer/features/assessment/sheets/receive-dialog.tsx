import { Button, Group, Loader, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { mergeRatings } from '#shared/edit/merge-ratings.ts';
import type { IdOf } from '#shared/model/id.ts';
import { commit, undo, useRows } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { DropArea } from '../../../ui/drop-area.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { pickReturned } from './files.ts';
import classes from './receive.module.css';
import { ReturnedFile } from './returned-file.tsx';
import { useReturned } from './use-returned.ts';

export interface ReceiveDialogProps {
  readonly roundId: IdOf<'rounds'>;
  readonly dropped: readonly File[];
  readonly onClose: () => void;
}

/** Takes filled-in sheets and copies in: what each holds, what is wrong with it, what is in conflict; then one step. */
export function ReceiveDialog({ roundId, dropped, onClose }: ReceiveDialogProps) {
  useReturnFocus();
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const { files, reading, add, remove, include, choose } = useReturned(roundId, dropped);
  const issues = useRows((db) => db.issues.toArray(), []);
  const [taking, setTaking] = useState(false);
  const names = new Map(issues?.map(({ id, name }) => [id, local(name)]));
  const chosen = files.filter(({ included }) => included);
  const answers = chosen.reduce((sum, { plan }) => sum + (plan?.changes.length ?? 0), 0);
  const undecided = chosen.reduce(
    (sum, { plan }) => sum + (plan?.conflicts.filter(({ choice }) => choice === null).length ?? 0),
    0,
  );

  const pick = () => void attempt(async () => add(await pickReturned(t)));
  const take = () =>
    void attempt(async () => {
      setTaking(true);
      try {
        const assessors = [...new Set(chosen.flatMap(({ result }) => result.assessor?.name ?? []))].join(
          t('chart.separator'),
        );
        const at = new Date().toISOString();
        const taken = await commit(
          { key: 'change.ratings.merge', params: { assessor: assessors } },
          async (draft) => {
            let sum = 0;
            for (const { result, choices } of chosen)
              if (result.offer) sum += (await mergeRatings(draft, result.offer, choices, at)).answers;
            return sum;
          },
        );
        onClose();
        notifyUndo({
          message: t('sheets.taken', { answers: taken, assessors }),
          undoLabel: t('common.undo'),
          undo: () => attempt(undo),
        });
      } finally {
        setTaking(false);
      }
    });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sheets.receive.title')}
      size={1080}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      scrollAreaComponent={ScrollArea.Autosize}
    >
      <Stack gap="md" data-testid="receive-sheets">
        <DropArea onDrop={add} p={files.length > 0 ? 'xs' : 'xl'}>
          <Group justify="center" gap="md">
            <IconFileSpreadsheet size={files.length > 0 ? 20 : 36} stroke={1.5} aria-hidden />
            <div>
              <Text size="sm" fw={500}>
                {t(files.length > 0 ? 'sheets.receive.more' : 'sheets.receive.drop')}
              </Text>
              {files.length === 0 && (
                <Text size="xs" c="dimmed">
                  {t('sheets.receive.drop.hint')}
                </Text>
              )}
            </div>
            <Button size="compact-sm" variant="default" onClick={pick} data-autofocus>
              {t('sheets.receive.choose')}
            </Button>
          </Group>
        </DropArea>
        {files.map((file) => (
          <ReturnedFile
            key={file.key}
            file={file}
            names={names}
            onRemove={() => remove(file.key)}
            onInclude={(included) => include(file.key, included)}
            onChoose={(choice, issueId, field) => choose(file.key, choice, issueId, field)}
          />
        ))}
        {reading && (
          <Group gap="xs" role="status">
            <Loader size="xs" />
            <Text size="sm">{t('sheets.receive.reading', { name: reading })}</Text>
          </Group>
        )}
        <Group justify="flex-end" className={classes.foot}>
          {undecided > 0 && (
            <Text size="sm" c="dimmed" role="status">
              {t('sheets.take.undecided', { count: undecided })}
            </Text>
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            onClick={take}
            loading={taking}
            disabled={answers === 0 || undecided > 0 || reading !== null}
            data-testid="sheets-take"
          >
            {t('sheets.take', { count: answers })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
