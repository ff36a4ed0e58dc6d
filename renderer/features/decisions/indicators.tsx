import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconLock, IconPlus, IconX } from '@tabler/icons-react';
import { Fragment } from 'react';
import { measuresOf } from '#shared/assessment/follow-up.ts';
import { addIndicator, removeIndicator, setIndicatorValue, type TypedValue } from '#shared/edit/decision.ts';
import { countedFigures, yearFigure } from '#shared/figures/series.ts';
import { targetText, unitText } from '#shared/figures/value-text.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { Indicator } from '#shared/model/indicator.ts';
import type { Round } from '#shared/model/round.ts';
import { commitAmending } from '../../dialogs/amend.tsx';
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
  const rows = useRows(
    async (db) => {
      const figures = await db.figures.where('indicatorId').anyOf(ids).toArray();
      const measureOf = measuresOf({
        indicators: (await db.indicators.bulkGet([...ids])).filter((one) => one !== undefined),
        figures,
      });
      return ids.flatMap((id) => measureOf(id) ?? []);
    },
    [ids.join()],
  );
  const add = () => {
    const wanted = name.trim();
    if (!decision || wanted === '') return;
    void attempt(async () => {
      const written = await commitAmending(
        { key: 'change.indicator.add', params: { name: wanted } },
        (change) =>
          addIndicator(
            change,
            decision.id,
            { name: { [language]: wanted }, unit: unit.trim(), target: target.trim() },
            { by: actor(), at: new Date().toISOString() },
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
        {rows?.map(({ indicator, figures }) => (
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
            <TextInput
              size="xs"
              style={{ flex: 2 }}
              aria-label={t('decisions.form.indicator.name')}
              placeholder={t('decisions.form.indicator.name')}
              value={name}
              onChange={(event) => draft.change({ name: event.currentTarget.value })}
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
              value={unit}
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
