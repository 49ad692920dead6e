import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { peakMegabytes } from '../peak-memory.ts'

export type Answer = { milliseconds: number; bytes: number; megabytes: number }
export type ContenderName = 'balai' | 'tcpdf' | 'reportlab' | 'typst'

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** The command that starts a contender on a bench folder; null where it is not installed. */
export function commandOf(name: ContenderName, folder: string, count: number): [string, string[]] | null {
  switch (name) {
    case 'balai':
      return [process.execPath, [here('./balai-certificates.ts'), folder, String(count)]]
    case 'tcpdf':
      return existsSync('/usr/share/php/tcpdf/tcpdf.php') && runs('php', ['--version'])
        ? // Node gives the child a socket as its input; PHP stops reading a socket after one minute.
          ['php', ['-d', 'default_socket_timeout=86400', here('./tcpdf.php'), folder]]
        : null
    case 'reportlab': {
      // Debian's packages belong to Debian's interpreter; another Python may come first on the path.
      const python = ['/usr/bin/python3', 'python3'].find(one => runs(one, ['-c', 'import reportlab']))
      return python ? [python, [here('./reportlab_certificates.py'), folder]] : null
    }
    case 'typst': {
      const installed = typstPackage()
      return installed ? [process.execPath, [here('./typst-certificates.ts'), folder, installed]] : null
    }
  }
}

const typst = { name: '@myriaddreamin/typst-ts-node-compiler', version: '0.7.0' }
/** Contenders are installed outside of our own dependencies. */
const peers = here('../../../node_modules/.cache/balai-peers')

/** Installed by npm on first use; null where that fails, for example without internet. */
function typstPackage(): string | null {
  if (process.env.BALAI_TYPST) return process.env.BALAI_TYPST
  const path = join(peers, 'node_modules', typst.name)
  if (existsSync(join(path, 'package.json'))) return path
  process.stderr.write(`  bringing Typst ${typst.version} by npm into node_modules/.cache/balai-peers\n`)
  mkdirSync(peers, { recursive: true })
  writeFileSync(join(peers, 'package.json'), '{ "private": true }\n')
  const parameters = ['install', '--no-audit', '--no-fund', '--no-package-lock', `${typst.name}@${typst.version}`]
  spawnSync('npm', parameters, { cwd: peers, stdio: 'ignore', shell: process.platform === 'win32', timeout: 180_000 })
  return existsSync(join(path, 'package.json')) ? path : null
}

function runs(command: string, parameters: string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0
}

/** A process that draws on request, one line per request, and stays warm in between. */
export class Contender {
  readonly #child: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor([command, parameters]: [string, string[]]) {
    this.#child = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'inherit'] })
    if (!this.#child.stdout) throw new Error('no output')
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]()
  }

  async ask(what: 'separate' | 'merged' | 'first', from: number, to: number, where = ''): Promise<Answer> {
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
