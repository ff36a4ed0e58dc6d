import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Arrangement, CADENCE_MONTHS, type Cadence } from '#shared/model/arrangement.ts';
import { withCadence } from '#shared/register/cadence.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { useRowActs } from '../../dialogs/register/use-row-acts.ts';
import { today } from '../../platform/today.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { useCadenceText } from './use-cadence-text.ts';

const NOT = 'not';

interface CadenceInputProps {
  readonly value: Cadence | null;
  readonly onChange: (cadence: Cadence | null) => void;
  /** What the two fields are called. */
  readonly label: string;
  readonly fromLabel: string;
}

/** How often, and from which month on. What is no month yet is not told. */
export function CadenceInput({ value, onChange, label, fromLabel }: CadenceInputProps) {
  const { t, day } = useSpeech();
  const [months, setMonths] = useState(value ? String(value.months) : NOT);
  const [from, setFrom] = useState(day(value?.anchor));
  const anchor = typedDate(from).date;
  const tell = (nextMonths: string, nextFrom: string) => {
    const { date } = typedDate(nextFrom);
    if (nextMonths === NOT) onChange(null);
    else if (date !== null && date.length >= 7)
      onChange({ months: Number(nextMonths) as Cadence['months'], anchor: date.slice(0, 7) });
  };
  const unclear = months !== NOT && from.trim() !== '' && (anchor === null || anchor.length < 7);
  return (
    <SimpleGrid cols={2} spacing="sm">
      <Select
        label={label}
        allowDeselect={false}
        data={[
          { value: NOT, label: t('cadence.none') },
          ...CADENCE_MONTHS.map((each) => ({ value: String(each), label: t(`cadence.${each}`) })),
        ]}
        value={months}
        onChange={(chosen) => {
          if (!chosen) return;
          setMonths(chosen);
          tell(chosen, from);
        }}
      />
      {months !== NOT && (
        <TextInput
          label={fromLabel}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={anchor !== null && anchor.length >= 7 ? undefined : t('cadence.from.hint')}
          error={unclear ? t('cadence.from.unclear') : undefined}
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value);
            tell(months, event.currentTarget.value);
          }}
        />
      )}
    </SimpleGrid>
  );
}

/** How often an arrangement is due; asks whether a change holds from now on, or corrects what was written down. */
export function CadenceField({ arrangement }: { readonly arrangement: Arrangement }) {
  const { t, day } = useSpeech();
  const acts = useRowActs();
  const cadenceText = useCadenceText();
  const stored = arrangement.cadence;
  const [typed, setTyped] = useState<Cadence | null>(stored);
  const month = today().slice(0, 7);
  const changed = typed?.months !== stored?.months || typed?.anchor !== stored?.anchor;
  // Where nothing began under it yet, there is no past to keep.
  const hasPast =
    withCadence(arrangement, typed, month).formerCadences.length > arrangement.formerCadences.length;
  const save = (from: string | null) => void acts.changeCadence(arrangement, typed, from);
  return (
    <Stack gap={6}>
      <CadenceInput
        // What is stored anew, by undo or elsewhere, is shown.
        key={`${stored?.months} ${stored?.anchor}`}
        label={t('register.field.cadence')}
        fromLabel={t('register.field.cadence.from')}
        value={stored}
        onChange={setTyped}
      />
      {changed && (
        <Group gap="xs" role="group" aria-label={t('register.field.cadence')}>
          <Button size="compact-sm" onClick={() => save(month)}>
            {t(hasPast ? 'cadence.save.fromNow' : 'common.save')}
          </Button>
          {hasPast && (
            <Button size="compact-sm" variant="default" onClick={() => save(null)}>
              {t('cadence.save.correct')}
            </Button>
          )}
        </Group>
      )}
      {arrangement.formerCadences.map(({ cadence, until }) => (
        <Text key={until} size="xs" c="dimmed">
          {t('cadence.former', { cadence: cadenceText(cadence), until: day(until) })}
        </Text>
      ))}
    </Stack>
  );
}
