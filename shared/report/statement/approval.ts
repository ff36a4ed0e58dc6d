import { APPROVAL_KINDS } from '../../statement/approval.ts';
import type { StatementSummary } from '../model/statement.ts';
import type { SectionWriter } from '../section.ts';

/** Who approved the statement, who signed it, and where it can be read; what is not noted is said to be missing. */
export const approval: SectionWriter<StatementSummary> = ({ approval: said }, { t }) => ({
  id: 'approval',
  title: t('report.statement.approval'),
  blocks: [
    {
      kind: 'facts',
      facts: APPROVAL_KINDS.map((kind) => {
        const { text, when } = said[kind];
        const what = text || (when === '' ? '' : t('report.statement.approval.none'));
        return {
          label: t(`report.statement.approval.${kind}`),
          value:
            when === ''
              ? what || t('report.statement.approval.none')
              : t('report.statement.approval.on', { what, date: when }),
        };
      }),
    },
  ],
});
