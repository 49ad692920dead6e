import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export type Program = {
  /** The next line of its output. */
  line(): Promise<string>
  /** Gives it a line to read. */
  say(line: string): void
  /** Kills it like a power cut; returns the lines that it printed and nobody read. */
  kill(): Promise<string[]>
  /** Ends its input and waits until it exits. */
  end(): Promise<void>
}

/** Runs a file of this folder as a separate process. */
export function startProgram(name: string, ...args: string[]): Program {
  const file = fileURLToPath(new URL(name, import.meta.url))
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Compiled sources are shared with the next process.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  async function rest(): Promise<string[]> {
    const unread: string[] = []
    for (let next = await lines.next(); !next.done; next = await lines.next()) unread.push(next.value)
    return unread
  }
  return {
    async line() {
      const next = await lines.next()
      if (next.done) throw new Error(`${name} said nothing`)
      return next.value
    },
    say(line) {
      child.stdin.write(`${line}\n`)
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
      return rest()
    },
    async end() {
      child.stdin.end()
      await exited
    },
  }
}
