import { numberText, typedNumber } from '#shared/number.ts';
import { useSpeech } from './i18n.tsx';
import { SavedText, type SavedTextProps } from './saved-text.tsx';

export interface SavedNumberProps
  extends Omit<SavedTextProps, 'value' | 'onSave' | 'isValid' | 'invalid' | 'multiline'> {
  /** Null = none is given. */
  readonly value: number | null;
  readonly onSave: (value: number | null) => unknown;
  /** Within which it has to be; absent = any number, or none. */
  readonly range?: { readonly min: number; readonly max: number; readonly whole: boolean } | undefined;
}

/** A field for a number that saves itself when it is left. What is no number stays in it, with the reason. */
export function SavedNumber({ value, onSave, range, ...field }: SavedNumberProps) {
  const { t } = useSpeech();
  const refusal = (typed: string): string | null => {
    const { value: number, problem } = typedNumber(typed);
    if (problem) return t(`number.${problem}`);
    if (!range) return null;
    const fits = number !== null && number >= range.min && number <= range.max;
    if (fits && (!range.whole || Number.isInteger(number))) return null;
    return t(range.whole ? 'number.wholeRange' : 'number.range', { min: range.min, max: range.max });
  };
  return (
    <SavedText
      {...field}
      value={value === null ? '' : numberText(value)}
      isValid={(typed) => refusal(typed) === null}
      invalid={(typed) => refusal(typed) ?? ''}
      onSave={(typed) => {
        const { value: number } = typedNumber(typed);
        return number === value ? undefined : onSave(number);
      }}
    />
  );
}
