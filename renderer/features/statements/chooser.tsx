import { Group, Select } from '@mantine/core';
import { textIn } from '#shared/model/basics.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { checklists } from '#shared/statement/checklists.ts';
import { today } from '../../platform/today.ts';
import { FiscalYearSelect } from '../../ui/fiscal-year-select.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import type { Chosen } from './use-chosen.ts';

/** The company as a whole is no organisation of the register. */
const WHOLE = 'whole';

/** Which checklist, for whom, and for which year. */
export function Chooser({
  state,
  chosen,
  choose,
}: {
  state: WorkspaceState;
  chosen: Chosen;
  choose: (fields: Partial<Chosen>) => void;
}) {
  const { t, language, local } = useSpeech();
  const [workspace] = state.workspace;
  if (!workspace) return null;
  const own = state.organisations.filter(({ kind }) => kind === 'own' || kind === 'own-set');
  const organisations = [
    { value: WHOLE, label: t('statement.company', { company: local(workspace.company) }) },
    ...own.map(({ id, name }) => ({ value: id, label: local(name) })),
  ];
  return (
    <Group gap="sm" align="flex-end">
      <Select
        w={300}
        maw="100%"
        label={t('statement.checklist')}
        allowDeselect={false}
        data={checklists().map(({ id, name }) => ({ value: id, label: textIn(name, language) }))}
        value={chosen.checklist}
        onChange={(checklist) => checklist && choose({ checklist, at: null })}
        data-testid="statement-checklist"
      />
      <Select
        w={290}
        maw="100%"
        label={t('statement.organisation')}
        allowDeselect={false}
        data={organisations}
        value={chosen.of ?? WHOLE}
        onChange={(of) => of && choose({ of: of === WHOLE ? null : of, at: null })}
        data-testid="statement-organisation"
      />
      <FiscalYearSelect
        w={130}
        label={t('statement.year')}
        convention={workspace.fiscalYear}
        value={chosen.year}
        last={fiscalYearOf(today(), workspace.fiscalYear) + 1}
        onChange={(year) => choose({ year })}
        testId="statement-year"
      />
    </Group>
  );
}
