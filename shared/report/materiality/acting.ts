import type { Translate } from '../../i18n/index.ts';
import type { Block, Cell, Line } from '../document.ts';
import type { ActivityLine } from '../model/arrangements.ts';
import { isMonitored } from '../model/impacts.ts';
import { type DecisionLine, type MaterialitySummary, namesOf } from '../model/materiality.ts';
import { INDICATORS } from '../model/sources.ts';
import { cites, listed, type SectionWriter } from '../section.ts';
import { measureLines } from './followed.ts';
import { askedBy } from './impacts.ts';
import { isPolicy } from './policies.ts';

/** What is done about what is monitored, by whom and when, and how it is tracked (UNGP RF C4 and C5, GRI 3-3 d–e). */
export const acting: SectionWriter<MaterialitySummary> = (summary, { t }) => {
  const decided = summary.decisions.filter(
    ({ level, measure, tracked }) => isMonitored(level) && (measure !== '' || tracked.length > 0),
  );
  const done = summary.impacts.activities.filter((one) => !isPolicy(one));
  if (decided.length + done.length === 0) return null;
  const blocks: Block[] = [askedBy(t, 'report.acting.askedBy')];
  if (decided.length > 0) blocks.push(measures(decided, t));
  if (done.length > 0)
    blocks.push(
      { kind: 'heading', level: 2, text: t('report.acting.activities', { fiscalYear: summary.fiscalYear }) },
      { kind: 'list', items: done.map((one) => activityText(one, summary, t)) },
    );
  return { id: 'acting', title: t('report.acting'), blocks };
};

function measures(decided: readonly DecisionLine[], t: Translate): Block {
  return {
    kind: 'table',
    caption: t('report.acting.caption'),
    cites: decided.some(({ tracked }) => tracked.length > 0) ? cites(INDICATORS) : [],
    columns: [
      { head: t('report.subject'), share: 22 },
      { head: t('report.acting.measure'), share: 36 },
      { head: t('report.acting.owner'), share: 18 },
      { head: t('report.indicators'), share: 24 },
    ],
    rows: decided.map((one): Cell[] => [
      [{ text: one.name, strong: true }],
      one.measure === '' ? '–' : { lines: one.measure.split(/\n+/) },
      { lines: ownerLines(one, t) },
      { lines: measureLines({ measures: one.tracked }, t) },
    ]),
    whole: true,
  };
}

function ownerLines({ owner, due }: DecisionLine, t: Translate): Line[] {
  const lines = [owner, due === '' ? '' : t('report.acting.due', { date: due })].filter(Boolean);
  return lines.length > 0 ? lines : ['–'];
}

function activityText(
  { name, figures, issueIds }: ActivityLine,
  summary: MaterialitySummary,
  t: Translate,
): Line {
  const counted = listed(
    t,
    figures.map(({ label, value }) => t('report.acting.figure', { label, value })),
  );
  const about = listed(t, namesOf(summary, issueIds));
  return [
    { text: counted === '' ? name : t('report.aside', { text: name, aside: counted }), strong: true },
    ...(about === '' ? [] : [t('report.colon'), about]),
  ];
}
