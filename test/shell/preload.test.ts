import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

// Imported once, while every test loads the shell's own modules again.
const electron = await vi.hoisted(() => import('./electron-double.ts'))
vi.mock('electron', () => electron)
const { ipcRenderer } = electron

type Message = { source: unknown; origin: string; data: unknown; ports: unknown[] }
let receive: (message: Message) => void
const page = {
  location: { origin: 'app://balai' },
  postMessage: vi.fn<(message: string, origin: string) => void>(),
  addEventListener: (type: string, listener: (message: Message) => void) => {
    if (type === 'message') receive = listener
  },
}

beforeEach(async () => {
  vi.resetModules()
  vi.stubGlobal('window', page)
  ipcRenderer.postMessage.mockClear()
  await import('../../electron/shell/preload.ts')
})
afterEach(() => vi.unstubAllGlobals())

const port = { port: 1 }
const right: Message = { source: page, origin: 'app://balai', data: 'balai:connect', ports: [port] }

test('passes on the port that the page posts to itself', () => {
  receive(right)
  expect(ipcRenderer.postMessage).toHaveBeenCalledExactlyOnceWith('balai:connect', null, [port])
})

test('tells the page that the system was locked', () => {
  const [channel, listener] = ipcRenderer.on.mock.calls.at(-1) ?? []
  expect(channel).toBe('balai:locked')
  listener?.()
  expect(page.postMessage).toHaveBeenCalledExactlyOnceWith('balai:locked', 'app://balai')
})

describe('passes on nothing else', () => {
  test.each([
    ['another window', { source: { other: true } }],
    ['another origin', { origin: 'https://contoh.id' }],
    ['another message', { data: 'balai:lain' }],
    ['a message that is no text', { data: { type: 'balai:connect' } }],
    ['no port', { ports: [] }],
    ['two ports', { ports: [port, port] }],
  ])('%s', (_what, difference) => {
    receive({ ...right, ...difference })
    expect(ipcRenderer.postMessage).not.toHaveBeenCalled()
  })

  test('and adds nothing to the page', () => {
    expect(Object.keys(page)).toEqual(['location', 'postMessage', 'addEventListener'])
  })
})
