import { today } from '../platform/today.ts';
import { useSpeech } from '../ui/i18n.tsx';

/** Above a view on paper, and never on the screen: of which workspace, from when, and that names are not withheld. */
export function PrintHead({ workspace }: { workspace: string }) {
  const { t, day } = useSpeech();
  return (
    <div className="print-head" aria-hidden>
      {t('shell.print.head', { workspace, date: day(today()) })}
      <br />
      {t('shell.print.internal')}
    </div>
  );
}
