import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../electron/backend/clock.ts'
import { type ServeOptions, serve } from '../../electron/browser-host/serve.ts'
import { enter } from './enter.ts'

let folder: string
let options: ServeOptions
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-serve-'))
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>')
  options = {
    backendOptions: { dataFolder: join(folder, 'data'), clock: fixedClock('2024-12-30') },
    open: false,
    rendererFolder: join(folder, 'renderer'),
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the whole program answers in the browser, where the page prints and downloads by itself', async () => {
  const host = await serve(options)
  const client = await enter(host.url)
  expect(await client.session.status({})).toMatchObject({
    state: 'setup',
    today: '2024-12-30',
    capabilities: { print: 'page', save: 'download' },
  })
  await host.close()
})

test('printing and saving are refused here with their own error', async () => {
  const host = await serve(options)
  const client = await enter(host.url)
  const pdf = new File(['%PDF-1.7'], 'a.pdf', { type: 'application/pdf' })
  await expect(client.session.print({ title: 'a', pdf })).rejects.toMatchObject({
    code: 'DOMAIN_ERROR',
    data: { code: 'host_cannot', action: 'print' },
  })
  await expect(client.session.save({ name: 'a.pdf', file: pdf })).rejects.toMatchObject({
    data: { code: 'host_cannot', action: 'save' },
  })
  await host.close()
})

test('closing releases the data and the port', async () => {
  const first = await serve(options)
  const port = Number(new URL(first.url).port)
  await first.close()
  const second = await serve({ ...options, port })
  expect((await (await enter(second.url)).session.status({})).state).toBe('setup')
  await second.close()
})

test('a port in use also releases the data', async () => {
  const other = await serve({
    ...options,
    backendOptions: { ...options.backendOptions, dataFolder: join(folder, 'lain') },
  })
  const port = Number(new URL(other.url).port)
  await expect(serve({ ...options, port })).rejects.toThrow('port_in_use')
  const host = await serve(options)
  expect((await (await enter(host.url)).session.status({})).state).toBe('setup')
  await host.close()
  await other.close()
})
