import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesFromDevServer, filesFromFolder, type RendererFiles } from '../../electron/host/renderer-files.ts'

describe('the built page', () => {
  let around: string
  let files: RendererFiles

  beforeAll(async () => {
    around = mkdtempSync(join(tmpdir(), 'balai-page-'))
    const folder = join(around, 'renderer')
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(around, 'rahasia.json'), '{}')
    writeFileSync(join(folder, 'index.html'), '<!doctype html>')
    writeFileSync(join(folder, 'assets/index-Bx1.js'), 'export {}')
    writeFileSync(join(folder, 'catatan.log'), 'not for the page')
    symlinkSync(join(around, 'rahasia.json'), join(folder, 'tautan.json'))
    files = await filesFromFolder(folder)
  })
  afterAll(() => rmSync(around, { recursive: true }))

  test('answers the root with index.html, not cacheable', async () => {
    const file = await files.read('/', '')
    expect(file && { ...file, bytes: Buffer.from(file.bytes).toString() }).toEqual({
      bytes: '<!doctype html>',
      type: 'text/html; charset=utf-8',
      immutable: false,
    })
  })

  test('lets hashed assets be cached for ever', async () => {
    expect(await files.read('/assets/index-Bx1.js', '')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      immutable: true,
    })
  })

  test.each([
    '/../rahasia.json',
    '/assets/../../rahasia.json',
    '/%2e%2e/rahasia.json',
    '/..%2frahasia.json',
    '/..%5crahasia.json',
    '/assets/..\\..\\rahasia.json',
    '/C:/Windows/win.ini',
    '//server/bagi',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/tautan.json',
    '/catatan.log',
    '/__proto__',
    '',
  ])('has nothing at %s', async path => {
    expect(await files.read(path, '')).toBeUndefined()
  })
})

test('in development the page comes from the Vite server, with the same path and query', async () => {
  const requested: string[] = []
  const server = createServer((request, response) => {
    requested.push(`${request.url} ${request.headers.accept}`)
    if (request.url === '/hilang.ts') response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('kode')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const files = filesFromDevServer(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
  const file = await files.read('/main.tsx', '?t=1')
  expect(file && { ...file, bytes: Buffer.from(file.bytes).toString() }).toEqual({
    bytes: 'kode',
    type: 'text/javascript',
    immutable: false,
  })
  expect(await files.read('/hilang.ts', '')).toBeUndefined()
  await files.read('/', '')
  expect(requested).toEqual(['/main.tsx?t=1 */*', '/hilang.ts */*', '/ text/html'])
  server.closeAllConnections()
  server.close()
})
