import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useSavedField } from './use-saved-field.ts';

export interface OwnerFieldProps
  extends Pick<AutocompleteProps, 'label' | 'description' | 'inputWrapperOrder'> {
  readonly value: string;
  readonly onChange: (owner: string) => void;
  /** Whom to suggest (`useOwners` of the store); any other name can be written too. */
  readonly suggestions: readonly string[];
}

/** Most suggestions shown at once. */
const MOST = 30;

/** Who answers for something: a name that is suggested, or any other. */
export function OwnerField({ value, onChange, suggestions, ...field }: OwnerFieldProps) {
  return <Autocomplete {...field} data={[...suggestions]} limit={MOST} value={value} onChange={onChange} />;
}

export interface SavedOwnerProps extends Omit<OwnerFieldProps, 'onChange'> {
  readonly onSave: (owner: string) => void;
}

/** The same as a field that saves itself when it is left, or when a name is chosen. */
export function SavedOwner({ value, onSave, suggestions, ...field }: SavedOwnerProps) {
  const { typed, type, choose, save, saveOnEnter } = useSavedField({ value, onSave });
  return (
    <Autocomplete
      {...field}
      data={[...suggestions]}
      limit={MOST}
      value={typed}
      onChange={type}
      onOptionSubmit={choose}
      onBlur={save}
      onKeyDown={saveOnEnter(false)}
    />
  );
}
