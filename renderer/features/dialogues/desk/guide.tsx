import { Blockquote, Stack, Text, Title } from '@mantine/core';
import { type LocalText, textIn } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import { useSpeech } from '../../../ui/i18n.tsx';
import { IssueBadge } from '../../../ui/issue-badge.tsx';
import type { StoredMark } from './marks.ts';

/** What the issue under the cursor means: definition, what belongs to it and what does not, and words that are of it. */
export function Guide({ issue, before }: { issue: Issue | null; before: StoredMark | undefined }) {
  const { t, language } = useSpeech();
  if (!issue) {
    return (
      <Text size="sm" c="dimmed" p="sm">
        {t('desk.guide.none')}
      </Text>
    );
  }
  const parts: readonly (readonly [string, LocalText])[] = [
    [t('desk.guide.include'), issue.include],
    [t('desk.guide.exclude'), issue.exclude],
  ];
  const definition = textIn(issue.definition, language);
  const example = textIn(issue.example, language);
  return (
    <Stack gap="sm" p="sm" aria-live="polite" data-testid="guide">
      <Text size="xs" c="dimmed">
        {t(`category.${issue.category}`)}
      </Text>
      <div>
        <IssueBadge issue={issue} />
      </div>
      <Text size="sm">{definition || t('desk.guide.undefined')}</Text>
      {parts.map(
        ([label, text]) =>
          textIn(text, language) !== '' && (
            <div key={label}>
              <Title order={3} size="h6">
                {label}
              </Title>
              <Text size="sm">{textIn(text, language)}</Text>
            </div>
          ),
      )}
      {example !== '' && <Example label={t('desk.guide.example')} text={example} />}
      {before && <Example label={t('desk.guide.before')} text={before.passage.quote} />}
    </Stack>
  );
}

function Example({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {label}
      </Title>
      <Blockquote py={6} px="sm" m={0} fz="sm">
        <Text size="sm" lineClamp={5}>
          {text}
        </Text>
      </Blockquote>
    </div>
  );
}
