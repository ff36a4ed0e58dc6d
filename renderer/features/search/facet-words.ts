import type { Language, Translate } from '#shared/i18n/index.ts';
import type { DocumentKind } from '#shared/search/documents.ts';
import { languageName } from '#shared/search/facet-names.ts';
import type { Facet, FacetValue } from '#shared/search/request.ts';

/** What a value of a facet is called in the reader's language. */
export function facetLabel(
  facet: Facet,
  { value, label }: Pick<FacetValue, 'value' | 'label'>,
  t: Translate,
  language: Language,
): string {
  if (facet === 'kind') return t(`search.facet.kind.${value as DocumentKind}`);
  if (facet === 'lang') return languageName(value, language);
  return label || value;
}
