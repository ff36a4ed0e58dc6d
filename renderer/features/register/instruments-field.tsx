import { MultiSelect } from '@mantine/core';
import type { Arrangement } from '#shared/model/arrangement.ts';
import { useRows } from '../../store/index.ts';
import { useSpeech } from '../../ui/i18n.tsx';

type References = Arrangement['instruments'];

/** The texts that something rests on, by short name; the provision of one that stays is kept. */
export function InstrumentsField({
  value,
  onChange,
}: {
  readonly value: References;
  readonly onChange: (references: References) => void;
}) {
  const { t, local } = useSpeech();
  const known = useRows((db) => db.instruments.orderBy('code').toArray(), []);
  const data = new Map(
    value.map(({ code, provision }) => [code, [code, provision].filter(Boolean).join(' ')]),
  );
  for (const { code, name } of known ?? []) data.set(code, [code, local(name)].filter(Boolean).join(' – '));
  return (
    <MultiSelect
      label={t('register.field.instruments')}
      searchable
      hidePickedOptions
      limit={40}
      nothingFoundMessage={t('register.choose.none')}
      data={[...data].map(([code, label]) => ({ value: code, label }))}
      value={[...new Set(value.map(({ code }) => code))]}
      onChange={(codes) =>
        onChange(
          codes.flatMap((code) => {
            const own = value.filter((one) => one.code === code);
            return own.length > 0 ? own : [{ code, provision: '' }];
          }),
        )
      }
    />
  );
}
