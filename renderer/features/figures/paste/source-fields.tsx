import { Autocomplete, NativeSelect } from '@mantine/core';
import { foldText } from '#shared/fold/fold.ts';
import type { LocalText } from '#shared/model/basics.ts';
import { blankSource, SOURCE_KINDS, type Source, type SourceKind } from '#shared/model/source.ts';
import { textByScript } from '#shared/pasted/text-by-script.ts';
import { useSpeech } from '../../../ui/i18n.tsx';

/** A source as it is named for a whole table. */
export interface NamedSource {
  readonly source: string;
  readonly sourceKind: SourceKind;
}

/** Asks where figures are stated: a source that is known, or a new one and its kind. */
export function SourceFields({
  sources,
  value,
  onChange,
}: {
  readonly sources: readonly Source[];
  readonly value: NamedSource;
  readonly onChange: (change: Partial<NamedSource>) => void;
}) {
  const { t, local } = useSpeech();
  const isNew = value.source.trim() !== '' && !sourceCalled(sources, value.source);
  return (
    <>
      <Autocomplete
        data-autofocus
        label={t('figurePaste.source')}
        placeholder={t('figurePaste.source.placeholder')}
        data={[...new Set(sources.map(({ title }) => local(title)))].filter(Boolean)}
        value={value.source}
        onChange={(source) => onChange({ source })}
      />
      {isNew && (
        <NativeSelect
          label={t('figurePaste.sourceKind')}
          data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`sourceKind.${kind}`) }))}
          value={value.sourceKind}
          onChange={({ currentTarget }) => onChange({ sourceKind: currentTarget.value as SourceKind })}
        />
      )}
    </>
  );
}

/** The source that goes by a name. */
export function sourceCalled(sources: readonly Source[], name: string): Source | undefined {
  return sources.find(({ title }) => isCalled(title, name));
}

export function isCalled(name: LocalText, typed: string): boolean {
  return typed.trim() !== '' && Object.values(name).some((one) => foldText(one) === foldText(typed.trim()));
}

/** A source of which nothing more is known than its name and kind. */
export function newSource(id: string, { source, sourceKind }: NamedSource): Source {
  return blankSource({ id, title: textByScript(source.trim()), kind: sourceKind });
}
