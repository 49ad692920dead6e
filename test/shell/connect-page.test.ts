import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { os, type RouterClient } from '@orpc/server'
import type { WebContents } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Desk } from '../../electron/backend/desk.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { connectPage } from '../../electron/shell/connect-page.ts'
import { ipcMain, WebContentsDouble } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

const router = { greet: os.handler(() => 'Halo') }
let ours: WebContentsDouble
let ports: { page: MessagePort; main: MessagePort & { closed: boolean } }

beforeEach(() => {
  ipcMain.removeAllListeners()
  vi.spyOn(console, 'error').mockReturnValue()
  ours = new WebContentsDouble()
  connectPage(router, new Desk('PC utama', silentHost), () => ours as unknown as WebContents)
  const { port1, port2 } = new MessageChannel()
  ports = { page: port1, main: Object.assign(port2, { closed: false }) }
  port2.once('close', () => {
    ports.main.closed = true
  })
})
afterEach(() => {
  ports.page.close()
  vi.restoreAllMocks()
})

/** Electron's ports deliver an event where Node's deliver the data itself. */
function asElectronPort(port: MessagePort) {
  return {
    on: (name: string, listener: (event?: { data: unknown }) => void) =>
      port.on(name, (data: unknown) => (name === 'message' ? listener({ data }) : listener())),
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

function connect({ sender = ours, senderFrame = ours.mainFrame as object | null, count = 1 } = {}) {
  const sent = Array.from({ length: count }, () => asElectronPort(ports.main))
  ipcMain.emit('balai:connect', { sender, senderFrame, ports: sent })
}

test('our page gets its port to the backend', async () => {
  connect()
  const client = createORPCClient<RouterClient<typeof router>>(new RPCLink({ port: ports.page }))
  expect(await client.greet()).toBe('Halo')
})

describe('no other page does, and the program goes on', () => {
  const stranger = new WebContentsDouble()

  test.each([
    ['another window', () => ({ sender: stranger, senderFrame: stranger.mainFrame })],
    ['a frame inside our page', () => ({ senderFrame: { origin: 'app://balai' } })],
    ['a frame that is gone', () => ({ senderFrame: null })],
    ['no port', () => ({ count: 0 })],
    ['two ports', () => ({ count: 2 })],
    [
      'our window on another origin',
      () => ({ senderFrame: Object.assign(ours.mainFrame, { origin: 'https://contoh.id' }) }),
    ],
  ])('%s', async (_who, event) => {
    const parameters = event()
    connect(parameters)
    expect(console.error).toHaveBeenCalledOnce()
    const sent = 'count' in parameters ? parameters.count : 1
    if (sent > 0) await vi.waitFor(() => expect(ports.main.closed).toBe(true))
  })
})
