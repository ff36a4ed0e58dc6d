import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { Cited } from '#shared/model/cited.ts';
import type { Source } from '#shared/model/source.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { NameModal } from '../../ui/name-modal.tsx';
import { SavedText } from '../../ui/saved-text.tsx';
import type { SupplierActs } from './use-supplier-acts.ts';

export interface CitedFieldProps {
  /** What it is the source of, for those who do not see where it stands. */
  readonly label: string;
  readonly cited: Cited | null;
  readonly sources: readonly Source[];
  /** Passages that may be cited; none = only sources. */
  readonly passages?: readonly { readonly id: string; readonly text: string }[];
  readonly acts: SupplierActs;
  readonly onChange: (cited: Cited | null) => void;
}

const NEW = 'new';

/** On what something rests: a source with the place in it, or a passage of a dialogue. */
export function CitedField({ label, cited, sources, passages = [], acts, onChange }: CitedFieldProps) {
  const { t, local } = useSpeech();
  const [asking, setAsking] = useState(false);
  const bySource = (sourceId: string): Cited => ({ sourceId, passageId: null, locator: '', asStated: '' });
  const choose = (value: string | null) => {
    if (value === NEW) setAsking(true);
    else if (value === null) onChange(null);
    else if (passages.some(({ id }) => id === value))
      onChange({ sourceId: null, passageId: value, locator: '', asStated: '' });
    else onChange(bySource(value));
  };
  return (
    <>
      <Group gap={6} wrap="nowrap" grow>
        <Select
          size="xs"
          clearable
          searchable
          aria-label={t('suppliers.source.of', { what: label })}
          placeholder={t('suppliers.source.none')}
          data={[
            {
              group: t('suppliers.source.sources'),
              items: [
                ...sources.map(({ id, title }) => ({ value: id, label: local(title) })),
                { value: NEW, label: t('suppliers.source.new') },
              ],
            },
            ...(passages.length > 0
              ? [
                  {
                    group: t('suppliers.source.passages'),
                    items: passages.map(({ id, text }) => ({ value: id, label: text })),
                  },
                ]
              : []),
          ]}
          value={cited?.sourceId ?? cited?.passageId ?? null}
          onChange={choose}
        />
        {cited?.sourceId && (
          <SavedText
            size="xs"
            label={null}
            ariaLabel={t('suppliers.source.locator', { what: label })}
            placeholder={t('suppliers.source.locator.hint')}
            value={cited.locator}
            onSave={(locator) => onChange({ ...cited, locator })}
          />
        )}
      </Group>
      <NameModal
        title={t('suppliers.source.new')}
        name={asking ? '' : null}
        field={{ label: t('suppliers.source.title') }}
        onClose={() => setAsking(false)}
        onSave={async (title) => {
          const source = await acts.addSource(title);
          if (!source) return;
          setAsking(false);
          onChange(bySource(source.id));
        }}
      />
    </>
  );
}
