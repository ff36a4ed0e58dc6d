import { type Observable, observable } from '../../platform/observable.ts';
import { remember, remembered } from '../../platform/remembered.ts';
import { PRESETS, type Preset, type ReportKind } from '../../workers/report/client.ts';

type Chosen = Readonly<Record<ReportKind, Preset>>;

/** The preset that was chosen last for each kind of report. Kept by the window itself: it changes no workspace. */
export const chosenPresets: Observable<Chosen> = observable({
  dialogue: read('dialogue'),
  'follow-up': read('follow-up'),
  materiality: read('materiality'),
  year: read('year'),
  'human-rights': read('human-rights'),
  statement: read('statement'),
});

export function choosePreset(kind: ReportKind, preset: Preset): void {
  chosenPresets.set({ ...chosenPresets.get(), [kind]: preset });
  remember(keyOf(kind), preset);
}

function read(kind: ReportKind): Preset {
  const kept = remembered(keyOf(kind));
  return PRESETS.find((one) => one === kept) ?? 'full';
}

function keyOf(kind: ReportKind): string {
  return `hearken.report.preset.${kind}`;
}
