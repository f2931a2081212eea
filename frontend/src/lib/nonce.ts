/**
 * The content security policy allows style tags only with the nonce of this response. The server writes it into the
 * page head; Mantine asks for it through `getStyleNonce`, react-remove-scroll (modals) through webpack's global.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

export function shareStyleNonce() {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
