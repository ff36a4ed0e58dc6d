import { Modal, Text, Textarea } from '@mantine/core';
import type { Said } from '#shared/figure-table/offers.ts';
import { valueText } from '#shared/figures/value-text.ts';
import type { Figure } from '#shared/model/figure.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SubmitForm } from '../../ui/submit-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

/** A published figure that is to say something else. */
export interface Restating {
  readonly figure: Figure;
  readonly said: Said;
  readonly source: string;
  /** With the reason; null = the person went back. */
  readonly answer: (why: string | null) => void;
}

/** Asks why a figure that stands in a report of the company is restated. */
export function WhyDialog({ figure, said, source, answer }: Restating) {
  const { t } = useSpeech();
  useReturnFocus();
  const draft = useDraft(`figures.why/${figure.id}`, { why: '' });
  const { why } = draft.value;
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      title={t('figureGrid.why.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SubmitForm
        size="sm"
        label={t('figureGrid.why.restate')}
        draft={draft}
        ready={why.trim() !== ''}
        onSubmit={() => {
          draft.done();
          answer(why);
        }}
        onClose={() => answer(null)}
      >
        <Text size="sm">
          {t('figureGrid.why.text', {
            before: valueText(figure, t),
            after: valueText({ ...figure, ...said }, t),
            source,
          })}
        </Text>
        <Textarea
          data-autofocus
          autosize
          minRows={2}
          label={t('figureGrid.why.label')}
          value={why}
          onChange={({ currentTarget }) => draft.change({ why: currentTarget.value })}
        />
      </SubmitForm>
    </Modal>
  );
}
