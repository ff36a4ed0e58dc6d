import { LEGACY_IN_REPORT, type LegacyInReport } from '../../chart/lens.ts';
import type { MaterialitySummary } from '../model/materiality.ts';
import { RATINGS } from '../model/sources.ts';
import { cites, type SectionWriter } from '../section.ts';

/**
 * Legacy pictures, for comparison with older reports: asked for, labelled, and read by nothing that ranks or suggests
 * (METHOD-SOURCES 2.7, 2.8).
 */
function legacy(name: LegacyInReport): SectionWriter<MaterialitySummary> {
  return (summary, { t, pictures }) =>
    pictures.has(name) && summary.issues.some((one) => one.rank !== null)
      ? {
          id: name,
          title: t(`report.${name}`),
          appendix: true,
          blocks: [
            { kind: 'note', title: t('report.classic'), lines: [t(`report.${name}.reading`)], before: true },
            {
              kind: 'picture',
              picture: name,
              caption: t(`report.${name}.caption`, { fiscalYear: summary.fiscalYear }),
              alt: t(`report.${name}.alt`),
              cites: cites(RATINGS),
            },
          ],
        }
      : null;
}

/** A section for each legacy picture that reports can hold. */
export const legacySections: readonly SectionWriter<MaterialitySummary>[] = LEGACY_IN_REPORT.map(legacy);
