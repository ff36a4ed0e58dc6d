import {
  Alert,
  Anchor,
  Box,
  Button,
  Group,
  List,
  Loader,
  MultiSelect,
  Select,
  Tabs,
  Text,
} from '@mantine/core';
import { IconCopyPlus, IconFileImport, IconUsers } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { isDifference } from '#shared/coding/differences.ts';
import type { MergeOutcome } from '#shared/edit/merge-coder.ts';
import { choiceOf } from '#shared/edit/reconcile.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { AgreementTable } from './agreement-table.tsx';
import classes from './coders.module.css';
import { MAKE_COPY } from './commands.ts';
import { Differences } from './differences.tsx';
import { type DifferenceFilter, EVERYTHING } from './filter.ts';
import { type Chosen, type ComparedCoders, useComparison } from './use-comparison.ts';

/** Two coders side by side: how far they agree, and what differs. */
export function CompareView({
  outcome,
  waiting,
  onTake,
  onDismiss,
}: {
  /** What the copy that was taken in last brought. */
  outcome: MergeOutcome | null;
  waiting: boolean;
  onTake: () => void;
  onDismiss: () => void;
}) {
  const { t } = useSpeech();
  const [chosen, setChosen] = useState<Chosen>({ a: null, b: null, dialogueIds: null });
  const [tab, setTab] = useState<string | null>('agreement');
  const [filter, setFilter] = useState<DifferenceFilter>(EVERYTHING);
  const compared = useComparison(chosen);
  const differences = useMemo(() => compared?.comparisons.filter(isDifference) ?? [], [compared]);
  const open = useMemo(() => differences.filter((one) => choiceOf(one) === 'open').length, [differences]);
  if (!compared) return <Loader m="xl" aria-label={t('coders.title')} />;
  const { pair } = compared;

  const buttons = (
    <>
      <Button variant="default" leftSection={<IconFileImport size={16} />} loading={waiting} onClick={onTake}>
        {t('coders.take')}
      </Button>
      <Button leftSection={<IconCopyPlus size={16} />} onClick={() => go(MAKE_COPY)}>
        {t('coders.copy.make')}
      </Button>
    </>
  );
  return (
    <Page
      above={<BackLink to={links.dialogues()}>{t('dialogues.title')}</BackLink>}
      fill
      title={t('coders.title')}
      description={t('coders.description')}
      actions={pair ? buttons : undefined}
      toolbar={pair && <Choosing compared={compared} chosen={chosen} onChange={setChosen} />}
    >
      {outcome && <Outcome outcome={outcome} onDismiss={onDismiss} />}
      {!pair && (
        <EmptyState icon={IconUsers} title={t('coders.empty.title')} action={<Group>{buttons}</Group>}>
          {t('coders.empty.text')}
        </EmptyState>
      )}
      {pair && pair.dialogueIds.length === 0 && (
        <EmptyState icon={IconUsers} title={t('coders.empty.title')}>
          {t('coders.noShared')}
        </EmptyState>
      )}
      {pair && pair.dialogueIds.length > 0 && (
        <Tabs value={tab} onChange={setTab} className={classes.tabs ?? ''} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="agreement">{t('coders.tab.agreement')}</Tabs.Tab>
            <Tabs.Tab value="differences">{t('coders.tab.differences', { open })}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="agreement" className={classes.panel ?? ''}>
            <Box className={classes.scroll}>
              <AgreementTable
                compared={compared}
                pair={pair}
                differences={differences}
                onShow={(issueId) => {
                  setFilter({ ...EVERYTHING, issueId });
                  setTab('differences');
                }}
              />
            </Box>
          </Tabs.Panel>
          <Tabs.Panel value="differences" className={classes.panel ?? ''}>
            <Differences
              compared={compared}
              pair={pair}
              differences={differences}
              filter={filter}
              onFilter={setFilter}
            />
          </Tabs.Panel>
        </Tabs>
      )}
    </Page>
  );
}

function Choosing({
  compared: { coders, pair, dialogues },
  chosen,
  onChange,
}: {
  compared: ComparedCoders;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}) {
  const { t } = useSpeech();
  if (!pair) return null;
  const names = coders.map(({ name, codings }) => ({
    value: name,
    label: t('coders.coder', { name: name || t('coders.noName'), codings }),
  }));
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('coders.a')}
        size="xs"
        w={250}
        allowDeselect={false}
        data={names}
        value={pair.a}
        onChange={(a) => a !== null && onChange({ ...chosen, a, b: a === pair.b ? pair.a : pair.b })}
      />
      <Select
        label={t('coders.b')}
        size="xs"
        w={250}
        allowDeselect={false}
        data={names}
        value={pair.b}
        onChange={(b) => b !== null && onChange({ ...chosen, b, a: b === pair.a ? pair.b : pair.a })}
      />
      <MultiSelect
        label={t('coders.dialogues')}
        size="xs"
        flex="1 1 260px"
        data={dialogues.map(({ id, title }) => ({ value: id, label: title }))}
        value={[...pair.dialogueIds]}
        onChange={(dialogueIds) => onChange({ ...chosen, dialogueIds })}
        hidePickedOptions
      />
    </Group>
  );
}

/** What the copy brought, and what had to be left in it. */
function Outcome({ outcome, onDismiss }: { outcome: MergeOutcome; onDismiss: () => void }) {
  const { t } = useSpeech();
  const { coder, taken, known, moved, unsure, review, left, advice } = outcome;
  const told = (known > 0 && taken > 0) || moved + unsure + left.length + advice > 0;
  return (
    <Alert
      className={classes.outcome ?? ''}
      color={left.length > 0 || unsure > 0 ? 'yellow' : 'ai'}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={onDismiss}
      title={t('coders.taken', { taken, coder })}
      data-testid="coders-outcome"
    >
      {told && (
        <Text size="sm" component="div">
          {known > 0 && taken > 0 && <div>{t('coders.taken.known', { count: known })}</div>}
          {moved > 0 && <div>{t('coders.taken.moved', { count: moved })}</div>}
          {unsure > 0 && (
            <div>
              {t('coders.taken.unsure', { count: unsure })}{' '}
              {review[0] && (
                <Anchor
                  component="button"
                  type="button"
                  inherit
                  onClick={() => go(links.review(review[0] ?? ''))}
                >
                  {t('coders.taken.review')}
                </Anchor>
              )}
            </div>
          )}
          {advice > 0 && <div>{t('coders.taken.advice', { count: advice })}</div>}
          {left.length > 0 && (
            <>
              <div>{t('coders.taken.left', { count: left.length })}</div>
              <List size="sm" className={classes.left ?? ''}>
                {left.map(({ reason, quote, issue }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
                  <List.Item key={index}>
                    {t(`coders.taken.left.${reason}`, { quote: quote.slice(0, 80), issue })}
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Text>
      )}
    </Alert>
  );
}
