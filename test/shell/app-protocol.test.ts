import type { Session } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import type { RendererFiles } from '../../electron/host/renderer-files.ts'
import { contentSecurityPolicy } from '../../electron/host/security-headers.ts'
import { registerAppScheme, serveApp } from '../../electron/shell/app-protocol.ts'
import { protocol, SessionDouble } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

const requested: string[] = []
const files: RendererFiles = {
  async read(pathname, query) {
    requested.push(pathname + query)
    if (pathname !== '/') return undefined
    return { bytes: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8', immutable: false }
  },
}

function serve(devServer?: string) {
  const session = new SessionDouble()
  serveApp(session as unknown as Session, { files, devServer })
  return session
}

test('the scheme has its own origin, is secure, and bypasses no policy', () => {
  registerAppScheme()
  expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
})

describe('app://balai', () => {
  test('answers with the page under the strict policy', async () => {
    const answer = await serve().fetch('app://balai/?x=1#/peserta')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('<!doctype html>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy())
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(requested.at(-1)).toBe('/?x=1')
  })

  test('refuses everything else, under the same policy', async () => {
    const session = serve()
    const domainErrors = [
      await session.fetch('app://balai/', { method: 'POST', body: 'x' }),
      await session.fetch('app://balai/', { method: 'DELETE' }),
      await session.fetch('app://lain/'),
      await session.fetch('app://balai/hilang.js'),
    ]
    expect(domainErrors.map(answer => answer.status)).toEqual([405, 405, 403, 404])
    for (const answer of domainErrors)
      expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy())
  })

  test('is relaxed for the Vite server in development only', async () => {
    const answer = await serve('http://127.0.0.1:7312').fetch('app://balai/')
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy('http://127.0.0.1:7312'))
  })
})
