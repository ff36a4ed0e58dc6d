import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { type LeakChoices, undecided } from '#shared/attribution/leak.ts';
import type { Advice } from '#shared/model/advice.ts';
import type { Id } from '#shared/model/basics.ts';
import { calendarFile } from '#shared/overview/calendar.ts';
import type { DueItem } from '#shared/overview/due.ts';
import { calendarDays, dueTold } from '#shared/retrieval/due-told.ts';
import { call } from '../../platform/bridge.ts';
import type { KnownAgenda } from '../../store/agenda.ts';
import { readState } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { notifyDone } from '../../ui/notify-undo.tsx';

interface CalendarDialogProps {
  readonly items: readonly DueItem[];
  readonly known: KnownAgenda;
  readonly onClose: () => void;
}

/** What is due as a calendar file; asks first what it may say. */
export function CalendarDialog({ items, known, onClose }: CalendarDialogProps) {
  const { t, language } = useSpeech();
  const attempt = useAttempt();
  const { ask, dialog } = useLeakDialog();
  const [what, setWhat] = useState(false);
  const [owner, setOwner] = useState(false);

  /** @returns null = the person went back */
  const settled = async () => {
    let choices: LeakChoices = {};
    for (;;) {
      // Who may be named is read at this moment, not when the list was shown.
      const state = await readState();
      const advice = new Map<Id, Advice>(state.advice.map((one) => [one.id, one]));
      const names = { nameOf: known.nameOf, adviceOf: (id: Id) => advice.get(id), language };
      const disclosure = new Disclosure(state, t('report.withheldName'), language);
      const { told, leaks } = dueTold(items, { what, owner }, names, disclosure, choices);
      const open = undecided(leaks, choices);
      if (open.length === 0) return calendarDays(told, t);
      const chosen = await ask(open);
      if (chosen === null) return null;
      choices = { ...choices, ...chosen };
    }
  };

  const save = () =>
    void attempt(async () => {
      const days = await settled();
      if (!days) return;
      const file = calendarFile(days, t('followUp.title'), new Date().toISOString());
      const path = await call('dialog.save', {
        suggestedName: `${t('followUp.title')}.ics`,
        filters: [{ name: t('followUp.ics.kind'), extensions: ['ics'] }],
        bytes: new TextEncoder().encode(file),
      });
      if (path === null) return;
      onClose();
      notifyDone(t('followUp.ics.saved', { count: days.length, name: path.split(/[\\/]/).at(-1) ?? path }));
    });

  return (
    <>
      <Modal
        opened
        onClose={onClose}
        title={t('followUp.ics.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="md">
          <Text size="sm">{t('followUp.ics.text', { count: items.length })}</Text>
          <Checkbox
            label={t('followUp.ics.what')}
            checked={what}
            onChange={(event) => setWhat(event.currentTarget.checked)}
          />
          <Checkbox
            label={t('followUp.ics.owner')}
            checked={owner}
            onChange={(event) => setOwner(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button onClick={save}>{t('followUp.ics.save')}</Button>
          </Group>
        </Stack>
      </Modal>
      {dialog}
    </>
  );
}
