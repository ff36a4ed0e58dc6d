import { Button, Table, Text, Tooltip, UnstyledButton } from '@mantine/core';
import type { CoderAgreement, TwoCoders } from '#shared/assessment/agreement.ts';
import type { Pair } from '#shared/coding/agreement.ts';
import type { Difference } from '#shared/coding/differences.ts';
import { acceptAll, choiceOf } from '#shared/edit/reconcile.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import { commit, undo } from '../../store/index.ts';
import { ActsHead } from '../../ui/acts-head.tsx';
import { useAttempt } from '../../ui/attempt.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { IssueBadge } from '../../ui/issue-badge.tsx';
import { notifyUndo } from '../../ui/notify-undo.tsx';
import classes from './coders.module.css';
import { issuesOf } from './filter.ts';
import { nameShown } from './name-shown.ts';
import type { ComparedCoders } from './use-comparison.ts';

/** Agreement issue by issue, with what is needed to read it, and what is left to settle. */
export function AgreementTable({
  compared: { agreement, issues, comparisons },
  pair,
  differences,
  onShow,
}: {
  compared: ComparedCoders;
  pair: Pair;
  differences: readonly Difference[];
  onShow: (issueId: IdOf<'issues'>) => void;
}) {
  const { t, local } = useSpeech();
  const attempt = useAttempt();
  if (!agreement) return null;
  const open = new Map<Id, number>();
  for (const one of differences)
    if (choiceOf(one) === 'open')
      for (const issueId of issuesOf(one)) open.set(issueId, (open.get(issueId) ?? 0) + 1);

  const accept = (issueId: IdOf<'issues'>) =>
    void attempt(async () => {
      const issue = local(issues.get(issueId)?.name);
      const count = await commit({ key: 'change.coders.acceptAll', params: { issue } }, (draft) =>
        acceptAll(draft, comparisons, issueId),
      );
      notifyUndo({
        message: t('coders.acceptAll.done', { count, issue }),
        undoLabel: t('common.undo'),
        undo: () => attempt(undo),
      });
    });
  const columns = [
    { label: t('coders.column.both'), width: 56 },
    { label: t('coders.column.onlyA', { name: nameShown(pair.a, t) }), width: 112 },
    { label: t('coders.column.onlyB', { name: nameShown(pair.b, t) }), width: 112 },
    { label: t('coders.column.neither'), width: 72 },
    { label: t('coders.column.prevalence'), width: 94 },
    { label: t('coders.column.kappa'), width: 76 },
    { label: t('coders.column.alpha'), width: 112 },
    { label: t('coders.column.open'), width: 72 },
  ];

  return (
    <>
      <Table.ScrollContainer minWidth={920}>
        <Table
          layout="fixed"
          verticalSpacing={5}
          horizontalSpacing={8}
          highlightOnHover
          fz="sm"
          data-testid="agreement"
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('coders.column.issue')}</Table.Th>
              {columns.map(({ label, width }) => (
                <Table.Th
                  key={label}
                  w={width}
                  ta="right"
                  fz="xs"
                  className={classes.column}
                  style={{ whiteSpace: 'normal' }}
                >
                  {label}
                </Table.Th>
              ))}
              <ActsHead width={98} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agreement.issues.map((one) => {
              const issue = issues.get(one.issueId);
              const left = open.get(one.issueId) ?? 0;
              return (
                <Table.Tr key={one.issueId}>
                  <Table.Td>
                    {issue && <IssueBadge issue={issue} onClick={() => onShow(one.issueId)} />}
                  </Table.Td>
                  <Figures figures={one} />
                  <Table.Td ta="right" className={classes.figure}>
                    {left > 0 && (
                      <UnstyledButton
                        fz="sm"
                        td="underline"
                        aria-label={t('coders.show', { issue: local(issue?.name) })}
                        onClick={() => onShow(one.issueId)}
                      >
                        {left}
                      </UnstyledButton>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={left === 0}
                      aria-label={t('coders.acceptAll.label', { issue: local(issue?.name) })}
                      onClick={() => accept(one.issueId)}
                    >
                      {t('coders.acceptAll')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th>{t('coders.together')}</Table.Th>
              <Figures figures={agreement.together} />
              <Table.Td colSpan={2} />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" className={classes.note ?? ''}>
        {t('coders.unit', { turns: agreement.turns })}
      </Text>
    </>
  );
}

function Figures({ figures }: { figures: TwoCoders & CoderAgreement }) {
  const { t } = useSpeech();
  const { both, onlyA, onlyB, neither, prevalence, kappa, alpha } = figures;
  return (
    <>
      {[both, onlyA, onlyB, neither].map((count, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never move
        <Table.Td key={index} ta="right" className={classes.figure}>
          {count}
        </Table.Td>
      ))}
      <Table.Td ta="right" className={classes.figure}>
        {t('coders.share', { value: prevalence })}
      </Table.Td>
      {[kappa, alpha].map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two columns that never move
        <Table.Td key={index} ta="right" className={classes.figure}>
          {value === null ? (
            <Tooltip label={t('coders.undefined.hint')} multiline w={280}>
              <Text span size="xs" c="dimmed">
                {t('coders.undefined')}
              </Text>
            </Tooltip>
          ) : (
            t('coders.figure', { value })
          )}
        </Table.Td>
      ))}
    </>
  );
}
