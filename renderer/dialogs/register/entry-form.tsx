import { Modal, MultiSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { z } from 'zod';
import {
  ENTRY_KINDS,
  ENTRY_PHASES,
  type Entry,
  type EntryKind,
  type EntryPhase,
} from '#shared/model/entry.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { answerDueOf } from '#shared/register/requests.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useKept } from '../../store/use-kept.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { CHOSEN_KINDS, type Choice, isChosen, refOf, textOfRef, useChoices } from './choices.ts';
import { MOST_CHOICES, NamedSelect } from './named-select.tsx';
import { readTime, TimeField, useTimeText } from './time-field.tsx';
import { useAddNamed } from './use-add-named.ts';
import { useEntryActs } from './use-entry-acts.ts';

/** What is told in a dialogue is marked in its words. */
const TYPED_KINDS = ENTRY_KINDS.filter((kind) => kind !== 'told');
/** As what a name is added that no row has. */
const ADDED_AS = { arrangementId: null, of: 'organisation', sourceId: 'source' } as const;

/** What an entry is begun with. */
export type EntryStart = Partial<
  Pick<Entry, 'kind' | 'when' | 'arrangementId' | 'of' | 'refs' | 'phase' | 'sourceId'>
>;

interface EntryFormProps {
  /** The one that is edited; null = a new one. */
  readonly entry: Entry | null;
  readonly start: EntryStart;
  readonly convention: FiscalYearConvention;
  /** Names the draft: the page that it is written on. */
  readonly draftKey: string;
  readonly onClose: () => void;
}

/** The form of an entry: what happened or is planned, when, about what, and where it is stated. */
export function EntryForm({ entry, start, convention, draftKey, onClose }: EntryFormProps) {
  useReturnFocus();
  const { t, day } = useSpeech();
  const timeText = useTimeText(convention);
  const acts = useEntryActs();
  const choices = useChoices();
  const addNamed = useAddNamed();
  const [lastSource, keepSource] = useKept('register.entry.source', z.string().nullable(), null);
  const from = entry ?? {
    kind: 'meeting' as const,
    text: '',
    fiscalYear: null,
    due: null,
    locator: '',
    why: '',
    // What is entered in one sitting is mostly read off one page.
    sourceId: lastSource,
    ...start,
  };
  const draft = useDraft(`register-entry/${entry?.id ?? draftKey}`, {
    kind: from.kind ?? 'meeting',
    text: from.text,
    when: timeText({ when: from.when ?? null, fiscalYear: from.fiscalYear }),
    phase: from.phase ?? 'done',
    due: day(from.due),
    refs: (from.refs ?? []).filter(isChosen).map(textOfRef),
    arrangementId: from.arrangementId ?? null,
    of: from.of ?? null,
    sourceId: from.sourceId ?? null,
    locator: from.locator,
    why: from.why,
  });
  const { kind, text, when, phase, due, refs, arrangementId, of, sourceId, locator, why } = draft.value;
  const time = readTime(when, convention);
  const dueDate = typedDate(due);
  const ready =
    time.valid &&
    dueDate.problem === null &&
    (text.trim() !== '' || time.when !== null || time.fiscalYear !== null) &&
    (phase !== 'dropped' || why.trim() !== '');
  const setKind = (chosen: EntryKind) => {
    // A request waits for its answer until somebody says otherwise.
    const asked = chosen === 'request' && kind !== 'request';
    draft.change({
      kind: chosen,
      ...(asked && entry === null ? { phase: 'planned', ...answerBy(when) } : {}),
    });
  };
  const answerBy = (typed: string) => {
    const on = answerDueOf(readTime(typed, convention).when);
    return on === null ? {} : { due: day(on) };
  };
  const submit = (stored: () => void) => {
    const fields = {
      kind,
      text,
      when: time.when,
      fiscalYear: time.fiscalYear,
      phase,
      due: dueDate.date,
      refs: [...(from.refs ?? []).filter((ref) => !isChosen(ref)), ...refs.map(refOf)],
      arrangementId,
      of,
      sourceId,
      locator: sourceId === null ? '' : locator.trim(),
      why,
    };
    void acts.put(fields, entry?.id).then((put) => {
      if (!put) return;
      if (entry === null) keepSource(sourceId);
      stored();
    });
  };
  const select = (field: keyof typeof ADDED_AS, data: readonly Choice[] = []) => {
    const addedAs = ADDED_AS[field];
    return (
      <NamedSelect
        label={t(`register.entry.field.${field}`)}
        data={data}
        value={draft.value[field]}
        onChange={(value) => draft.change({ [field]: value })}
        onAdd={addedAs ? (name) => addNamed(addedAs, name) : undefined}
      />
    );
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(entry ? 'register.entry.edit' : 'register.entry.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SubmitForm
        label={t(entry ? 'register.entry.edit' : 'register.entry.add')}
        submitLabel={t(entry ? 'common.save' : 'register.entry.add')}
        size="sm"
        draft={draft}
        ready={ready}
        onSubmit={submit}
        onClose={onClose}
      >
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label={t('register.entry.field.kind')}
            allowDeselect={false}
            data={TYPED_KINDS.map((value) => ({ value, label: t(`entryKind.${value}`) }))}
            value={kind}
            data-autofocus
            onChange={(value) => value && setKind(value as EntryKind)}
          />
          <TimeField
            label={t('register.entry.field.when')}
            value={when}
            convention={convention}
            onChange={(typed) =>
              draft.change({ when: typed, ...(kind === 'request' && entry === null ? answerBy(typed) : {}) })
            }
          />
        </SimpleGrid>
        <Textarea
          autosize
          minRows={2}
          label={t('register.entry.field.text')}
          value={text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
        <SimpleGrid cols={2} spacing="sm">
          <Select
            label={t('register.entry.field.phase')}
            allowDeselect={false}
            data={ENTRY_PHASES.map((value) => ({
              value,
              label: t(kind === 'request' ? `entryPhase.request.${value}` : `entryPhase.${value}`),
            }))}
            value={phase}
            onChange={(value) => value && draft.change({ phase: value as EntryPhase })}
          />
          {phase === 'planned' && (
            <PartialDateField
              label={t(kind === 'request' ? 'register.entry.field.answerBy' : 'register.entry.field.due')}
              hint={kind === 'request' ? t('register.entry.answerBy.hint') : undefined}
              value={due}
              onChange={(typed) => draft.change({ due: typed })}
            />
          )}
        </SimpleGrid>
        {phase === 'dropped' && (
          <Textarea
            autosize
            required
            label={t('register.entry.field.why')}
            value={why}
            onChange={(event) => draft.change({ why: event.currentTarget.value })}
          />
        )}
        <SimpleGrid cols={2} spacing="sm">
          {select('arrangementId', choices?.arrangement)}
          {select('of', choices?.organisation)}
        </SimpleGrid>
        <MultiSelect
          label={t('register.entry.field.refs')}
          searchable
          hidePickedOptions
          limit={MOST_CHOICES}
          nothingFoundMessage={t('register.choose.none')}
          data={CHOSEN_KINDS.map((to) => ({
            group: t(`register.ref.${to}`),
            items: (choices?.[to] ?? []).map(({ value, label }) => ({ value: `${to} ${value}`, label })),
          })).filter(({ items }) => items.length > 0)}
          value={refs}
          onChange={(chosen) => draft.change({ refs: chosen })}
        />
        <SimpleGrid cols={2} spacing="sm">
          {select('sourceId', choices?.source)}
          <TextInput
            label={t('register.entry.field.locator')}
            disabled={sourceId === null}
            value={locator}
            onChange={(event) => draft.change({ locator: event.currentTarget.value })}
          />
        </SimpleGrid>
      </SubmitForm>
    </Modal>
  );
}
