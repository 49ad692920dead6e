import { pageSecretPlace } from '../../shared/features/session/page-secret.ts'

/**
 * What a browser gets that comes with the right token: it keeps the secret of the page and goes on to the clean address, so that the token
 * leaves the address bar and the history. A page and not a redirection, because a browser that came from a file sends no strict cookie along one.
 * @param secret and nonce in base64url: nothing in them has to be escaped
 */
export function entryPage(secret: string, nonce: string): { html: string; policy: string } {
  const script = `localStorage.setItem('${pageSecretPlace}','${secret}');location.replace('/')`
  return {
    html: `<!doctype html><html lang="id"><meta charset="utf-8"><title>Balai</title><script nonce="${nonce}">${script}</script>`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}
