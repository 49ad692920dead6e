import { ORPCError } from '@orpc/client'
import type { Refusal } from '../../shared/refusal.ts'
import { translate } from '../backend/database/open-database.ts'
import { Refused } from '../backend/refused.ts'
import { check } from './check.ts'
import { type Command, UsageError } from './command.ts'
import { demo } from './demo.ts'
import { plan } from './plan.ts'
import { restore } from './restore.ts'
import { serveCommand } from './serve.ts'

const commands: Record<string, Command> = { demo, plan, serve: serveCommand, check, restore }

type Failure = { code: string; message: string; next?: string; exitCode: 1 | 2 }

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  const usage = command ? [command.usage] : Object.values(commands).map(entry => entry.usage)
  const json = args.includes('--json')
  try {
    if (!command) throw new UsageError(name ? `Perintah “${name}” tidak dikenal.` : 'Tulis salah satu perintah.')
    const answer = await command.run(args)
    if (answer) process.stdout.write(json ? `${JSON.stringify(answer.json)}\n` : `${answer.words}\n`)
    return answer?.exitCode ?? 0
  } catch (error) {
    const { exitCode, ...failure } = failureOf(error)
    const help = exitCode === 2 ? usage.map(line => `balai ${line}\n`).join('') : ''
    process.stderr.write(`${failure.message}\n${help}`)
    if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`)
    return exitCode
  }
}

function failureOf(thrown: unknown): Failure {
  const path = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : ''
  const error = translate(thrown, path)
  if (error instanceof UsageError) return { code: 'usage', message: error.message, exitCode: 2 }
  if (error instanceof Refused) return refused(error.refusal, error.message)
  if (error instanceof ORPCError && error.code === 'REFUSED') return refused(error.data as Refusal, error.message)
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), exitCode: 1 }
}

function refused(refusal: Refusal, message: string): Failure {
  return { code: refusal.code, message, ...('next' in refusal ? { next: refusal.next } : {}), exitCode: 1 }
}

process.exitCode = await main()
