import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/node'
import { pageSecretPlace } from '../../shared/features/session/page-secret.ts'
import type { Desk } from '../backend/desk.ts'
import type { BackendRouter } from '../backend/dispatch/dispatch.ts'
import { sendFile, sendText } from '../host/http-answer.ts'
import { closeServer, listen } from '../host/listen.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { securityHeaders } from '../host/security-headers.ts'
import { admit, createKeys, newSecret } from './access.ts'

export type BrowserHost = {
  /** The address with the token that lets the next browser in; it changes after each browser that came in. */
  readonly url: string
  close(): Promise<void>
}

type BrowserHostOptions = {
  readonly router: BackendRouter
  /** The desk of the people who know the token. */
  readonly desk: Desk
  readonly files: RendererFiles
  /** 0 or undefined: 7311, or any free port if that is taken. */
  readonly port?: number | undefined
  readonly devServer?: string | undefined
  /** Called after a browser came in, with the address for the next one. */
  readonly onEntered?: ((next: string) => void) | undefined
}

const usualPort = 7311
const loopback = '127.0.0.1'

/** Serves the page and the operations on 127.0.0.1 to browsers with the token. Throws DomainError `port_in_use`. */
export async function startBrowserHost({
  router,
  desk,
  files,
  port,
  devServer,
  onEntered,
}: BrowserHostOptions): Promise<BrowserHost> {
  const keys = createKeys()
  const handler = new RPCHandler(router)
  const headers = securityHeaders(devServer)
  let address = ''

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else sendText(response, 500, 'Balai gagal menjawab.')
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const method = request.method ?? ''
    const decision = admit({ method, target: request.url ?? '', headers: request.headers }, address, keys)
    if (decision.kind === 'refuse') {
      // A body that follows is not read.
      if (method !== 'GET') response.setHeader('Connection', 'close')
      return sendText(response, decision.status, decision.words)
    }
    if (decision.kind === 'enter') {
      keys.token = newSecret()
      const { html, policy } = entryPage(keys.page, newSecret())
      response.writeHead(200, {
        'Set-Cookie': decision.cookie,
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': policy,
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-store',
      })
      response.end(html)
      onEntered?.(url())
      return
    }
    if (decision.kind === 'call') {
      response.setHeader('Cache-Control', 'no-store')
      const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: { desk } })
      if (!matched) sendText(response, 404, 'Perintah tidak dikenal.')
      return
    }
    await sendFile(response, files, { method, ...decision })
  }

  const bound = await listen(server, { wanted: port, usual: usualPort, host: loopback })
  address = `http://${loopback}:${bound}`
  const url = () => `${address}/?token=${keys.token}`
  return {
    get url() {
      return url()
    },
    async close() {
      await closeServer(server)
    },
  }
}

/**
 * The page for a browser that comes with the right token. It stores the secret of the page and goes on to the address without token, so that the
 * token is not kept in the address bar or the history. A page and not a redirect, because a browser that was opened from a file does not send strict
 * cookies after a redirect.
 * @param secret and nonce in base64url, so that nothing must be escaped
 */
function entryPage(secret: string, nonce: string): { html: string; policy: string } {
  const script = `localStorage.setItem('${pageSecretPlace}','${secret}');location.replace('/')`
  return {
    html: `<!doctype html><html lang="id"><meta charset="utf-8"><title>Balai</title><script nonce="${nonce}">${script}</script>`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}
