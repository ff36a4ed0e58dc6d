import { dequal } from 'dequal/lite';
import { defaultScaleTexts } from '../../assessment/scale-texts.ts';
import { dateText } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/index.ts';
import { VOICES } from '../../model/dialogue.ts';
import { type Dimension, defaultThresholds } from '../../model/round.ts';
import { type MaterialitySummary, namesOf } from '../model/materiality.ts';
import { listed, type SectionContext, sentences } from '../section.ts';
import { changesOf, leftOut } from './method-log.ts';

// What an assessment rests on: the first six points of the method note.

/** 1 The standard, as the office wrote it. */
export function standard({ method: { standard: own } }: MaterialitySummary, { t }: SectionContext): string[] {
  return [own.text || t('report.notStated'), t('report.method.version', { version: own.version })];
}

/** 2 Perimeter and period. */
export function perimeter(summary: MaterialitySummary, context: SectionContext): string[] {
  const {
    company,
    fiscalYear,
    impacts,
    method: { perimeter: own },
  } = summary;
  const { t } = context;
  const { upstream, downstream, unsaid, 'own-operations': operations } = own.valueChain;
  return [
    t('report.method.perimeter.text', { company: company || '–', fiscalYear }),
    t('report.method.perimeter.list', { issues: own.issues, themes: own.themes }),
    ...changesOf('issues', ['issue-added', 'issue-removed', 'issue-merged', 'issue-split'], summary, context),
    upstream + operations + downstream === 0
      ? t('report.method.perimeter.unsaid')
      : t('report.method.perimeter.chain', { upstream, operations, downstream, unsaid }),
    impacts.grossOrNet === null ? '' : t(`report.impacts.basis.${impacts.grossOrNet}`),
  ];
}

/** 3 What was heard and read. */
export function sources(
  { language, method: { sources: own }, yearOf }: MaterialitySummary,
  { t }: SectionContext,
): string[] {
  return [
    ...own.dialogues.map(({ title, date, external }) =>
      t('report.method.sources.dialogue', {
        name: title || t('report.method.sources.offRecord'),
        date: date ? dateText(date, language) : '',
        dated: date ? 'yes' : 'no',
        external,
      }),
    ),
    own.dialogues.length === 0
      ? t('report.method.sources.noDialogue')
      : t('report.method.sources.marked', { passages: own.passages, advice: own.advice }),
    t('report.method.sources.cited', { ...own.cited, total: own.cited.passages + own.cited.advice }),
    own.others.length > 0 ? t('report.method.sources.other', { names: listed(t, own.others) }) : '',
    own.riskSources > 0 ? t('report.method.sources.risk', { count: own.riskSources }) : '',
    own.grievanceYears.length > 0
      ? t('report.method.sources.grievances', { years: listed(t, own.grievanceYears.map(yearOf)) })
      : t('report.method.sources.noGrievances'),
  ];
}

/** What of the log tells who rated. */
const PANEL = [
  'assessor-added',
  'assessor-withdrawn',
  'assessor-returned',
  'capacity',
  'recusal-lifted',
] as const;

/** 4 Who rated, in what capacity, with the conflicts they declared. */
export function assessors(summary: MaterialitySummary, context: SectionContext): string[] {
  const {
    assessorsByVoice,
    method: { assessors: own, stage, undone, log },
  } = summary;
  const { t } = context;
  if (own.length === 0) return [t('report.assessors.none')];
  const conflicts = own.filter(({ conflict }) => conflict !== '');
  // Who rated nothing did not rate some; rounds that an earlier version closed are told as that version told them.
  const silent = log.kept === 'none' ? 0 : own.filter((one) => one.issues === 0 && one.asked > 0).length;
  const partly = own.filter((one) => one.issues < one.asked).length - silent;
  return [
    sentences(t, [
      t('report.method.assessors.text', {
        voices: listed(
          t,
          assessorsByVoice.map(({ voice, count }) =>
            t('report.byVoice', { voice: t(`voice.${voice}`), count }),
          ),
        ),
      }),
      t('report.method.assessors.capacity'),
    ]),
    silent > 0 ? t('report.method.assessors.nothing', { count: silent }) : '',
    partly > 0 ? t('report.method.assessors.partly', { count: partly }) : '',
    undone > 0 && (stage === 'discussion' || stage === 'closed')
      ? t('report.method.assessors.undone', { count: undone })
      : '',
    ...(conflicts.length === 0
      ? [log.recused.length === 0 ? t('report.method.conflicts.none') : '']
      : conflicts.map(({ voice, conflict }) =>
          t('report.method.conflicts.one', { voice: t(`voice.${voice}`), conflict }),
        )),
    ...leftOut(summary, context),
    ...changesOf('panel', PANEL, summary, context),
  ];
}

/** 5 What was heard from those affected, and what was not. */
export function rightsholders(summary: MaterialitySummary, { t }: SectionContext): string[] {
  const own = summary.method.rightsholders;
  const heard = VOICES.filter((voice) => own.byVoice[voice] > 0);
  const silent = namesOf(summary, own.issuesWithoutExternalVoice);
  return [
    own.heard === 0
      ? t('report.limits.nobody')
      : t('report.method.rightsholders.heard', {
          heard: own.heard,
          voices: listed(
            t,
            heard.map((voice) =>
              t('report.byVoice', { voice: t(`voice.${voice}`), count: own.byVoice[voice] }),
            ),
          ),
        }),
    own.noRightsholder ? t('report.limits.noRightsholder') : '',
    t('report.method.rightsholders.assessors', { count: own.assessors }),
    own.heard > 0 && silent.length > 0
      ? t('report.method.rightsholders.silent', { count: silent.length, names: listed(t, silent) })
      : '',
    t('report.method.rightsholders.use'),
  ];
}

/** 6 The levels of the scales. */
export function scales(summary: MaterialitySummary, context: SectionContext): string[] {
  const { scales: own } = summary.method;
  const { t, has } = context;
  return [
    t('report.method.scales.text', { most: summary.rules.size, see: has('scales') ? 'yes' : 'no' }),
    isUsualOfFour(summary) ? t('report.method.scales.four') : '',
    ...changesOf('levels', ['level'], summary, context),
    own.reworded.length > 0
      ? t('report.changes.reworded', { dimensions: dimensionNames(own.reworded, t) })
      : '',
  ];
}

/** Whether levels and lines are those that a scale of four begins with, so that they can be told by those of five. */
function isUsualOfFour({ method: { scales: own, lines } }: MaterialitySummary): boolean {
  return dequal(own.texts, defaultScaleTexts(4)) && dequal(lines.thresholds, defaultThresholds(4));
}

function dimensionNames(dimensions: readonly Dimension[], t: Translate): string {
  return listed(
    t,
    dimensions.map((dimension) => t(`dimension.${dimension}`)),
  );
}
