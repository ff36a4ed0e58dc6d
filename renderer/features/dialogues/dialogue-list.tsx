import { ActionIcon, Button, Group, Menu, Table, Text } from '@mantine/core';
import {
  IconClipboardText,
  IconDots,
  IconFileImport,
  IconMessages,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import type { Id } from '#shared/model/basics.ts';
import { activeCodings } from '#shared/model/coding.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import { commit, undo, useRows } from '../../store/index.ts';
import { ActsHead } from '../../ui/acts-head.tsx';
import { useAttempt } from '../../ui/attempt.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { Page } from '../../ui/page.tsx';
import classes from './dialogue-list.module.css';
import { formatsHint } from './import/formats-hint.ts';
import { chooseFiles, pasteText } from './import/session.ts';
import { OpenDoubts } from './open-doubts.tsx';

interface Row {
  readonly dialogue: Dialogue;
  readonly people: number;
  readonly external: number;
  readonly turns: number;
  readonly codings: number;
  readonly advice: number;
}

/** All dialogues, the latest first. */
export function DialogueList() {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const workspace = useRows((db) => db.workspace.toCollection().first(), []);
  const rows = useRows(async (db): Promise<Row[]> => {
    const dialogues = await db.dialogues.toArray();
    dialogues.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.id.localeCompare(a.id));
    return Promise.all(
      dialogues.map(async (dialogue) => {
        const participants = await db.participants.where('dialogueId').equals(dialogue.id).toArray();
        return {
          dialogue,
          people: participants.length,
          external: participants.filter((one) => one.external).length,
          // As the import counts them: what nobody says is no turn.
          turns: await db.turns
            .where('dialogueId')
            .equals(dialogue.id)
            .filter(({ kind }) => kind === 'speech')
            .count(),
          codings: activeCodings(await db.codings.where('dialogueId').equals(dialogue.id).toArray()).length,
          advice: await db.advice.where('dialogueId').equals(dialogue.id).count(),
        };
      }),
    );
  }, []);

  const remove = (id: Id, title: string) =>
    void attempt(async () => {
      await commit({ key: 'change.dialogue.remove', params: { title } }, (draft) =>
        removeDialogue(draft, id),
      );
      notifyUndo({
        message: t('dialogues.removed', { title }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  const importButtons = (
    <>
      <Button leftSection={<IconFileImport size={16} />} onClick={() => void attempt(chooseFiles)}>
        {t('dialogues.import')}
      </Button>
      <Button variant="default" leftSection={<IconClipboardText size={16} />} onClick={pasteText}>
        {t('dialogues.paste')}
      </Button>
    </>
  );

  const actions = (
    <>
      <Button variant="subtle" leftSection={<IconUsers size={16} />} onClick={() => go(links.coders())}>
        {t('coders.title')}
      </Button>
      {importButtons}
    </>
  );
  return (
    <Page title={t('dialogues.title')} actions={rows && rows.length > 0 ? actions : undefined}>
      {rows?.length === 0 && (
        <EmptyState
          icon={IconMessages}
          title={t('dialogues.empty.title')}
          action={<Group mt="sm">{importButtons}</Group>}
        >
          {t('dialogues.empty.text')}
          <Text size="xs" mt="sm">
            {formatsHint(t, language)}
          </Text>
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <Table highlightOnHover verticalSpacing="sm" data-testid="dialogue-list">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('dialogues.column.title')}</Table.Th>
              <Table.Th>{t('dialogues.column.date')}</Table.Th>
              <Table.Th>{t('dialogues.column.fiscalYear')}</Table.Th>
              <Table.Th>{t('dialogues.column.people')}</Table.Th>
              <Table.Th ta="right">{t('dialogues.column.turns')}</Table.Th>
              <Table.Th ta="right">{t('dialogues.column.codings')}</Table.Th>
              <Table.Th ta="right">{t('dialogues.column.advice')}</Table.Th>
              <ActsHead width={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <DialogueRow
                key={row.dialogue.id}
                row={row}
                year={workspace && fiscalYearLabel(row.dialogue.fiscalYear, workspace.fiscalYear, language)}
                onRemove={() => remove(row.dialogue.id, row.dialogue.title)}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Page>
  );
}

interface DialogueRowProps {
  readonly row: Row;
  readonly year: string | undefined;
  readonly onRemove: () => void;
}

/** One dialogue, how much was said in it and what was made of it. */
function DialogueRow({ row, year, onRemove }: DialogueRowProps) {
  const { t, day } = useSpeech();
  const { dialogue, people, external, turns, codings, advice } = row;
  return (
    <Table.Tr className={classes.row} onClick={() => go(links.dialogue(dialogue.id))}>
      <Table.Td>
        <Group gap="xs">
          <button
            type="button"
            className={classes.title}
            onClick={(event) => {
              event.stopPropagation();
              go(links.dialogue(dialogue.id));
            }}
          >
            {dialogue.title}
          </button>
          <OpenDoubts dialogue={dialogue} />
        </Group>
      </Table.Td>
      <Table.Td className={classes.fact}>{day(dialogue.date) || t('dialogues.undated')}</Table.Td>
      <Table.Td className={classes.fact}>{year}</Table.Td>
      <Table.Td className={classes.fact}>{t('dialogues.people', { total: people, external })}</Table.Td>
      <Table.Td ta="right">{turns}</Table.Td>
      <Table.Td ta="right">{codings}</Table.Td>
      <Table.Td ta="right">{advice}</Table.Td>
      <Table.Td onClick={(event) => event.stopPropagation()}>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('common.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconTrash size={14} />} onClick={onRemove}>
              {t('dialogues.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}
