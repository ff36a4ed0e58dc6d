import type { RoundAssessment } from '../../assessment/assess-round.ts';
import { panelOf } from '../../assessment/panel.ts';
import { type CardSubject, type RobustnessCard, robustnessCard } from '../../assessment/robustness-card.ts';
import { groupBy } from '../../group.ts';
import type { Id } from '../../model/basics.ts';
import type { Decision, DecisionLevel } from '../../model/decision.ts';
import { VOICES, type Voice } from '../../model/dialogue.ts';
import type { Dimension } from '../../model/round.ts';

/** A robustness card in names: assessors are told by the capacity in which they rated. */
export interface CardLine {
  readonly kind: CardSubject['kind'];
  readonly name: string;
  readonly level: DecisionLevel;
  readonly card: RobustnessCard;
  /** Places without one assessor, those of one capacity together. */
  readonly without: readonly { readonly voice: Voice; readonly ranks: readonly number[] }[];
  /** Steps of one that change which issues are the first ones, by issue. */
  readonly steps: readonly {
    readonly issue: string;
    readonly moves: readonly { readonly dimension: Dimension; readonly step: 1 | -1 }[];
  }[];
}

/**
 * Cards of what is monitored, themes first; where nothing is decided yet, of what the rule suggests to monitor
 * closely.
 */
export function cardLines(
  assessment: RoundAssessment,
  decisions: readonly Pick<Decision, 'subject' | 'level'>[],
  nameOf: (id: Id) => string,
): CardLine[] {
  const { round, themes, issues } = assessment;
  const ofThemes = themes.map(({ themeId, suggestion }) => ({
    subject: { kind: 'theme' as const, id: themeId },
    suggestion,
  }));
  const ofIssues = issues.map(({ issueId, suggestion }) => ({
    subject: { kind: 'issue' as const, id: issueId },
    suggestion,
  }));
  const monitored = decisions.filter(({ level }) => level === 'monitor-closely' || level === 'monitor');
  const levelOf = ({ subject, suggestion }: (typeof ofThemes)[number] | (typeof ofIssues)[number]) =>
    decisions.length > 0
      ? monitored.find((one) => one.subject.kind === subject.kind && one.subject.id === subject.id)?.level
      : suggestion.level === 'monitor-closely'
        ? suggestion.level
        : undefined;
  const voices = new Map(panelOf(round).map(({ id, voice }) => [id, voice]));
  return [...ofThemes, ...ofIssues].flatMap((one): CardLine[] => {
    const { subject } = one;
    const level = levelOf(one);
    const card = level ? robustnessCard(assessment, subject) : null;
    if (!level || !card) return [];
    const { moved } = card.leaveOneOut;
    return [
      {
        kind: subject.kind,
        name: nameOf(subject.id),
        level,
        card,
        without: VOICES.map((voice) => ({
          voice,
          ranks: moved
            .filter(({ assessorId }) => voices.get(assessorId) === voice)
            .map(({ rank }) => rank)
            .sort((a, b) => a - b),
        })).filter(({ ranks }) => ranks.length > 0),
        steps: [
          ...groupBy(
            card.critical.filter(({ changes }) => changes.includes('top')),
            ({ issueId }) => issueId,
          ),
        ].map(([issueId, moves]) => ({
          issue: nameOf(issueId),
          moves,
        })),
      },
    ];
  });
}
