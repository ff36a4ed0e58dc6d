import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '#shared/model/answer.ts';
import { textIn } from '#shared/model/basics.ts';
import type { Requirement } from '#shared/statement/checklist.ts';
import { coverStateOf } from '#shared/statement/coverage.ts';
import { useSpeech } from '../../ui/i18n.tsx';

interface CriteriaAnswersProps {
  readonly requirements: readonly Requirement[];
  /** Those of one year. */
  readonly answers: readonly Answer[];
}

/** What is said to each criterion in the latest year, or that nothing is. */
export function CriteriaAnswers({ requirements, answers }: CriteriaAnswersProps) {
  const { t, language, local } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        size="sm"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'register.criteria.hide' : 'register.criteria.show')}
      </Anchor>
      {isOpen && (
        <Stack gap={6} mt="xs" component="ul" pl={0} m={0} style={{ listStyle: 'none' }}>
          {requirements.map(({ number, title }) => {
            const answer = answers.find(({ requirement }) => requirement === number);
            const state = answer ? coverStateOf(answer) : 'open';
            return (
              <li key={number} data-testid="criterion">
                <Text size="sm" fw={500}>
                  {number} {textIn(title, language)}
                  <Text span size="xs" c="dimmed">
                    {' · '}
                    {t(`statement.state.${state}`)}
                  </Text>
                </Text>
                {answer && local(answer.text) !== '' && <Text size="sm">{local(answer.text)}</Text>}
              </li>
            );
          })}
        </Stack>
      )}
    </>
  );
}
