import type { SpawnOptions } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { updateServices } from '../../electron/shell/update-services.ts'
import { app, dialog } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

const started = vi.fn<(file: string, options: SpawnOptions) => void>()
const servicesFor = (dataFolder?: string) => updateServices({ ourWindow: () => undefined, dataFolder, start: started })
const installer = '/data/pembaruan/Balai-1.6.0-pemasang.exe'
let downloads: string

beforeEach(() => {
  vi.clearAllMocks()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  downloads = mkdtempSync(join(tmpdir(), 'balai-unduhan-'))
  app.paths.set('downloads', downloads)
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(downloads, { recursive: true })
})

test('install now: the program ends, and the installer runs only after the data is closed, then reopens the program', async () => {
  const services = servicesFor("/data/Nur'aini")
  const starting = vi.fn()
  await services.install({ installer, when: 'now', starting })
  expect(app.quit).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(app.quit).toHaveBeenCalledOnce()
  expect(started).not.toHaveBeenCalled()
  services.runOrdered()
  expect(starting).toHaveBeenCalledOnce()
  expect(started).toHaveBeenCalledOnce()
  const [file, options] = started.mock.calls[0] ?? []
  expect(file).toBe(installer)
  expect(options).toMatchObject({ detached: true, stdio: 'ignore' })
  expect(options?.env).toMatchObject({ BALAI_UPDATING: '1', BALAI_REOPEN: '1', BALAI_DATA: "/data/Nur'aini" })
  // It runs only once.
  services.runOrdered()
  expect(started).toHaveBeenCalledOnce()
})

test('install at the end of the program: nothing ends now, and nothing is reopened', async () => {
  const services = servicesFor()
  await services.install({ installer, when: 'closing', starting: () => undefined })
  vi.advanceTimersByTime(5_000)
  expect(app.quit).not.toHaveBeenCalled()
  services.runOrdered()
  expect(started.mock.calls[0]?.[1].env).toMatchObject({ BALAI_REOPEN: '0', BALAI_DATA: '' })
})

test('a cancelled installation does not run; without an order nothing does', async () => {
  const services = servicesFor()
  services.runOrdered()
  await services.install({ installer, when: 'closing', starting: () => undefined })
  services.cancel()
  services.runOrdered()
  expect(started).not.toHaveBeenCalled()
})

test('the dialog asks for an installer, and returns its path', async () => {
  const services = servicesFor()
  dialog.showOpenDialog.mockResolvedValueOnce({
    canceled: false,
    filePaths: [join(downloads, 'Balai-1.6.0-pemasang.exe')],
  })
  expect(await services.choose()).toEqual({
    installer: join(downloads, 'Balai-1.6.0-pemasang.exe'),
    label: `folder ${basename(downloads)}`,
  })
  dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] })
  expect(await services.choose()).toBeNull()
})

test('finds only files named like our installer', async () => {
  for (const name of [
    'Balai-1.6.0-pemasang.exe',
    'Balai-1.6.0-pemasang.exe.sig',
    'setup.exe',
    'Balai-1.6-pemasang.exe',
  ])
    writeFileSync(join(downloads, name), '')
  const places = await servicesFor().places()
  expect(places).toContainEqual({
    label: `folder ${basename(downloads)}`,
    installers: [join(downloads, 'Balai-1.6.0-pemasang.exe')],
  })
})
