import { ORPCError } from '@orpc/client'
import type { Refusal } from '../../shared/refusal.ts'
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
  if (!command) {
    const usages = Object.values(commands).map(entry => `  balai ${entry.usage}`)
    process.stderr.write(`${name ? `Perintah “${name}” tidak dikenal.\n` : ''}Perintah:\n${usages.join('\n')}\n`)
    return 2
  }
  const json = args.includes('--json')
  try {
    const answer = await command.run(args)
    if (answer) process.stdout.write(json ? `${JSON.stringify(answer.json)}\n` : `${answer.words}\n`)
    return answer?.exitCode ?? 0
  } catch (error) {
    const { exitCode, ...failure } = failureOf(error)
    process.stderr.write(`${failure.message}\n${exitCode === 2 ? `balai ${command.usage}\n` : ''}`)
    if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`)
    return exitCode
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) return { code: 'usage', message: error.message, exitCode: 2 }
  if (error instanceof Refused) return refused(error.refusal, error.message)
  if (error instanceof ORPCError && error.code === 'REFUSED') return refused(error.data as Refusal, error.message)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC') return refused({ code: 'disk_full' }, new Refused({ code: 'disk_full' }).message)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) {
    const refusal: Refusal = {
      code: 'folder_unwritable',
      folder: error instanceof Error && 'path' in error ? String(error.path) : '',
    }
    return refused(refusal, new Refused(refusal).message)
  }
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), exitCode: 1 }
}

function refused(refusal: Refusal, message: string): Failure {
  return { code: refusal.code, message, ...('next' in refusal ? { next: refusal.next } : {}), exitCode: 1 }
}

process.exitCode = await main()
