import { createServer, request as httpRequest } from 'node:http'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { os, type RouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Desk } from '../../electron/backend/desk.ts'
import { DomainError } from '../../electron/backend/domain-error.ts'
import { type BrowserHost, startBrowserHost } from '../../electron/browser-host/http-server.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { RendererFiles } from '../../electron/host/renderer-files.ts'
import { openBrowserSession } from './enter.ts'

const router = {
  greet: os.input(z.strictObject({ name: z.string() })).handler(({ input }) => `Halo ${input.name}`),
  size: os.input(z.strictObject({ file: z.file() })).handler(({ input }) => input.file.size),
}
const desk = new Desk('PC utama', silentHost)
const page = '<!doctype html>'
const files: RendererFiles = {
  async read(pathname) {
    if (pathname === '/rusak') throw new Error('disk')
    if (pathname !== '/' && pathname !== '/assets/a.js') return undefined
    return { bytes: Buffer.from(page), type: 'text/html; charset=utf-8', immutable: pathname !== '/' }
  },
}

describe('the browser host', () => {
  let host: BrowserHost
  let origin: string
  let cookie: string
  let own: Awaited<ReturnType<typeof openBrowserSession>>

  beforeAll(async () => {
    host = await startBrowserHost({ router, desk, files })
    origin = new URL(host.url).origin
    own = await openBrowserSession(host.url)
    cookie = own.cookie
  })
  afterAll(() => host.close())

  const call = (headers: Record<string, string>) =>
    createORPCClient<RouterClient<typeof router>>(new RPCLink({ url: `${origin}/rpc`, headers }))

  test('an address redirects to the clean one, once; the next browser needs another', async () => {
    const { url } = host
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    // A HEAD request does not use the address up.
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(403)
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await answer.text()).toContain("location.replace('/')")
    expect((await fetch(url)).status).toBe(403)
    expect(host.url).not.toBe(url)
    expect(await openBrowserSession(host.url)).toEqual(own)
  })

  test('the page is served with its headers', async () => {
    const answer = await fetch(`${origin}/`, { headers: { cookie } })
    expect(await answer.text()).toBe(page)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })

  test('hashed files may be cached, by this browser only', async () => {
    const answer = await fetch(`${origin}/assets/a.js`, { method: 'HEAD', headers: { cookie } })
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(answer.headers.get('content-length')).toBe(String(page.length))
    expect(await answer.text()).toBe('')
  })

  test('errors have a message and the same headers', async () => {
    const answer = await fetch(`${origin}/`)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toBe(
      'Buka Balai lewat alamat terakhir yang dicetak programnya. Satu alamat hanya dapat dipakai satu kali.',
    )
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('a missing file is 404, a failing disk 500 without details', async () => {
    expect((await fetch(`${origin}/hilang.js`, { headers: { cookie } })).status).toBe(404)
    vi.spyOn(console, 'error').mockReturnValueOnce()
    const failed = await fetch(`${origin}/rusak`, { headers: { cookie } })
    expect([failed.status, await failed.text()]).toEqual([500, 'Balai gagal menjawab.'])
  })

  test('operations answer our page, including files', async () => {
    const client = call(own)
    expect(await client.greet({ name: 'Wulan' })).toBe('Halo Wulan')
    expect(await client.size({ file: new File([new Uint8Array(1000)], 'daftar.xlsx') })).toBe(1000)
  })

  test('operations refuse other callers', async () => {
    await expect(call({ ...own, origin: 'http://127.0.0.1:1' }).greet({ name: 'Wulan' })).rejects.toThrow()
    await expect(call({ ...own, cookie: '' }).greet({ name: 'Wulan' })).rejects.toThrow()
    // The browser sends our cookie to a program on another port of this computer, but nothing else.
    await expect(call({ cookie, origin }).greet({ name: 'Wulan' })).rejects.toThrow()
    const unknown = await fetch(`${origin}/rpc/hapus`, { method: 'POST', headers: own, body: '{}' })
    expect(unknown.status).toBe(404)
  })

  test('a body that is too large, or has no length, is not read', async () => {
    const send = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const request = httpRequest(`${origin}/rpc/greet`, { method: 'POST', headers: { ...own, ...headers } })
        request.on('response', response => resolve(response.statusCode)).on('error', reject)
        request.flushHeaders()
      })
    expect(await send({ 'content-length': String(31 * 1024 * 1024) })).toBe(413)
    expect(await send({ 'transfer-encoding': 'chunked' })).toBe(411)
  })

  test('listens on 127.0.0.1 only', async () => {
    const { port } = new URL(origin)
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow()
    await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow()
  })
})

describe('the port', () => {
  test('that is requested but in use gives an error message', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const attempt = startBrowserHost({ router, desk, files, port })
    await expect(attempt).rejects.toThrow(DomainError)
    await expect(attempt).rejects.toMatchObject({ data: { code: 'port_in_use', port } })
    other.close()
  })

  test('is another one when none is requested and the default is in use', async () => {
    const first = await startBrowserHost({ router, desk, files })
    const second = await startBrowserHost({ router, desk, files })
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
    await first.close()
    await second.close()
  })

  test('is free again after closing, even with a browser still connected', async () => {
    const host = await startBrowserHost({ router, desk, files })
    await fetch(host.url)
    await host.close()
    await expect(fetch(host.url)).rejects.toThrow()
    const again = await startBrowserHost({ router, desk, files, port: Number(new URL(host.url).port) })
    await again.close()
  })
})
