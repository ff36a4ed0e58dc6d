import { previewReport, type ReportSubject } from '../../dialogs/report/create-report.ts';
import type { Outline } from '../../workers/report/client.ts';
import { type Followed, useFollowed } from './use-followed.ts';

export type OutlineState = Followed<Outline | null>;

/** What the chosen report could hold; follows the workspace. */
export function useOutline(subject: ReportSubject | null): OutlineState {
  const { kind, subjectId, language, preset } = subject ?? {};
  return useFollowed(
    async (signal) =>
      kind && subjectId && language && preset
        ? previewReport({ kind, subjectId, language, preset }, signal)
        : { seq: 0, value: null },
    [kind, subjectId, language, preset].join(' '),
  );
}
