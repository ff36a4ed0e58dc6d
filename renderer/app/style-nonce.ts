/**
 * The nonce of the window's security policy, under which the component library may add its style sheets; `main`
 * writes it into the page when it serves it.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}

/** The scroll lock behind dialogs looks for its nonce under this name. */
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
