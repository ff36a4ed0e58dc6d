import {
  Alert,
  Button,
  Modal,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import type { Id } from '#shared/model/basics.ts';
import { CONTACT_KINDS, type ContactKind } from '#shared/suppliers/contacts.ts';
import { passedOver } from '#shared/suppliers/next.ts';
import { standingText } from '#shared/suppliers/row-words.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { SupplierActs } from './use-supplier-acts.ts';
import type { Suppliers } from './use-suppliers.ts';

export interface PlanDialogProps {
  readonly suppliers: Suppliers;
  readonly chosen: readonly Id[];
  readonly acts: SupplierActs;
  readonly onClose: () => void;
}

/** Plans a visit, survey, audit or declaration with some suppliers; where others are next, it asks why not with them. */
export function PlanDialog(props: PlanDialogProps) {
  const { t } = useSpeech();
  useReturnFocus();
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={t('suppliers.plan.title', { count: props.chosen.length })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PlanForm {...props} />
    </Modal>
  );
}

interface Typed {
  readonly kind: ContactKind;
  readonly programmeId: string | null;
  readonly due: string;
  readonly text: string;
  readonly why: string;
}

function PlanForm({ suppliers, chosen, acts, onClose }: PlanDialogProps) {
  const { t, local } = useSpeech();
  const { rows, contacts, present, programmes } = suppliers;
  const draft = useDraft<Typed>(`suppliers.plan/${chosen.length === 1 ? chosen[0] : 'several'}`, {
    kind: 'visit',
    programmeId: programmes.length === 1 ? (programmes[0]?.id ?? null) : null,
    due: '',
    text: '',
    why: '',
  });
  const { kind, programmeId, due, text, why } = draft.value;
  const { date, problem } = typedDate(due);
  const ids = new Set(chosen);
  const order = rows.filter(({ former }) => !former);
  const { next, outOfOrder } = passedOver(order, contacts, kind, present, ids);
  const ready = problem === null && (outOfOrder.size === 0 || why.trim() !== '');
  const names = rows.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  const submit = async () => {
    const plan = { of: chosen, kind, arrangementId: programmeId, text, due: date, outOfOrder, why };
    if (!(await acts.plan(plan))) return;
    draft.done();
    onClose();
  };
  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void submit();
      }}
    >
      <Text size="sm" lineClamp={3}>
        {names.join(' · ')}
      </Text>
      <SegmentedControl
        aria-label={t('suppliers.plan.kind')}
        value={kind}
        onChange={(value) => draft.change({ kind: value as ContactKind })}
        data={CONTACT_KINDS.map((value) => ({ value, label: t(`suppliers.column.${value}`) }))}
      />
      <TextInput
        data-autofocus
        label={t('suppliers.plan.text')}
        value={text}
        onChange={(event) => draft.change({ text: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Select
          clearable
          label={t('suppliers.programme')}
          placeholder={t('suppliers.programme.none')}
          data={programmes.map(({ id, name }) => ({ value: id, label: local(name) }))}
          value={programmeId}
          onChange={(value) => draft.change({ programmeId: value })}
        />
        <PartialDateField
          label={t('suppliers.plan.due')}
          value={due}
          onChange={(value) => draft.change({ due: value })}
        />
      </SimpleGrid>
      {next && outOfOrder.size > 0 && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconArrowsSort size={18} />}
          title={t('suppliers.plan.passedOver', {
            name: rows.find(({ id }) => id === next.supplier.id)?.name ?? '',
          })}
          data-testid="passed-over"
        >
          <NextWhy suppliers={suppliers} id={next.supplier.id} />
          <Textarea
            mt="xs"
            autosize
            required
            minRows={2}
            label={t('suppliers.plan.why', { count: outOfOrder.size })}
            description={t('suppliers.plan.why.hint')}
            value={why}
            onChange={(event) => draft.change({ why: event.currentTarget.value })}
          />
        </Alert>
      )}
      <FormButtons draft={draft} onClose={onClose}>
        <Button type="submit" disabled={!ready}>
          {t('suppliers.plan.do')}
        </Button>
      </FormButtons>
    </Stack>
  );
}

/** Why somebody else is next: what is at stake there. */
function NextWhy({ suppliers: { rows, words }, id }: { readonly suppliers: Suppliers; readonly id: Id }) {
  const row = rows.find((one) => one.id === id);
  return row ? <Text size="sm">{standingText(row, null, words)}</Text> : null;
}
