import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { freePort } from '../../../build/bench/desks.ts'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { enter } from '../../browser-host/enter.ts'
import { type DeskPage, openDesk, typeCode } from '../../e2e/desk-page.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A host as an office runs it: a separate process that desks can connect to and that can be killed. */
export class HostProcess {
  /** The source tree to run; changing it before the next start changes the version. */
  tree = root
  /** Each start is at 08.00 of this day; another day makes the next start another one for the desks. */
  today: string
  readonly #dataFolder: string
  #port: number | undefined
  #child: ChildProcess | undefined

  constructor(dataFolder: string, today: string) {
    this.#dataFolder = dataFolder
    this.today = today
  }

  get address(): string {
    return `https://localhost:${this.#port}`
  }

  /** Returns the client of the main computer, where nobody has signed in yet. */
  async start(): Promise<BackendClient> {
    this.#port ??= await freePort()
    const place = ['--data', this.#dataFolder, '--port', String(this.#port), '--today', this.today]
    const child = spawn(
      process.execPath,
      [join(this.tree, 'electron/cli/main.ts'), 'serve', '--desks', '--no-open', ...place],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    this.#child = child
    const lines: string[] = []
    for await (const line of createInterface({ input: child.stdout })) if (lines.push(line) === 2) break
    return enter(lines[1] ?? '')
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** A Chromium paired by code and words; it shows the sign-in page. */
  async openDesk(main: BackendClient, name: string): Promise<DeskPage> {
    const desk = await openDesk(this.address)
    const { digits } = await main.desk.newCode({})
    await typeCode(desk.page, digits, name)
    await desk.page.getByRole('button', { name: 'Ya, sama' }).click()
    // Approve only after both screens have compared the words.
    const request = await vi.waitFor(async () => {
      const waiting = (await main.desk.overview({})).requests.find(one => one.same)
      if (!waiting) throw new Error('nobody has compared yet')
      return waiting
    })
    await main.desk.approve({ request: request.id })
    await desk.page.getByRole('heading', { name: 'Siapa yang bekerja?' }).waitFor()
    return desk
  }
}

/** The number of texts that a desk keeps encrypted on its disk. */
export function keptTexts({ page }: DeskPage): Promise<number> {
  return page.evaluate(async () => {
    const { promise, resolve } = Promise.withResolvers<number>()
    const opening = indexedDB.open('balai-meja-isian')
    opening.onsuccess = () => {
      const counting = opening.result.transaction('isian').objectStore('isian').count()
      counting.onsuccess = () => resolve(counting.result)
    }
    return promise
  })
}
