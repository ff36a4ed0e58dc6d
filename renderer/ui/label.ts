import { isMessageKey, type MessageParams, type Translate } from '#shared/i18n/index.ts';

/** What a change was, in the reader's language. A label of a newer version, unknown here, is shown as its key. */
export function describeLabel(
  t: Translate,
  label: { readonly key: string; readonly params: MessageParams },
): string {
  return isMessageKey(label.key) ? t(label.key, label.params) : label.key;
}
