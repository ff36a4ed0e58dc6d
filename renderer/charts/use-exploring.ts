import { useMemo } from 'react';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import type { Suggestion } from '#shared/assessment/suggestion.ts';
import { type Lens, lensOf, type PictureId, type Position } from '#shared/chart/lens.ts';
import type { MatrixPicture } from '#shared/chart/matrix.ts';
import { stepFrom, type Tried, tryPosition } from '#shared/chart/try-position.ts';
import { type WhatIf, whatIf } from '#shared/chart/what-if.ts';
import type { Translate } from '#shared/i18n/index.ts';
import type { IdOf } from '#shared/model/id.ts';
import { useSpeech } from '../ui/i18n.tsx';
import type { Exploring, Landing } from './exploring.ts';

export interface ExploringInput {
  readonly assessment: RoundAssessment;
  readonly picture: MatrixPicture;
  readonly lens: PictureId;
  readonly themeName: (themeId: IdOf<'themes'>) => string;
  /** Told what would follow, e.g. to show it beside the picture; null = nothing is tried any more. */
  readonly onWhatIf?: ((tried: TriedIssue | null) => void) | undefined;
}

/** A place that is tried, and what would follow. */
export interface TriedIssue {
  readonly result: WhatIf;
  readonly position: Position;
}

/** What dragging a point of the matrix means: another rating of an issue, and what would follow from it. */
export function useExploring({
  assessment,
  picture,
  lens: lensId,
  themeName,
  onWhatIf,
}: ExploringInput): Exploring | null {
  const { t } = useSpeech();
  return useMemo(() => {
    const lens = lensOf(lensId, assessment.rules.size);
    if (lens.explores === null) return null;
    const results = new Map<string, TriedIssue | null>();
    const issueOf = (id: string) => assessment.issues.find((issue) => issue.issueId === id);
    const land = (id: string, wanted: Position): Landing | null => {
      const issue = issueOf(id);
      const tried = issue && tryPosition(issue, lens, wanted);
      if (!issue || !tried) return null;
      const { severity, across } = tried.position;
      const key = `${id}/${severity}/${across}`;
      const own = { severity: lens.height(issue) ?? 0, across: lens.across(issue) };
      const item = picture.scene.items.find((one) => one.id === id);
      const spot =
        item && severity === own.severity && across === own.across
          ? { x: item.x, y: item.y }
          : picture.spotOf(tried.position);
      if (!results.has(key)) {
        const result = whatIf(assessment, id, tried.trial);
        results.set(key, result && { result, position: tried.position });
      }
      const found = results.get(key);
      if (!found) return null;
      const lines = wordsOf(t, lens, tried, found.result, themeName);
      return { key, spot, lines: issue.delay ? [...lines, t('chart.whatIf.delay')] : lines };
    };
    return {
      at: (id, spot) => land(id, picture.positionAt(spot)),
      step: (id, from, across, up) => land(id, stepFrom(positionAt(picture, from), lens, across, up)),
      onTry: (id, landing) => onWhatIf?.(id && landing ? (results.get(landing.key) ?? null) : null),
    };
  }, [assessment, picture, lensId, themeName, onWhatIf, t]);
}

/** A place's meaning without the error of pixels. */
function positionAt(picture: MatrixPicture, spot: { readonly x: number; readonly y: number }): Position {
  const { severity, across } = picture.positionAt(spot);
  const exact = (value: number) => Math.round(value * 100) / 100;
  return { severity: exact(severity), across: typeof across === 'number' ? exact(across) : across };
}

function wordsOf(
  t: Translate,
  lens: Lens,
  { position: { severity, across } }: Tried,
  { was, would, of, themes }: WhatIf,
  themeName: (themeId: IdOf<'themes'>) => string,
): string[] {
  const level = ({ level: one }: Suggestion) =>
    one === null ? t('chart.whatIf.nothing') : t(`level.${one}`);
  const values =
    lens.explores === 'effect' && typeof across === 'number'
      ? t('chart.whatIf.effect', { severity, effect: across })
      : t('chart.whatIf.values', {
          severity,
          likelihood:
            lens.explores !== 'likelihood'
              ? 'none'
              : across === 'after'
                ? 'actual'
                : across === 'before'
                  ? 'unknown'
                  : String(across),
        });
  const rank = would.rank ?? of;
  return [
    values,
    was.rank === null
      ? t('chart.whatIf.rank.new', { rank, of })
      : was.rank === rank
        ? t('chart.whatIf.rank.same', { rank, of })
        : t('chart.whatIf.rank', { rank, of, was: was.rank }),
    ...(would.tier === null
      ? []
      : [
          was.tier === null
            ? t('chart.whatIf.tier.new', { tier: would.tier })
            : was.tier === would.tier
              ? t('chart.whatIf.tier.same', { tier: would.tier })
              : t('chart.whatIf.tier', { tier: would.tier, was: was.tier }),
        ]),
    was.suggestion.level === would.suggestion.level
      ? t('chart.whatIf.suggestion.same', { level: level(would.suggestion) })
      : t('chart.whatIf.suggestion', { level: level(would.suggestion), was: level(was.suggestion) }),
    ...themes
      .filter((theme) => theme.was.rank !== null && theme.would.rank !== theme.was.rank)
      .map((theme) =>
        t('chart.whatIf.theme', {
          theme: themeName(theme.themeId),
          rank: theme.would.rank ?? 0,
          was: theme.was.rank ?? 0,
        }),
      ),
  ];
}
