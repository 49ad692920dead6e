import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../../electron/cli/command-line.ts'

const program = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

export type Ended = { exitCode: number | null; stdout: string; stderr: string }

/** Runs a command within this process, because starting a process takes longer than most commands. */
export async function balai(...args: string[]): Promise<Ended> {
  const output = { stdout: '', stderr: '' }
  const exitCode = await runCommandLine(
    args,
    { write: text => (output.stdout += text) },
    { write: text => (output.stderr += text) },
  )
  return { exitCode, ...output }
}

/** Runs the command line as a person does, in its own process. */
export function balaiProcess(...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', text => {
      output.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      output.stderr += text
    })
    child.on('error', reject)
    child.on('close', exitCode => resolve({ exitCode, ...output }))
  })
}

/** The output of a command with --json; it must be one line and nothing else. */
export function json<T>({ stdout }: Ended): T {
  if (stdout.trimEnd().includes('\n')) throw new Error(`more than one line: ${stdout}`)
  return JSON.parse(stdout) as T
}

/** Whether stderr has a sentence and no stack trace. */
export function spellOut({ stderr }: Ended): boolean {
  return /\p{L}{3}/u.test(stderr) && !/^\s+at |node:internal|\.ts:\d/m.test(stderr)
}

/** Path → hash of every file below a folder. */
export function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(folder, path)).isFile(),
  )
  return Object.fromEntries(
    paths
      .map(path => join(folder, path))
      .map(file => [
        relative(folder, file).split(sep).join('/'),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  )
}
