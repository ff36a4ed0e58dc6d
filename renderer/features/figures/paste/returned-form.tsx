import { Button, Checkbox, Group, ScrollArea, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type AcceptedFigure, acceptOffers } from '#shared/edit/figure-offers.ts';
import type { FigureWorkbook } from '#shared/figure-table/from-workbook.ts';
import { longRowsOf, statusWords } from '#shared/figure-table/long-sheet.ts';
import { type ReturnedOffer, returnedOffers, type UntakenCell } from '#shared/figure-table/returned.ts';
import { periodText, valueText } from '#shared/figures/value-text.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { translator } from '#shared/i18n/index.ts';
import { commitAmending } from '../../../dialogs/amend.tsx';
import { actor } from '../../../store/index.ts';
import { useAttempt } from '../../../ui/attempt.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { useSpeech } from '../../../ui/i18n.tsx';
import { notifyDone } from '../../../ui/notify-undo.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import type { Figures } from '../use-figures.ts';
import { LeftBeside } from './left-beside.tsx';

type ReturnedSheet = Extract<FigureWorkbook, { readonly kind: 'returned' }>;

export interface ReturnedFormProps {
  readonly figures: Figures;
  readonly sheet: ReturnedSheet;
  readonly onClose: () => void;
}

/** What a sheet of this app offers that came back: each edited number is agreed to one by one, and the old one stays. */
export function ReturnedForm({ figures, sheet, onClose }: ReturnedFormProps) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const offers = useMemo(() => offersOf(sheet, figures), [sheet, figures]);
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
        <Unread sheet={sheet} figures={figures} />
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
        <Unread sheet={sheet} figures={figures} />
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

function offersOf({ rows, language }: ReturnedSheet, { state, workspace }: Figures): ReturnedOffer[] {
  const t = translator(language);
  const yearOf = (year: number) => fiscalYearLabel(year, workspace.fiscalYear, language);
  const words = {
    t,
    language,
    period: (period: Parameters<typeof periodText>[0]) => periodText(period, t, yearOf),
  };
  return returnedOffers(rows, state.figures, longRowsOf(state, words));
}

/** What of the workbook was not read, and what of the workspace it lacks: nothing is passed over in silence. */
function Unread({ sheet, figures }: Pick<ReturnedFormProps, 'sheet' | 'figures'>) {
  const { t } = useSpeech();
  const ids = new Set(sheet.rows.map(({ id }) => id));
  const missing = figures.state.figures.filter(({ id }) => !ids.has(id)).length;
  return (
    <>
      {sheet.foreign > 0 && (
        <Text size="sm" c="dimmed">
          {t('figurePaste.returned.foreign', { count: sheet.foreign })}
        </Text>
      )}
      {missing > 0 && (
        <Text size="sm" c="dimmed">
          {t('figurePaste.returned.missing', { count: missing })}
        </Text>
      )}
      <LeftBeside left={sheet.left} />
    </>
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
  const status =
    offer.problem === null && offer.wanted.said.status !== existing?.status
      ? ` (${statusWords(offer.wanted.said.status, t)})`
      : '';
  const said = `${existing ? valueText(existing, t) : '–'} → ${text || '–'}${status}`;
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
            {[t('figurePaste.returned.row', { row }), name, problem === 'untaken' ? '' : said]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" c={problem === null ? 'dimmed' : 'red'}>
          {problem !== null && problem !== 'untaken' && t(`figureGrid.refused.${problem}`)}
          {problem === null && offer.changedHere && t('figurePaste.returned.changedHere')}
        </Text>
        <Untaken cells={offer.untaken} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Cells that were edited beside a number, by their addresses. */
function Untaken({ cells }: { readonly cells: readonly UntakenCell[] }) {
  const { t } = useSpeech();
  if (cells.length === 0) return null;
  const named = cells.map(({ column, address }) =>
    t('figurePaste.returned.cell', { column: t(`figureSheet.column.${column}`), address }),
  );
  return (
    <Text size="sm" c="red">
      {t('figurePaste.returned.untaken', { cells: named.join(t('retrieval.separator')) })}
    </Text>
  );
}
