import { Group, MultiSelect, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { AdviceDetails } from '#shared/edit/advice.ts';
import { ADVICE_KINDS, type Advice, type AdviceKind } from '#shared/model/advice.ts';
import { CATEGORIES, type Issue, isActive } from '#shared/model/issue.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { SavedText } from '../../ui/saved-text.tsx';

interface OfficeViewProps {
  readonly advice: Advice;
  readonly issues: readonly Issue[];
  readonly onSave: (details: AdviceDetails) => void;
}

/** What the office makes of it: in its own words, of which kind, on which issues, and to whom. */
export function OfficeView({ advice, issues, onSave }: OfficeViewProps) {
  const { t, local } = useSpeech();
  return (
    <Stack gap="sm" component="section" aria-labelledby="advice-office">
      <Title order={2} size="h5" id="advice-office">
        {t('advice.officeView')}
      </Title>
      <SavedText
        label={t('advice.field.restatement')}
        multiline
        value={advice.restatement}
        onSave={(text) => onSave({ restatement: text })}
      />
      <div>
        <Text size="sm" fw={500} mb={2} id="advice-kind">
          {t('advice.field.kind')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="advice-kind"
          value={advice.kind}
          onChange={(kind) => onSave({ kind: kind as AdviceKind })}
          data={ADVICE_KINDS.map((value) => ({ value, label: t(`adviceKind.${value}`) }))}
        />
      </div>
      <MultiSelect
        label={t('advice.field.issues')}
        searchable
        data={CATEGORIES.map((category) => ({
          group: t(`category.${category}`),
          items: issues
            .filter((one) => one.category === category && (isActive(one) || advice.issueIds.includes(one.id)))
            .map((one) => ({ value: one.id, label: local(one.name) })),
        })).filter(({ items }) => items.length > 0)}
        value={[...advice.issueIds]}
        onChange={(issueIds) => onSave({ issueIds })}
      />
      <Group gap={6}>
        {advice.issueIds.map((id) => {
          const issue = issues.find((one) => one.id === id);
          return issue && <IssueBadge key={id} issue={issue} onClick={() => go(links.issue(id))} />;
        })}
      </Group>
      <SavedText
        label={t('advice.field.addressee')}
        description={t('advice.field.addressee.hint')}
        value={advice.addressee}
        onSave={(addressee) => onSave({ addressee })}
      />
    </Stack>
  );
}
