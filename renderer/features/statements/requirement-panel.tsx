import { Alert, Badge, Button, Group, SegmentedControl, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { ANSWER_STATES, type AnswerState } from '#shared/model/answer.ts';
import { textIn } from '#shared/model/basics.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { atOf } from './at.ts';
import { Gathered } from './gathered.tsx';
import type { PanelProps } from './panel-props.ts';
import { Before, Texts, Why } from './texts.tsx';

/** One requirement: what is asked, how far it is answered, the words, last year's beside them, and what they rest on. */
export function RequirementPanel(props: PanelProps) {
  const { statement, place, acts } = props;
  const { t, language } = useSpeech();
  const { requirement, answer, answeredVersion, before, subject } = place;
  const of = statement.naming.subject(subject);
  return (
    <Stack gap="md" data-testid="requirement-panel">
      <div>
        <Group gap="xs" mb={4}>
          <Title order={2} size="h4">
            {requirement.number} {textIn(requirement.title, language)}
          </Title>
          {requirement.need !== 'asked' && (
            <Badge variant="default" tt="none">
              {t(`statement.${requirement.need}`)}
            </Badge>
          )}
          {!requirement.verified && (
            <Tooltip label={t('statement.unverified.hint')} multiline w={260}>
              <Badge variant="light" color="orange" tt="none" tabIndex={0}>
                {t('statement.unverified')}
              </Badge>
            </Tooltip>
          )}
        </Group>
        {of !== '' && (
          <Text size="sm" fw={600}>
            {of}
          </Text>
        )}
        <Text size="sm" c="dimmed" maw="46rem">
          {textIn(requirement.asks, language)}
        </Text>
        {requirement.asked !== 'once' && subject === null && (
          <Text size="sm" mt={4}>
            {t(`statement.subject.none.${requirement.asked}`)}
          </Text>
        )}
        {answeredVersion !== null && (
          <Text size="sm" mt={4}>
            {t('statement.olderVersion', { version: answeredVersion })}
          </Text>
        )}
      </div>
      <StateChoice {...props} />
      <Texts key={`texts ${atOf(place)}`} {...props} />
      {(answer?.state === 'missing' || answer?.state === 'not-applicable') && (
        <Why key={`why ${atOf(place)}`} {...props} />
      )}
      {before && <Before {...props} before={before} />}
      <Gathered key={`gathered ${atOf(place)}`} {...props} />
      {answer && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => void acts.remove(requirement.number, answer)}
        >
          {t('statement.clear')}
        </Button>
      )}
    </Stack>
  );
}

/** What an answer is marked as, and what it counts as where it says nothing. */
function StateChoice({ place, acts }: PanelProps) {
  const { t } = useSpeech();
  const { answer, state } = place;
  const isOverruled = answer !== null && answer.state !== state;
  return (
    <div>
      <Group gap="sm">
        <SegmentedControl
          size="sm"
          aria-label={t('statement.state')}
          value={answer?.state ?? ''}
          onChange={(next) => void acts.put(place, { state: next as AnswerState }, 'change.answer.state')}
          data={ANSWER_STATES.map((value) => ({ value, label: t(`statement.state.${value}`) }))}
          data-testid="answer-state"
        />
        {answer === null && (
          <Text size="sm" c="dimmed">
            {t('statement.state.open')}
          </Text>
        )}
      </Group>
      {isOverruled && (
        <Alert variant="light" color="orange" mt="xs" p="xs" role="status">
          {t(answer.state === 'not-applicable' ? 'statement.state.saysNoWhy' : 'statement.state.saysNothing')}
        </Alert>
      )}
    </div>
  );
}
