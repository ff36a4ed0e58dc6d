import { Badge, Box, Group, SegmentedControl, Text } from '@mantine/core';
import type { MessageKey } from '#shared/i18n/index.ts';
import type { Choice } from '#shared/merge/placing.ts';
import type { ReviewItem, ReviewPart } from '#shared/merge/review.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { type Choices, chosen } from './choosing.ts';
import classes from './returned-copy.module.css';

export interface DifferenceProps {
  readonly item: ReviewItem;
  readonly choices: Choices;
  readonly onChoose: (part: ReviewPart, choice: Choice) => void;
}

/** One difference: what it is, and for each part of it which version stands. */
export function Difference({ item, choices, onChoose }: DifferenceProps) {
  const { t } = useSpeech();
  const [whole] = item.parts.filter(({ label }) => label === '');
  return (
    <Box className={classes.item ?? ''} data-testid="merge-item">
      <Group justify="space-between" wrap="nowrap" gap="md" align="flex-start">
        <Box miw={0}>
          <Text size="sm" fw={500} className={classes.name ?? ''}>
            {item.name}
          </Text>
          <Group gap={6} mt={2}>
            <Badge size="sm" variant="light" color={item.at === 'both' ? 'yellow' : 'gray'} tt="none">
              {t(`merge.kind.${item.kind}.${item.at}`)}
            </Badge>
            <Followers item={item} />
          </Group>
        </Box>
        {whole && <Control name={item.name} part={whole} choices={choices} onChoose={onChoose} />}
      </Group>
      {item.blocked && (
        <Text size="xs" c="dimmed">
          {t(`merge.blocked.${item.blocked}`)}
        </Text>
      )}
      {item.parts
        .filter(({ label }) => label !== '')
        .map((part) => (
          <Part key={part.key} name={item.name} part={part} choices={choices} onChoose={onChoose} />
        ))}
    </Box>
  );
}

function Followers({ item: { followers } }: { item: ReviewItem }) {
  const { t, language } = useSpeech();
  if (followers.length === 0) return null;
  const names = followers.map(({ table, count }) =>
    t('merge.with.one', { table: t(`merge.table.${table}`), count }),
  );
  const what = new Intl.ListFormat(language, { type: 'unit' }).format(names);
  return (
    <Text size="xs" c="dimmed">
      {t('merge.with', { what })}
    </Text>
  );
}

interface PartProps {
  readonly name: string;
  readonly part: ReviewPart;
  readonly choices: Choices;
  readonly onChoose: DifferenceProps['onChoose'];
}

/** A field with its versions, that of the copy beside ours. */
function Part(props: PartProps) {
  const { t } = useSpeech();
  const { part, choices } = props;
  const choice = chosen(choices, part);
  const versions: readonly Choice[] = part.at === 'here' ? ['mine'] : ['mine', 'theirs'];
  return (
    <Box className={classes.part ?? ''}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="xs" fw={500}>
          {part.label}
          {part.at === 'here' && (
            <Text span size="xs" c="dimmed" ml={6}>
              {t('merge.kind.changed.here')}
            </Text>
          )}
        </Text>
        <Control {...props} />
      </Group>
      <div className={classes.versions}>
        {versions.map((version) => (
          <Version
            key={version}
            label={t(version === 'mine' ? 'merge.pick.mine' : 'merge.pick.theirs')}
            text={part.texts[version]}
            stands={choice === version || choice === 'both'}
          />
        ))}
      </div>
      {choice === 'both' && !part.clash && (
        <Version label={t('merge.pick.joined')} text={part.texts.both} stands />
      )}
    </Box>
  );
}

function Version({ label, text, stands }: { label: string; text: string; stands: boolean }) {
  return (
    <div className={classes.version} data-stands={stands}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{text}</Text>
    </div>
  );
}

function Control({ name, part, choices, onChoose }: PartProps) {
  const { t } = useSpeech();
  if (part.choices.length === 0) return null;
  const taking = part.at === 'there';
  const wordOf = (choice: Choice): MessageKey => {
    if (choice === 'both') return part.clash ? 'merge.pick.both' : 'merge.pick.joined';
    return taking ? `merge.choice.${choice}` : `merge.pick.${choice}`;
  };
  const what = part.label === '' ? name : `${name}: ${part.label}`;
  return (
    <SegmentedControl
      size="xs"
      style={{ flexShrink: 0 }}
      aria-label={t(taking ? 'merge.choice.of' : 'merge.pick.of', { what })}
      value={chosen(choices, part)}
      onChange={(value) => onChoose(part, value as Choice)}
      data={part.choices.map((choice) => ({ value: choice, label: t(wordOf(choice)) }))}
    />
  );
}
