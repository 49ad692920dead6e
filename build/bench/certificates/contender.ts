import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { peakMegabytes } from '../peak-memory.ts'

export type Answer = { milliseconds: number; bytes: number; megabytes: number }
export type ContenderName = 'balai' | 'tcpdf' | 'reportlab' | 'typst'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** How each is started on a bench folder; null where it is not installed. */
export function commandOf(name: ContenderName, folder: string, count: number): [string, string[]] | null {
  switch (name) {
    case 'balai':
      return [process.execPath, [here('./balai-certificates.ts'), folder, String(count)]]
    case 'tcpdf':
      return existsSync('/usr/share/php/tcpdf/tcpdf.php') && runs('php', ['--version'])
        ? // Our end of its input is a socket, on which PHP would wait for one minute only.
          ['php', ['-d', 'default_socket_timeout=86400', here('./tcpdf.php'), folder]]
        : null
    case 'reportlab': {
      // Debian's own interpreter has Debian's packages; another one may come first on the path.
      const python = ['/usr/bin/python3', 'python3'].find(one => runs(one, ['-c', 'import reportlab']))
      return python ? [python, [here('./reportlab_certificates.py'), folder]] : null
    }
    case 'typst': {
      const installed = typstPackage()
      return installed ? [process.execPath, [here('./typst-certificates.ts'), folder, installed]] : null
    }
  }
}

/** Not a package of ours: it is looked for in BALAI_TYPST, beside us, and among what npm installed for everybody. */
function typstPackage(): string | null {
  const name = '@myriaddreamin/typst-ts-node-compiler'
  if (process.env.BALAI_TYPST) return process.env.BALAI_TYPST
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    const shared = spawnSync('npm', ['root', '-g'], { encoding: 'utf8', shell: process.platform === 'win32' })
    const path = join((shared.stdout ?? '').trim(), name)
    return existsSync(join(path, 'package.json')) ? path : null
  }
}

function runs(command: string, parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0
}

/** A process that draws on request, one line a request, and stays warm in between. */
export class Contender {
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor([command, parameters]: [string, string[]]) {
    this.#child = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'inherit'] })
    if (!this.#child.stdout) throw new Error('no output')
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
  }

  async ask(what: 'separate' | 'merged', from: number, to: number, where = ''): Promise<Answer> {
    this.#child.stdin?.write(`${what} ${from} ${to} ${where}`.trim().concat('\n'))
    const { value, done } = await this.#lines.next()
    if (done) throw new Error(`${this.#child.spawnargs.at(-2)} ended early`)
    const answer = JSON.parse(value) as Answer
    return { ...answer, megabytes: peakMegabytes(this.#child.pid ?? 0) ?? answer.megabytes }
  }

  async end(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.stdin?.end()
    await ended
  }
}
