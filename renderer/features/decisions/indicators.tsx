import { ActionIcon, Autocomplete, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconLock, IconPlus, IconX } from '@tabler/icons-react';
import { Fragment } from 'react';
import { measuresOf } from '#shared/assessment/follow-up.ts';
import { addIndicator, removeIndicator, setIndicatorValue, type TypedValue } from '#shared/edit/decision.ts';
import { followIndicator } from '#shared/edit/follow-indicator.ts';
import { countedFigures, yearFigure } from '#shared/figures/series.ts';
import { targetLines } from '#shared/figures/target.ts';
import { targetText, unitText, valueText } from '#shared/figures/value-text.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import type { Round } from '#shared/model/round.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
import { today } from '../../platform/today.ts';
import { actor, useRows } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { onEnter } from '../../ui/commands.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { SavedNumber } from '../../ui/saved-number.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import classes from './decisions.module.css';

export interface IndicatorsProps {
  readonly decision: Decision | undefined;
  readonly round: Round;
  readonly yearOf: (fiscalYear: number) => string;
  readonly signedOff: boolean;
}

/** Measures by which a decision is followed up, with their figures. They hang on a decision that is kept already. */
export function Indicators({ decision, round, yearOf, signedOff }: IndicatorsProps) {
  const { t, local, language } = useSpeech();
  const attempt = useAttempt();
  const draft = useDraft<{ readonly name: string; readonly unit: string; readonly target: string }>(
    `indicator-new/${decision?.id ?? ''}`,
    { name: '', unit: '', target: '' },
  );
  const { name, unit, target } = draft.value;
  const ids = decision?.indicatorIds ?? [];
  const read = useRows(
    async (db) => {
      const figures = await db.figures.where('indicatorId').anyOf(ids).toArray();
      const measureOf = measuresOf({
        indicators: (await db.indicators.bulkGet([...ids])).filter((one) => one !== undefined),
        figures,
      });
      const [workspace] = await db.workspace.toArray();
      const all = await db.indicators.toArray();
      return {
        measures: ids.flatMap((id) => measureOf(id) ?? []),
        others: all.filter(({ id }) => !ids.includes(id)),
        year: workspace ? fiscalYearOf(today(), workspace.fiscalYear) : round.fiscalYear,
      };
    },
    [ids.join(), round.fiscalYear],
  );
  const { measures = [], others = [], year = round.fiscalYear } = read ?? {};
  const known = others.find((one) => Object.values(one.name).includes(name.trim()));
  const add = () => {
    const wanted = name.trim();
    if (!decision || wanted === '') return;
    void attempt(async () => {
      const author = { by: actor(), at: new Date().toISOString() };
      const written = await commitAmending(
        { key: 'change.indicator.add', params: { name: wanted } },
        (change) =>
          known
            ? followIndicator(change, decision.id, known.id, target.trim(), author)
            : addIndicator(
                change,
                decision.id,
                { name: { [language]: wanted }, unit: unit.trim(), target: target.trim() },
                author,
              ),
      );
      if (written) draft.discard();
    });
  };
  // Enter adds the indicator and does not close the form around it.
  const onKeyDown = onEnter(add);
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('decisions.form.indicators')}
      </Text>
      {!decision && (
        <Text size="xs" c="dimmed">
          {t('decisions.form.indicators.later')}
        </Text>
      )}
      <Stack gap={4} mt={4}>
        {measures.map(({ indicator, figures }) => (
          <div key={indicator.id}>
            <Group gap={6} wrap="nowrap" justify="space-between">
              <Text size="sm">
                {[
                  local(indicator.name),
                  targetText(indicator, countedFigures(figures), language, t, yearOf),
                  unitText(indicator, language, t),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <ActionIcon
                size="sm"
                aria-label={t('decisions.form.indicator.remove', { name: local(indicator.name) })}
                onClick={() =>
                  decision &&
                  void attempt(() =>
                    commitAmending(
                      { key: 'change.indicator.remove', params: { name: local(indicator.name) } },
                      (draft) => removeIndicator(draft, decision.id, indicator.id),
                    ),
                  )
                }
              >
                <IconX size={12} />
              </ActionIcon>
            </Group>
            <Statuses figures={figures} year={year} yearOf={yearOf} />
            <Values
              indicator={indicator}
              figures={figures}
              round={round}
              yearOf={yearOf}
              signedOff={signedOff}
            />
          </div>
        ))}
        {decision && (
          <Group gap={4} wrap="nowrap" onKeyDown={onKeyDown}>
            <Autocomplete
              size="xs"
              style={{ flex: 2 }}
              aria-label={t('decisions.form.indicator.name')}
              placeholder={t('decisions.form.indicator.name')}
              data={[...new Set(others.map((one) => local(one.name)))].filter(Boolean)}
              value={name}
              onChange={(typed) => draft.change({ name: typed })}
            />
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              aria-label={t('decisions.form.indicator.target')}
              placeholder={t('decisions.form.indicator.target')}
              value={target}
              onChange={(event) => draft.change({ target: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              style={{ flex: 1 }}
              aria-label={t('decisions.form.indicator.unit')}
              placeholder={t('decisions.form.indicator.unit')}
              // One that is counted already has its unit.
              disabled={known !== undefined}
              value={known ? unitText(known, language, t) : unit}
              onChange={(event) => draft.change({ unit: event.currentTarget.value })}
            />
            <ActionIcon aria-label={t('decisions.form.indicator.add')} onClick={add}>
              <IconPlus size={16} />
            </ActionIcon>
          </Group>
        )}
      </Stack>
    </div>
  );
}

/** How each target of an indicator stands. */
function Statuses({
  figures,
  year,
  yearOf,
}: {
  figures: readonly Figure[];
  year: number;
  yearOf: (fiscalYear: number) => string;
}) {
  const { t } = useSpeech();
  return targetLines(figures, year).map(({ target, actual, status }) => (
    <Text key={target.id} size="xs" c="dimmed" data-testid="measure-status">
      {t('figureDrawer.target', {
        period: yearOf(target.period.fiscalYear),
        target: valueText(target, t),
        actual: actual ? valueText(actual, t) : '–',
        status: t(`figure.status.${status}`),
      })}
    </Text>
  ));
}

/** What the indicator came to by year: years that have a figure, the round's own and the one that is monitored. */
function Values({
  indicator,
  figures,
  round,
  yearOf,
  signedOff,
}: {
  indicator: Indicator;
  figures: readonly Figure[];
  round: Round;
  yearOf: (fiscalYear: number) => string;
  signedOff: boolean;
}) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  const years = [
    ...new Set([
      ...figures.filter(({ role }) => role === 'actual').map(({ period }) => period.fiscalYear),
      round.fiscalYear,
      round.fiscalYear + 1,
    ]),
  ].sort((a, b) => a - b);
  const keep = (value: TypedValue) =>
    attempt(() =>
      commitAmending({ key: 'change.indicator.value', params: { name: local(indicator.name) } }, (draft) =>
        setIndicatorValue(draft, indicator.id, value, { by: actor(), at: new Date().toISOString() }),
      ),
    );
  return (
    <fieldset
      className={classes.values}
      aria-label={t('decisions.form.values')}
      // Enter keeps the figure and does not close the form around it.
      onKeyDown={onEnter(() => undefined)}
    >
      {years.map((fiscalYear) => {
        const own = yearFigure(figures, fiscalYear);
        const year = yearOf(fiscalYear);
        const value = own?.value ?? null;
        const note = local(own?.note ?? {});
        return (
          <Fragment key={fiscalYear}>
            <Text size="xs" c="dimmed">
              {year}{' '}
              {signedOff && fiscalYear <= round.fiscalYear && (
                <IconLock size={12} role="img" aria-label={t('amendment.signedOff')} />
              )}
            </Text>
            <SavedNumber
              label={null}
              ariaLabel={t('decisions.form.values.year', { year })}
              value={value}
              draftKey={`indicator-value/${indicator.id}/${fiscalYear}`}
              onSave={(typed) => keep({ fiscalYear, value: typed, note })}
            />
            <SavedText
              label={null}
              ariaLabel={t('decisions.form.values.note', { year })}
              placeholder={t('decisions.form.values.notePlaceholder')}
              value={note}
              onSave={(typed) => keep({ fiscalYear, value, note: typed })}
            />
          </Fragment>
        );
      })}
    </fieldset>
  );
}
