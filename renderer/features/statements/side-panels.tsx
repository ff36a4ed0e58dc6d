import { Anchor, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { textIn } from '#shared/model/basics.ts';
import { APPROVAL_KINDS, type ApprovalKind } from '#shared/statement/approval.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import { DraftNote } from '../../ui/form-buttons.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { PartialDateField } from '../../ui/partial-date-field.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { StatementActs } from './acts.ts';
import classes from './statements.module.css';
import type { Statement } from './use-statement.ts';

interface ApprovalProps {
  readonly statement: Statement;
  readonly acts: StatementActs;
  /** It was noted where the statement can be read. */
  readonly onPublished: () => Promise<void>;
}

/** Who approved the statement, who signed it, and where it can be read; what is stored anew begins the form anew. */
export function ApprovalPanel(props: ApprovalProps) {
  const { entries } = props.statement.approval;
  const stored = APPROVAL_KINDS.map((kind) => [entries[kind]?.text, entries[kind]?.when]);
  return <ApprovalForm key={JSON.stringify(stored)} {...props} />;
}

function ApprovalForm({ statement, acts, onPublished }: ApprovalProps) {
  const { t, day } = useSpeech();
  const { approval, checklist, scope, naming } = statement;
  const of = (kind: ApprovalKind) => approval.entries[kind];
  const draft = useDraft(`statement.approval/${checklist.id}/${scope.fiscalYear}/${scope.of ?? ''}`, {
    approval: of('approval')?.text ?? '',
    approvalOn: day(of('approval')?.when),
    signature: of('signature')?.text ?? '',
    signatureOn: day(of('signature')?.when),
    publication: of('publication')?.text ?? '',
    publicationOn: day(of('publication')?.when),
  });
  const { value } = draft;
  const isValid = APPROVAL_KINDS.every((kind) => typedDate(value[`${kind}On`]).problem === null);
  const said = (kind: ApprovalKind) => ({ text: value[kind], when: typedDate(value[`${kind}On`]).date });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isValid) return;
        void acts
          .approve({
            approval: said('approval'),
            signature: said('signature'),
            publication: said('publication'),
          })
          .then((isSaved) => {
            if (!isSaved) return;
            draft.done();
            const { text, when } = said('publication');
            if (text.trim() !== '' || when !== null) void onPublished();
          });
      }}
    >
      <Stack gap="md" maw="46rem">
        <Title order={2} size="h4">
          {t('statement.approval')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('statement.approval.text', { year: naming.year(scope.fiscalYear) })}
        </Text>
        {APPROVAL_KINDS.map((kind) => (
          <Group key={kind} gap="sm" align="flex-start" wrap="nowrap">
            <TextInput
              flex={1}
              label={t(`statement.approval.${kind}`)}
              placeholder={t(`statement.approval.${kind}.hint`)}
              value={value[kind]}
              onChange={({ currentTarget }) => draft.change({ [kind]: currentTarget.value })}
            />
            <PartialDateField
              label={t('statement.approval.date')}
              value={value[`${kind}On`]}
              onChange={(typed) => draft.change({ [`${kind}On`]: typed })}
            />
          </Group>
        ))}
        <Group justify="flex-end">
          <DraftNote draft={draft} />
          <Button type="submit" disabled={!draft.begun || !isValid}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What readers ask, and whether words that answer it were found. */
export function HintsPanel({ statement, onOpen }: { statement: Statement; onOpen: (at: string) => void }) {
  const { t } = useSpeech();
  return (
    <Stack gap="sm" maw="46rem">
      <Title order={2} size="h4">
        {t('statement.hints')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('statement.hints.text')}
      </Text>
      <div>
        {statement.hints.map(({ id, number, found }) => (
          <Group key={id} className={classes.row} wrap="nowrap" justify="space-between" data-testid="hint">
            <Text size="sm">{t(`statement.hint.${id}`)}</Text>
            <Group gap="xs" wrap="nowrap">
              {found && <IconCheck size={14} aria-hidden />}
              <Text span size="sm" {...(found ? {} : { c: 'dimmed' })}>
                {t(found ? 'statement.hints.found' : 'statement.hints.notFound')}
              </Text>
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => onOpen(number === '54(6)' || number === '54(7)' ? 'approval' : number)}
              >
                {number}
              </Anchor>
            </Group>
          </Group>
        ))}
      </div>
    </Stack>
  );
}

/** Answers of the year that no requirement of this version takes. */
export function ElsewherePanel({ statement, acts }: { statement: Statement; acts: StatementActs }) {
  const { t, local } = useSpeech();
  return (
    <Stack gap="sm" maw="46rem">
      <Title order={2} size="h4">
        {t('statement.elsewhere')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('statement.elsewhere.text')}
      </Text>
      {statement.coverage.elsewhere.map((answer) => (
        <Paper key={answer.id} withBorder p="sm">
          <Text size="sm" fw={600}>
            {t('statement.elsewhere.line', { number: answer.requirement, version: answer.version })}
          </Text>
          <Text size="sm" className={classes.before}>
            {local(answer.text) || t(`statement.state.${answer.state}`)}
          </Text>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconTrash size={14} />}
            onClick={() => void acts.remove(answer.requirement, answer)}
          >
            {t('statement.clear')}
          </Button>
        </Paper>
      ))}
    </Stack>
  );
}

/** Where a checklist comes from, and what somebody has to know before relying on it. */
export function AboutPanel({ statement: { checklist } }: { statement: Statement }) {
  const { t, language } = useSpeech();
  return (
    <Stack gap="sm" maw="46rem">
      <Title order={2} size="h4">
        {textIn(checklist.name, language)}
      </Title>
      <Text size="sm">
        {t('statement.version', { version: checklist.version, source: textIn(checklist.source, language) })}
      </Text>
      <Text size="sm">{textIn(checklist.note, language)}</Text>
    </Stack>
  );
}
