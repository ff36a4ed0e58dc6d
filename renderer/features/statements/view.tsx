import { Button, Loader, Stack } from '@mantine/core';
import { IconClipboardCheck, IconFileTypeDocx } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Language } from '#shared/i18n/languages.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { statementId } from '#shared/statement/subject.ts';
import { useCreateReport } from '../../dialogs/report/use-create-report.ts';
import { useCommands } from '../../ui/commands.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { useLeakDialog } from '../../ui/leak-dialog.tsx';
import { go, links } from '../../ui/links.ts';
import { Page } from '../../ui/page.tsx';
import { useStatementActs } from './acts.ts';
import { atOf } from './at.ts';
import { Chooser } from './chooser.tsx';
import { placeCommands } from './commands.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { EditionsPanel } from './editions-panel.tsx';
import { PlaceList } from './place-list.tsx';
import { RequirementPanel } from './requirement-panel.tsx';
import { AboutPanel, ApprovalPanel, ElsewherePanel, HintsPanel } from './side-panels.tsx';
import classes from './statements.module.css';
import { type Chosen, useChosen } from './use-chosen.ts';
import { useEditions } from './use-editions.ts';
import { latestYear, useRegister } from './use-register.ts';
import { type Statement, useStatement } from './use-statement.ts';

/** What laws and standards ask to be published, and what the company says to it. */
export default function StatementsView() {
  const { t } = useSpeech();
  const state = useRegister();
  return state ? (
    <Statements state={state} />
  ) : (
    <Page title={t('statement.title')}>
      <Loader aria-label={t('statement.title')} />
    </Page>
  );
}

function Statements({ state }: { state: WorkspaceState }) {
  const { t } = useSpeech();
  const { chosen, choose } = useChosen(
    latestYear(state),
    (of) => state.organisations.some(({ id }) => id === of),
    state.answers,
  );
  const statement = useStatement(state, chosen);
  const word = useWord();
  return (
    <Page
      title={t('statement.title')}
      description={t('statement.description')}
      fill
      actions={<Create statement={statement} word={word} />}
      toolbar={
        <Stack gap="sm">
          <Chooser state={state} chosen={chosen} choose={choose} />
          <CoverageBar coverage={statement.coverage} />
        </Stack>
      }
    >
      <Desk state={state} statement={statement} chosen={chosen} choose={choose} onWord={word.create} />
      {word.dialog}
    </Page>
  );
}

interface DeskProps {
  readonly state: WorkspaceState;
  readonly statement: Statement;
  readonly chosen: Chosen;
  readonly choose: (fields: Partial<Chosen>) => void;
  readonly onWord: Word['create'];
}

/** The requirements, and beside them the one that is open. */
function Desk({ state, statement, chosen, choose, onWord }: DeskProps) {
  const { listed, coverage } = statement;
  const open = (at: string) => choose({ at });
  const step = (by: 1 | -1) => {
    const here = coverage.places.findIndex((one) => atOf(one) === chosen.at);
    const next = coverage.places[here < 0 ? 0 : here + by];
    if (next) open(atOf(next));
  };
  useCommands(
    placeCommands,
    {
      'statements.previous': () => step(-1),
      'statements.following': () => step(1),
      'statements.gap': () => {
        const gap = listed.find(
          (one) => (one.state === 'open' || one.state === 'missing') && atOf(one) !== chosen.at,
        );
        if (gap) open(atOf(gap));
      },
    },
    { global: true },
  );
  return (
    <div className={classes.desk}>
      <PlaceList statement={statement} at={chosen.at} onOpen={open} />
      <div className={classes.panel}>
        <Panel state={state} statement={statement} chosen={chosen} onOpen={open} onWord={onWord} />
      </div>
    </div>
  );
}

function Panel({
  state,
  statement,
  chosen: { at, checklist, year, of },
  onOpen,
  onWord,
}: Pick<DeskProps, 'state' | 'statement' | 'chosen' | 'onWord'> & { onOpen: (at: string) => void }) {
  const { t } = useSpeech();
  const acts = useStatementActs(statement);
  const editions = useEditions(statement);
  const place = statement.coverage.places.find((one) => atOf(one) === at);
  const key = [checklist, year, of ?? '', at].join(' ');
  if (place)
    return <RequirementPanel key={key} statement={statement} state={state} place={place} acts={acts} />;
  switch (at) {
    case 'approval':
      return <ApprovalPanel key={key} statement={statement} acts={acts} onPublished={editions.keepFirst} />;
    case 'editions':
      return <EditionsPanel key={key} statement={statement} editions={editions} onWord={onWord} />;
    case 'hints':
      return <HintsPanel statement={statement} onOpen={onOpen} />;
    case 'elsewhere':
      return <ElsewherePanel statement={statement} acts={acts} />;
    case 'about':
      return <AboutPanel statement={statement} />;
    default:
      return (
        <EmptyState icon={IconClipboardCheck} title={t('statement.empty')}>
          {t('statement.empty.text')}
        </EmptyState>
      );
  }
}

/** Makes the Word document at once, in the language of the interface; another one is chosen among the reports. */
function Create({ statement: { checklist, scope }, word }: { statement: Statement; word: Word }) {
  const { t, language } = useSpeech();
  const subjectId = statementId(checklist.id, scope);
  return (
    <>
      <Button
        leftSection={<IconFileTypeDocx size={16} />}
        loading={word.isBusy}
        onClick={() => word.create(subjectId, language)}
        data-testid="statement-create"
      >
        {t('statement.create')}
      </Button>
      <Button variant="default" onClick={() => go(links.report('statement', subjectId))}>
        {t('statement.more')}
      </Button>
    </>
  );
}

/** Word documents of statements and of their editions, one at a time. */
interface Word {
  readonly create: (subjectId: string, language: Language) => void;
  readonly isBusy: boolean;
  /** Asks about names, while that is needed. */
  readonly dialog: ReactNode;
}

function useWord(): Word {
  const { ask, dialog } = useLeakDialog();
  const { create, stage } = useCreateReport(ask);
  return {
    create: (subjectId, language) =>
      void create({ kind: 'statement', subjectId, language, preset: 'full', sections: {} }),
    isBusy: stage !== null,
    dialog,
  };
}
