import { ipcRenderer } from 'electron'
import { connectChannel, lockedChannel } from './connect-channel.ts'

// This script runs beside the page, in a separate sandbox. It offers the page only two things: a port that the page posts to itself is passed to the
// main process, which checks the sender; and the page is notified when Windows is locked. A MessagePort cannot cross the context bridge, so it comes
// as a message.

/** The Node side of the project has no DOM types; only this part of the window is used here. */
declare const window: {
  readonly location: { readonly origin: string }
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void
  postMessage(message: string, origin: string): void
}
type PageMessage = {
  readonly source: unknown
  readonly origin: string
  readonly data: unknown
  readonly ports: NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>
}

window.addEventListener('message', ({ source, origin, data, ports }) => {
  const fromThisPage = source === window && origin === window.location.origin
  if (fromThisPage && data === connectChannel && ports.length === 1) {
    ipcRenderer.postMessage(connectChannel, null, ports)
  }
})

const { on: hear } = ipcRenderer as Partial<typeof ipcRenderer>
hear?.call(ipcRenderer, lockedChannel, () => window.postMessage(lockedChannel, window.location.origin))
