import { Autocomplete, Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { acceptOffers } from '#shared/edit/figure-offers.ts';
import { foldText } from '#shared/fold/fold.ts';
import { VALUELESS } from '#shared/model/figure.ts';
import { UNITS, type Unit } from '#shared/model/indicator.ts';
import type { PastedTable } from '#shared/pasted/table.ts';
import { commitAmending } from '../../../dialogs/amend.tsx';
import { actor, undo } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyUndo } from '../../../ui/notify-undo.tsx';
import { type DraftForm, useDraft } from '../../../ui/use-draft.ts';
import { unitName } from '../unit-name.ts';
import type { Figures } from '../use-figures.ts';
import { Hints } from './hints.tsx';
import { LeftBeside } from './left-beside.tsx';
import { Preview } from './preview.tsx';
import { Refusals } from './refusals.tsx';
import { SourceFields } from './source-fields.tsx';
import { BLANK_FORM, type PasteForm as Form, type Paste, usePaste } from './use-paste.ts';

export interface PasteFormProps {
  readonly figures: Figures;
  readonly table: PastedTable;
  readonly onClose: () => void;
}

/** Says once for all of a table where it comes from and whose its figures are, and shows what would come in. */
export function PasteForm({ figures, table, onClose }: PasteFormProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const draft = useDraft<Form>('figures.paste', {
    ...BLANK_FORM,
    whose: organisationIn(table.above.join(' '), figures),
  });
  const paste = usePaste(table, figures, draft);
  const { counts } = paste;
  const ready = counts.incoming > 0 && !paste.needsWhy;
  const bringIn = () =>
    void attempt(async () => {
      let count = 0;
      const label = { key: 'change.figures.paste', params: { count: counts.incoming } } as const;
      const done = await commitAmending(label, async (edit) => {
        count = await acceptOffers(edit, paste.accepted, { by: actor(), at: new Date().toISOString() });
      });
      if (!done) return;
      paste.remember();
      draft.done();
      onClose();
      notifyUndo({
        message: t('figurePaste.done', { count }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) bringIn();
      }}
    >
      <Stack gap="sm">
        <Answers draft={draft} paste={paste} figures={figures} />
        <Preview paste={paste} figures={figures} />
        <Refusals paste={paste} figures={figures} />
        <LeftBeside left={table.left} />
        <Hints paste={paste} figures={figures} />
        {paste.accepted.figures.some(({ verdict }) => verdict.kind === 'changed') && (
          <Textarea
            autosize
            label={t('figurePaste.why')}
            value={draft.value.why}
            onChange={({ currentTarget }) => draft.change({ why: currentTarget.value })}
          />
        )}
        <Group justify="space-between" align="flex-end">
          <Text size="sm" c="dimmed" role="status">
            {t('figurePaste.counts', counts)}
          </Text>
          <FormButtons draft={draft} onClose={onClose}>
            <Button type="submit" disabled={!ready} data-testid="paste-bring-in">
              {t('figurePaste.bringIn', { count: counts.incoming })}
            </Button>
          </FormButtons>
        </Group>
      </Stack>
    </form>
  );
}

/** The organisation that a table's title names, the longest name first; empty = it names none that is known. */
function organisationIn(title: string, { state, workspace }: Figures): string {
  const names = [workspace.company, ...state.organisations.map(({ name }) => name)].flatMap(
    Object.values<string>,
  );
  const named = names.filter((name) => name !== '' && foldText(title).includes(foldText(name)));
  return named.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** What is said once: source, whose, the unit of new rows, what bare years and dashes mean. */
function Answers({ draft, paste, figures }: { draft: DraftForm<Form>; paste: Paste; figures: Figures }) {
  const { t, local } = useSpeech();
  const { value: form, change } = draft;
  const { sources, organisations } = figures.state;
  const names = (texts: readonly string[]) => [...new Set(texts)].filter(Boolean);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
      <SourceFields sources={sources} value={form} onChange={change} />
      <Autocomplete
        label={t('figurePaste.whose')}
        placeholder={t('figurePaste.whose.placeholder')}
        data={names([...organisations.map(({ name }) => local(name)), local(figures.workspace.company)])}
        value={form.whose}
        onChange={(whose) => change({ whose })}
      />
      {paste.accepted.indicators.length > 0 && (
        <NativeSelect
          label={t('figurePaste.unit')}
          data={UNITS.map((value) => ({ value, label: unitName(t, value) }))}
          value={form.unit}
          onChange={({ currentTarget }) => change({ unit: currentTarget.value as Unit })}
        />
      )}
      {paste.isUnsure && (
        <NativeSelect
          label={t('figurePaste.bare')}
          data={[
            { value: '', label: t('figurePaste.choose') },
            { value: 'begins', label: t('figurePaste.bare.begins') },
            { value: 'ends', label: t('figurePaste.bare.ends') },
          ]}
          value={form.bare ?? ''}
          onChange={({ currentTarget }) => change({ bare: (currentTarget.value || null) as Form['bare'] })}
        />
      )}
      {paste.hasDashes && (
        <NativeSelect
          label={t('figurePaste.dash')}
          data={[
            { value: '', label: t('figurePaste.choose') },
            { value: 'zero', label: '0' },
            ...VALUELESS.map((value) => ({ value, label: t(`figureGrid.sign.${value}`) })),
          ]}
          value={form.dash ?? ''}
          onChange={({ currentTarget }) => change({ dash: (currentTarget.value || null) as Form['dash'] })}
        />
      )}
    </SimpleGrid>
  );
}
