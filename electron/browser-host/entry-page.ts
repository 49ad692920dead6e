import { pageSecretPlace } from '../../shared/features/session/page-secret.ts'

/**
 * The page for a browser that comes with the right token. It stores the secret of the page and goes on to the address without token, so that the
 * token is not kept in the address bar or the history. A page and not a redirect, because a browser that was opened from a file does not send strict
 * cookies after a redirect.
 * @param secret and nonce in base64url, so that nothing must be escaped
 */
export function entryPage(secret: string, nonce: string): { html: string; policy: string } {
  const script = `localStorage.setItem('${pageSecretPlace}','${secret}');location.replace('/')`
  return {
    html: `<!doctype html><html lang="id"><meta charset="utf-8"><title>Balai</title><script nonce="${nonce}">${script}</script>`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}
