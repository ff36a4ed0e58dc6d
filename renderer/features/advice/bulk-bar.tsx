import { ActionIcon, Button, Group, Menu, Paper, Popover, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { canFollow } from '#shared/edit/advice.ts';
import { ADVICE_STATUSES, type Advice } from '#shared/model/advice.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useOwners } from '../../store/owners.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { OwnerField } from '../../ui/owner-field.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import type { AdviceActs } from './use-advice-acts.tsx';

export interface BulkBarProps {
  readonly chosen: readonly Advice[];
  readonly acts: AdviceActs;
  readonly onClear: () => void;
}

/** What can be done with the rows that are chosen, all at once. */
export function BulkBar({ chosen, acts, onClear }: BulkBarProps) {
  const { t, language } = useSpeech();
  const owners = useOwners(language);
  const open = ADVICE_STATUSES.filter((status) => chosen.some((one) => canFollow(one.status, status)));
  return (
    <Paper
      withBorder
      px="sm"
      py={6}
      mb="xs"
      role="toolbar"
      aria-label={t('advice.several')}
      data-testid="bulk-bar"
    >
      <Group gap="xs">
        <Text size="sm" fw={500} role="status">
          {t('advice.several.chosen', { count: chosen.length })}
        </Text>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} />}>
              {t('advice.several.status')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {open.map((status) => (
              <Menu.Item key={status} onClick={() => acts.setStatus(chosen, status)}>
                {t(`adviceStatus.${status}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <FieldButton
          label={t('advice.several.owner')}
          isValid={() => true}
          onSet={(owner) => acts.setDetails(chosen, { owner: owner.trim() })}
        >
          {(value, onChange) => (
            <OwnerField
              label={t('advice.field.owner')}
              value={value}
              onChange={onChange}
              suggestions={owners}
            />
          )}
        </FieldButton>
        <FieldButton
          label={t('advice.several.due')}
          isValid={(typed) => typedDate(typed).problem === null}
          onSet={(typed) => acts.setDetails(chosen, { due: typedDate(typed).date })}
        >
          {(value, onChange) => (
            <PartialDateField label={t('advice.field.due')} value={value} onChange={onChange} />
          )}
        </FieldButton>
        <Button size="compact-sm" variant="default" onClick={() => acts.setStatus(chosen, 'done')}>
          {t('adviceStatus.done')}
        </Button>
        <Tooltip label={t('advice.several.clear')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('advice.several.clear')} onClick={onClear}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Paper>
  );
}

/** Of a field, with its margin, so that a button beside it stands in line. */
const LABEL_HEIGHT = '1.6rem';

interface FieldButtonProps {
  readonly label: string;
  readonly isValid: (typed: string) => boolean;
  readonly onSet: (typed: string) => void;
  readonly children: (value: string, onChange: (typed: string) => void) => ReactNode;
}

/** A button that opens one field; what is typed stays until it is set. */
function FieldButton({ label, isValid, onSet, children }: FieldButtonProps) {
  const { t } = useSpeech();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={380} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<IconChevronDown size={14} />}
          onClick={() => setOpened(!opened)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isValid(typed)) return;
            onSet(typed);
            setTyped('');
            setOpened(false);
          }}
        >
          {/* Beside the field: below it the names that it suggests would lie over the button. */}
          <Group gap="xs" align="flex-start" wrap="nowrap">
            <div style={{ flex: 1, minWidth: 0 }}>{children(typed, setTyped)}</div>
            <Button type="submit" mt={LABEL_HEIGHT} disabled={!isValid(typed)}>
              {t(typed.trim() === '' ? 'advice.several.empty' : 'advice.several.set')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
