import {
  Badge,
  Button,
  Drawer,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { IconArrowRight, IconCheck, IconTrash } from '@tabler/icons-react';
import { type AdviceDetails, setAdviceStatus, updateAdvice } from '#shared/edit/advice.ts';
import { removeAdvice } from '#shared/edit/coding.ts';
import {
  ADVICE_KINDS,
  type Advice,
  type AdviceKind,
  type AdviceStatus,
  NEXT_STATUSES,
} from '#shared/model/advice.ts';
import { PartialDate } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { CATEGORIES, type Issue, isActive } from '#shared/model/issue.ts';
import { actor, commit, undo } from '../../store/index.ts';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { go, links } from '../../ui/links.ts';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import { PassageQuote } from '../../ui/passage-quote.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import type { HeardAdvice } from './filter.ts';

/** One piece of advice: the words it was heard in, what the office makes of it, and what the company does. */
export function AdviceDrawer({
  adviceId,
  heard,
  issues,
  onClose,
}: {
  adviceId: IdOf<'advice'> | null;
  heard: HeardAdvice | null;
  issues: readonly Issue[];
  onClose: () => void;
}) {
  const { t } = useSpeech();
  return (
    <Drawer
      opened={adviceId !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={t('advice.detail')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {heard ? (
        <OpenAdvice key={heard.advice.id} heard={heard} issues={issues} onClose={onClose} />
      ) : (
        <Text c="dimmed">{t('advice.missing')}</Text>
      )}
    </Drawer>
  );
}

function OpenAdvice({
  heard: { advice, quotes },
  issues,
  onClose,
}: {
  heard: HeardAdvice;
  issues: readonly Issue[];
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const attempt = useAttempt();
  const restatement = shortened(advice.restatement || quotes[0]?.passage.quote || '');

  const save = (details: AdviceDetails) =>
    void attempt(() =>
      commit({ key: 'change.advice.edit', params: { restatement } }, (draft) =>
        updateAdvice(draft, advice.id, details, { by: actor(), at: new Date().toISOString() }),
      ),
    );
  const step = (status: AdviceStatus) =>
    void attempt(() =>
      commit({ key: 'change.advice.status', params: { restatement, status } }, (draft) =>
        setAdviceStatus(draft, advice.id, status),
      ),
    );
  const remove = () =>
    void attempt(async () => {
      await commit({ key: 'change.advice.remove' }, (draft) => removeAdvice(draft, advice.id));
      onClose();
      notifyUndo({
        message: t('advice.removed'),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });

  return (
    <Stack gap="lg">
      <Stack gap="sm" component="section" aria-labelledby="advice-heard">
        <Title order={2} size="h5" id="advice-heard">
          {t('advice.heard')}
        </Title>
        {quotes.map(({ passage, dialogue, attribution }) => (
          <PassageQuote key={passage.id} passage={passage} dialogue={dialogue} attribution={attribution} />
        ))}
      </Stack>

      <OfficeView advice={advice} issues={issues} onSave={save} />
      <CompanyView advice={advice} onSave={save} onStep={step} />

      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {[advice.takenBy && t('advice.takenBy', { name: advice.takenBy }), t('advice.saved')]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconTrash size={14} />}
          onClick={remove}
        >
          {t('advice.remove')}
        </Button>
      </Group>
    </Stack>
  );
}

interface OfficeViewProps {
  readonly advice: Advice;
  readonly issues: readonly Issue[];
  readonly onSave: (details: AdviceDetails) => void;
}

/** What the office makes of it: in its own words, of which kind, on which issues, and to whom. */
function OfficeView({ advice, issues, onSave }: OfficeViewProps) {
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

interface CompanyViewProps {
  readonly advice: Advice;
  readonly onSave: (details: AdviceDetails) => void;
  readonly onStep: (status: AdviceStatus) => void;
}

/** What the company does about it: how far it is, its answer, who answers for it and until when. */
function CompanyView({ advice, onSave, onStep }: CompanyViewProps) {
  const { t } = useSpeech();
  return (
    <Stack gap="sm" component="section" aria-labelledby="advice-company">
      <Title order={2} size="h5" id="advice-company">
        {t('advice.companyView')}
      </Title>
      <Status advice={advice} onStep={onStep} />
      <SavedText
        label={t('advice.field.response')}
        description={t('advice.field.response.hint')}
        multiline
        minRows={3}
        value={advice.response}
        onSave={(response) => onSave({ response })}
      />
      <SavedText
        label={t('advice.field.commitment')}
        multiline
        value={advice.commitment}
        onSave={(commitment) => onSave({ commitment })}
      />
      <Group grow align="flex-start">
        <SavedText
          label={t('advice.field.owner')}
          value={advice.owner}
          onSave={(owner) => onSave({ owner })}
        />
        <SavedText
          label={t('advice.field.due')}
          placeholder={t('advice.field.due.hint')}
          value={advice.due ?? ''}
          isValid={(value) => value === '' || PartialDate.safeParse(value).success}
          invalid={t('advice.field.due.hint')}
          onSave={(due) => onSave({ due: due === '' ? null : due })}
        />
      </Group>
    </Stack>
  );
}

/** The way so far, and the steps that may follow. */
function Status({ advice, onStep }: { advice: Advice; onStep: (status: AdviceStatus) => void }) {
  const { t } = useSpeech();
  const path: AdviceStatus[] = ['heard', 'considered', ...outcome(advice.status)];
  const reached = path.indexOf(advice.status);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('advice.field.status')}
      </Text>
      <Group gap={4} mb={8} role="list" aria-label={t('advice.field.status')}>
        {path.map((status, index) => (
          <Group key={status} gap={4} wrap="nowrap" role="listitem">
            {index > 0 && <IconArrowRight size={12} aria-hidden />}
            <Badge
              variant={index === reached ? 'filled' : index < reached ? 'light' : 'default'}
              leftSection={index < reached ? <IconCheck size={11} aria-hidden /> : undefined}
              aria-current={index === reached ? 'step' : undefined}
            >
              {t(`adviceStatus.${status}`)}
            </Badge>
          </Group>
        ))}
      </Group>
      <Group gap="xs">
        {NEXT_STATUSES[advice.status].map((status) => (
          <Button key={status} size="compact-sm" variant="default" onClick={() => onStep(status)}>
            {t(stepKey(advice.status, status))}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function outcome(status: AdviceStatus): AdviceStatus[] {
  return status === 'declined' ? ['declined'] : ['accepted', 'done'];
}

function stepKey(from: AdviceStatus, to: AdviceStatus) {
  if (from === 'declined' || from === 'done') return 'advice.step.reopen' as const;
  return to === 'heard' ? ('advice.step.reopen' as const) : (`advice.step.${to}` as const);
}

/** Labels of undo are read in one line. */
function shortened(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : text;
}
