import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

// The preload runs in an isolated world beside the page, as in Electron. It posts through a binding that only this world has. The message
// ports stay in the page; their messages are passed as text.

const world = 'Electron Isolated Context'

type Carried = { text?: string; base64?: string }
type Posted = Carried & { id: number; channel?: string; message?: unknown; ids: number[] }
type Arrival = { channel: string; message: unknown; ports: MessagePortMain[] }

export class MessagePortMain extends EventEmitter {
  readonly #send: (data: Carried) => void
  readonly #early: unknown[] = []
  #started = false
  constructor(send: (data: Carried) => void) {
    super()
    this.#send = send
  }
  start(): void {
    this.#started = true
    for (const data of this.#early.splice(0)) this.emit('message', { data, ports: [] })
  }
  receive(data: unknown): void {
    if (this.#started) this.emit('message', { data, ports: [] })
    else this.#early.push(data)
  }
  postMessage(data: string | Uint8Array): void {
    this.#send(typeof data === 'string' ? { text: data } : { base64: Buffer.from(data).toString('base64') })
  }
  close(): void {
    this.emit('close')
  }
}

/** Runs the preload in every document of the page, and reports what it posts. */
export async function bridgePreload(page: Page, preload: string, arrived: (post: Arrival) => void): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const ports = new Map<number, MessagePortMain>()
  let place = 0
  devtools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === world) place = context.id
  })
  devtools.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== '__post') return
    const post = JSON.parse(payload) as Posted
    if (post.channel === undefined) {
      ports.get(post.id)?.receive(post.text ?? new Uint8Array(Buffer.from(post.base64 ?? '', 'base64')))
      return
    }
    const sent = post.ids.map(id => {
      const here = place
      const port = new MessagePortMain(data => {
        const expression = `__receive(${id}, ${JSON.stringify(data)})`
        // A closed document receives nothing more.
        devtools.send('Runtime.evaluate', { contextId: here, expression }).catch(() => undefined)
      })
      ports.set(id, port)
      return port
    })
    arrived({ channel: post.channel, message: post.message, ports: sent })
  })
  await devtools.send('Page.enable')
  await devtools.send('Runtime.enable')
  await devtools.send('Runtime.addBinding', { name: '__post', executionContextName: world })
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: world,
    source: `(() => { ${inPage} })()`.replace('PRELOAD', () => readFileSync(preload, 'utf8')),
  })
}

/** Port ids are never reused, not even by the next document. */
const inPage = `
  const ports = new Map()
  let next = Date.now() * 1000
  const base64Of = sent => {
    const bytes = sent instanceof ArrayBuffer ? new Uint8Array(sent) : new Uint8Array(sent.buffer, sent.byteOffset, sent.byteLength)
    let text = ''
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(text)
  }
  globalThis.__receive = (id, { text, base64 }) =>
    ports.get(id).postMessage(text ?? Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)))
  const ipcRenderer = {
    postMessage(channel, message, transfer = []) {
      const ids = transfer.map(port => {
        const id = next++
        ports.set(id, port)
        port.onmessage = ({ data }) => __post(JSON.stringify(typeof data === 'string' ? { id, text: data } : { id, base64: base64Of(data) }))
        return id
      })
      __post(JSON.stringify({ channel, message, ids }))
    },
  }
  const require = name => {
    if (name === 'electron') return { ipcRenderer }
    throw new Error('a sandboxed preload cannot require ' + name)
  }
  ;(require => {
PRELOAD
  })(require)
`
