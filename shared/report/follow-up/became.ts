import type { Translate } from '../../i18n/index.ts';
import { adviceText } from '../dialogue/words.ts';
import type { Cell, Line } from '../document.ts';
import type { CommitmentItem, Happened } from '../model/commitments.ts';
import type { FollowUpSummary } from '../model/follow-up.ts';
import type { AdviceItem } from '../model/told-advice.ts';
import { listed, type SectionWriter } from '../section.ts';

/** Each piece of advice with what was answered, what was promised, and what became of it. */
export const became: SectionWriter<FollowUpSummary> = ({ advice, promised }, { t }) => {
  if (advice.length === 0 && promised.length === 0) return null;
  return {
    id: 'became',
    title: t('report.followUp.became'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.followUp.became.caption'),
        whole: true,
        columns: [
          { head: t('report.number'), share: 5, align: 'end' },
          { head: t('report.advice'), share: 31 },
          { head: t('report.response'), share: 32 },
          { head: t('report.followUp.promised'), share: 32 },
        ],
        rows: [
          ...advice.map((one): Cell[] => [
            String(one.number),
            withoutSources(one),
            one.response || '–',
            { lines: outcomeLines(one, t), apart: true },
          ]),
          ...promised.map((one): Cell[] => [
            '',
            t('report.followUp.inDialogue'),
            '–',
            { lines: commitmentLines(one, t), apart: true },
          ]),
        ],
      },
    ],
  };
};

/** Those who hold the handout were there: what was heard is not cited to the record. */
function withoutSources(item: AdviceItem): Line {
  return adviceText({ ...item, quotes: item.quotes.slice(0, item.restatement ? 0 : 1) }).filter(
    (part) => typeof part === 'string' && part !== ' ',
  );
}

function outcomeLines(item: AdviceItem, t: Translate): Line[] {
  const told = happenedLines(item.happened, t);
  const lines = [...item.commitments.flatMap((one) => commitmentLines(one, t)), ...told];
  if (item.commitments.length > 0) return lines;
  const status: Line = [{ text: t(`adviceStatus.${item.status}`), strong: true }];
  return [item.noCommitmentWhy ? [...status, t('report.colon'), item.noCommitmentWhy] : status, ...lines];
}

/** How far a commitment is, whose it is and by when, and what happened since. */
function commitmentLines(item: CommitmentItem, t: Translate): Line[] {
  const { text, owner, due, overdue, status, why, measuredBy } = item;
  const by = listed(t, [owner, due && overdue ? t('report.followUp.overdue', { due }) : due].filter(Boolean));
  return [
    [
      { text: t(`commitmentStatus.${status}`), strong: true },
      t('report.colon'),
      text,
      ...(by ? [{ text: t('report.measure.by', { by }), quiet: true as const }] : []),
    ],
    ...(why ? [t('report.followUp.why', { why })] : []),
    ...(measuredBy ? [t('report.followUp.measuredBy', { indicator: measuredBy })] : []),
    ...happenedLines(item.happened, t),
    ...(item.happened.some(({ kind }) => kind === 'told')
      ? []
      : [[{ text: t('report.followUp.notTold'), quiet: true as const }]]),
  ];
}

function happenedLines(happened: readonly Happened[], t: Translate): Line[] {
  return happened.map(({ kind, when, text }) =>
    kind === 'told'
      ? t('report.followUp.told', { dialogue: text })
      : [
          { text: listed(t, [t(`entryKind.${kind}`), when].filter(Boolean)), quiet: true },
          t('report.colon'),
          text,
        ],
  );
}
