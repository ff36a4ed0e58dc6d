import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Arrangement } from '#shared/model/arrangement.ts';
import { RowSelect } from '../../dialogs/register/row-select.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { CadenceInput } from './cadence-field.tsx';

type ReportsTo = Arrangement['reportsTo'];

/** To what body an arrangement reports, and how often. */
export function ReportsToField({
  arrangement,
  onSave,
}: {
  readonly arrangement: Arrangement;
  readonly onSave: (reportsTo: ReportsTo) => void;
}) {
  const { t } = useSpeech();
  const { reportsTo } = arrangement;
  const stored = reportsTo?.cadence ?? null;
  const [typed, setTyped] = useState(stored);
  const changed = typed?.months !== stored?.months || typed?.anchor !== stored?.anchor;
  return (
    <Stack gap={6}>
      <RowSelect
        label={t('register.field.reportsTo')}
        description={t('register.field.reportsTo.hint')}
        table="arrangements"
        addedAs="body"
        without={arrangement.id}
        kinds={['body', 'council', 'other']}
        value={reportsTo?.arrangementId ?? null}
        onChange={(arrangementId) => onSave(arrangementId ? { arrangementId, cadence: stored } : null)}
      />
      {reportsTo && (
        <>
          <CadenceInput
            key={`${stored?.months} ${stored?.anchor}`}
            label={t('register.field.reportsTo.cadence')}
            fromLabel={t('register.field.cadence.from')}
            value={stored}
            onChange={setTyped}
          />
          {changed && (
            <Button
              size="compact-sm"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => onSave({ ...reportsTo, cadence: typed })}
            >
              {t('common.save')}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}
