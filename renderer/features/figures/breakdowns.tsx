import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { newId } from '#shared/model/basics.ts';
import { type Breakdown, RELATIONS } from '#shared/model/indicator.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { LanguageFields } from '../../ui/language-fields.tsx';

interface BreakdownsProps {
  readonly value: readonly Breakdown[];
  readonly languages: readonly string[];
  readonly onChange: (value: Breakdown[]) => void;
}

/** In which parts an indicator is counted, and whether they make the whole. */
export function Breakdowns({ value, languages, onChange }: BreakdownsProps) {
  const { t } = useSpeech();
  const put = (code: string, next: Breakdown | null) =>
    onChange(value.flatMap((one) => (one.code === code ? (next ?? []) : one)));
  return (
    <Stack gap="sm">
      {value.map((one) => (
        <OneBreakdown
          key={one.code}
          value={one}
          languages={languages}
          onChange={(next) => put(one.code, next)}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          onChange([
            ...value,
            { code: newId(), name: {}, relation: 'some-parts', members: [blankMember()], rest: {} },
          ])
        }
      >
        {t('figureIndicator.breakdown.add')}
      </Button>
    </Stack>
  );
}

const blankMember = (): Breakdown['members'][number] => ({ code: newId(), name: {}, retiredAfter: null });

function OneBreakdown({
  value,
  languages,
  onChange,
}: {
  readonly value: Breakdown;
  readonly languages: readonly string[];
  readonly onChange: (value: Breakdown | null) => void;
}) {
  const { t, local } = useSpeech();
  const { members, name, relation } = value;
  return (
    <Fieldset legend={local(name) || t('figureIndicator.breakdown')}>
      <Stack gap="xs">
        <LanguageFields
          label={t('figureIndicator.breakdown.name')}
          languages={languages}
          value={name}
          onChange={(next) => onChange({ ...value, name: next })}
        />
        <NativeSelect
          label={t('figureIndicator.relation')}
          data={RELATIONS.map((one) => ({ value: one, label: t(`figureIndicator.relation.${one}`) }))}
          value={relation}
          onChange={({ currentTarget }) =>
            onChange({ ...value, relation: currentTarget.value as Breakdown['relation'] })
          }
        />
        {members.map((member, index) => (
          <Group key={member.code} gap="xs" wrap="nowrap" align="flex-end">
            <div style={{ flex: 1 }}>
              <LanguageFields
                label={t('figureIndicator.member', { number: index + 1 })}
                languages={languages}
                value={member.name}
                onChange={(next) =>
                  onChange({ ...value, members: members.with(index, { ...member, name: next }) })
                }
              />
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              mb={4}
              aria-label={t('figureIndicator.member.remove', { number: index + 1 })}
              onClick={() => onChange({ ...value, members: members.toSpliced(index, 1) })}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange({ ...value, members: [...members, blankMember()] })}
          >
            {t('figureIndicator.member.add')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange(null)}>
            {t('figureIndicator.breakdown.remove')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
