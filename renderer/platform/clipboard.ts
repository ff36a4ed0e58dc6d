/**
 * Puts a quotation on the clipboard as plain text and as HTML at once: an e-mail or Word takes the one with its form, a
 * text field the other.
 */
export async function copyQuotation({
  text,
  html,
}: {
  readonly text: string;
  readonly html: string;
}): Promise<void> {
  const part = (type: string, written: string) => ({ [type]: new Blob([written], { type }) });
  await navigator.clipboard.write([
    new ClipboardItem({ ...part('text/plain', text), ...part('text/html', html) }),
  ]);
}
