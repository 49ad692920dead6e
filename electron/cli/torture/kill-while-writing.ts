import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url))
const mark = 'Ruang uji'
/** Milliseconds: the latest kill after the first write. */
const longest = 60

/** Counts of names that were confirmed but are missing, and of names that are there twice or were never begun. */
type Killed = { kills: number; answered: number; lost: number; doubled: number; refused: number }

type Writer = ReturnType<typeof startWriter>

/** Kills programs while they write, again and again, in one copy of the data. */
export class KillWhileWriting {
  readonly #folder: string
  readonly #answered = new Set<string>()
  readonly done: Killed = { kills: 0, answered: 0, lost: 0, doubled: 0, refused: 0 }
  #next: Writer

  constructor(folder: string) {
    this.#folder = folder
    this.#next = startWriter(folder)
  }

  /** One life: opens, reports what is there, writes, is killed. The next program loads meanwhile. */
  async kill(): Promise<void> {
    const writer = this.#next
    writer.say(String(this.done.kills + 1))
    this.#next = startWriter(this.#folder)
    this.#check(JSON.parse(await writer.line()))
    this.#answered.add(JSON.parse(await writer.line()) as string)
    await wait(Math.random() * longest)
    for (const line of await writer.kill()) this.#answered.add(JSON.parse(line) as string)
    this.done.kills += 1
    this.done.answered = this.#answered.size
  }

  /** Opens the data once more to check what the last life left. */
  async end(): Promise<Killed> {
    this.#next.say('akhir')
    this.#check(JSON.parse(await this.#next.line()))
    await this.#next.kill()
    return this.done
  }

  /** Stops and leaves the data as after the last kill. */
  async leave(): Promise<void> {
    await this.#next.kill()
  }

  #check(opened: { rooms: string[] } | { refused: string }): void {
    if ('refused' in opened) {
      this.done.refused += 1
      throw new Error(`after a kill the data does not open: ${opened.refused}`)
    }
    const present = new Set(opened.rooms)
    this.done.lost += [...this.#answered].filter(name => !present.has(name)).length
    this.done.doubled += opened.rooms.length - present.size
    // A name that was written but not confirmed may be there, once.
    for (const name of present) this.#answered.add(name)
  }
}

function startWriter(folder: string) {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [program, folder, mark], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    say: (line: string) => child.stdin.write(`${line}\n`),
    async line(): Promise<string> {
      const next = await lines.next()
      if (next.done) throw new Error('the writing program has ended')
      return next.value
    },
    /** Kills as a power cut would. Returns the output that was not read yet. */
    async kill(): Promise<string[]> {
      child.kill('SIGKILL')
      await exited
      const unread: string[] = []
      for (let next = await lines.next(); !next.done; next = await lines.next()) unread.push(next.value)
      return unread
    },
  }
}
