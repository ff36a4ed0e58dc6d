import { Button, Checkbox, Group, ScrollArea, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type AcceptedFigure, acceptOffers } from '#shared/edit/figure-offers.ts';
import type { ReturnedRow } from '#shared/figure-table/from-workbook.ts';
import { type ReturnedOffer, returnedOffers } from '#shared/figure-table/returned.ts';
import { valueText } from '#shared/figures/value-text.ts';
import { commitAmending } from '../../../dialogs/amend.tsx';
import { actor } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyDone } from '../../../ui/notify-undo.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import type { Figures } from '../use-figures.ts';

export interface ReturnedFormProps {
  readonly figures: Figures;
  readonly rows: readonly ReturnedRow[];
  readonly onClose: () => void;
}

/** What a sheet of this app offers that came back: each edited number is agreed to one by one, and the old one stays. */
export function ReturnedForm({ figures, rows, onClose }: ReturnedFormProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const offers = useMemo(() => returnedOffers(rows, figures.state.figures), [rows, figures.state.figures]);
  const [agreed, setAgreed] = useState<ReadonlySet<number>>(new Set());
  const draft = useDraft('figures.returned', { why: '' });
  const { why } = draft.value;
  const accepted = offers.flatMap((offer): AcceptedFigure[] =>
    offer.problem === null && offer.existing && agreed.has(offer.row)
      ? [
          {
            ...{ wanted: offer.wanted, verdict: { kind: 'changed', existing: offer.existing } },
            ...{ breakBefore: offer.wanted.breakBefore, note: offer.wanted.note },
          },
        ]
      : [],
  );
  const count = accepted.length;
  const bringIn = () =>
    void attempt(async () => {
      const label = { key: 'change.figures.paste', params: { count } } as const;
      const nothing = { indicators: [], source: null, organisation: null };
      const done = await commitAmending(label, (edit) =>
        acceptOffers(
          edit,
          { figures: accepted, why, ...nothing },
          { by: actor(), at: new Date().toISOString() },
        ),
      );
      if (!done) return;
      draft.done();
      onClose();
      notifyDone(t('figurePaste.done', { count }));
    });
  if (offers.length === 0)
    return (
      <Stack gap="md">
        <Text role="status">{t('figurePaste.returned.same')}</Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </Group>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0 && why.trim() !== '') bringIn();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('figurePaste.returned.text')}</Text>
        <ScrollArea.Autosize mah={360}>
          <Table>
            <Table.Tbody>
              {offers.map((offer) => (
                <Line
                  key={offer.row}
                  offer={offer}
                  figures={figures}
                  agreed={agreed.has(offer.row)}
                  onAgree={(on) =>
                    setAgreed(
                      new Set(on ? [...agreed, offer.row] : [...agreed].filter((one) => one !== offer.row)),
                    )
                  }
                />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        <Textarea
          autosize
          label={t('figurePaste.returned.why')}
          value={why}
          onChange={({ currentTarget }) => draft.change({ why: currentTarget.value })}
        />
        <FormButtons draft={draft} onClose={onClose}>
          <Button type="submit" disabled={count === 0 || why.trim() === ''} data-testid="paste-bring-in">
            {t('figurePaste.bringIn', { count })}
          </Button>
        </FormButtons>
      </Stack>
    </form>
  );
}

interface LineProps {
  readonly offer: ReturnedOffer;
  readonly figures: Figures;
  readonly agreed: boolean;
  readonly onAgree: (on: boolean) => void;
}

function Line({ offer, figures, agreed, onAgree }: LineProps) {
  const { t, local } = useSpeech();
  const { row, text, existing, problem } = offer;
  const indicator = figures.state.indicators.find(({ id }) => id === existing?.indicatorId);
  const name = [local(indicator?.name), existing && figures.periodName(existing.period)]
    .filter(Boolean)
    .join(', ');
  const said = `${existing ? valueText(existing, t) : '–'} → ${text || '–'}`;
  return (
    <Table.Tr data-testid="returned-offer">
      <Table.Td>
        {problem === null ? (
          <Checkbox
            label={`${name}: ${said}`}
            checked={agreed}
            onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
          />
        ) : (
          <Text size="sm">
            {[t('figurePaste.returned.row', { row }), name, said].filter(Boolean).join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={problem === null ? 'dimmed' : 'red'}>
          {problem !== null
            ? t(`figureGrid.refused.${problem}`)
            : offer.changedHere
              ? t('figurePaste.returned.changedHere')
              : ''}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
