import { ipcRenderer } from 'electron'
import { connectChannel, lockedChannel } from './connect-channel.ts'

// This file runs beside the page, in a sandbox of its own. It offers the page nothing but this: a port that the page
// posts to itself is passed on to the main process, which checks the sender; and that Windows was locked is told to the page. A MessagePort cannot cross the context
// bridge, so it comes as a message.

/** The Node side of the project knows no DOM; this much of the window is used here. */
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
