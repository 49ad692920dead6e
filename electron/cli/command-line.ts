import { ORPCError } from '@orpc/client'
import { type DomainErrorData, domainErrorMessage } from '../../shared/domain-error.ts'
import { translate } from '../backend/database/open-database.ts'
import { DomainError } from '../backend/domain-error.ts'
import { HubError } from '../hub/hub-error.ts'
import { type Command, UsageError } from './command.ts'

/** Loaded only when used: a plan needs neither the database nor the papers. */
const commands: Record<string, () => Promise<Command>> = {
  demo: async () => (await import('./demo.ts')).demo,
  papers: async () => (await import('./papers.ts')).papers,
  form: async () => (await import('./form.ts')).form,
  report: async () => (await import('./report.ts')).report,
  import: async () => (await import('./import.ts')).importCommand,
  plan: async () => (await import('./plan.ts')).plan,
  replan: async () => (await import('./replan.ts')).replan,
  serve: async () => (await import('./serve.ts')).serveCommand,
  check: async () => (await import('./check.ts')).check,
  keys: async () => (await import('./keys.ts')).keys,
  verify: async () => (await import('./verify.ts')).verify,
  backup: async () => (await import('./backup.ts')).backup,
  prove: async () => (await import('./prove.ts')).prove,
  restore: async () => (await import('./restore.ts')).restore,
  hub: async () => (await import('./hub.ts')).hub,
  push: async () => (await import('./push.ts')).push,
  torture: async () => (await import('./torture.ts')).torture,
  'reset-password': async () => (await import('./reset-password.ts')).resetPassword,
  'sign-release': async () => (await import('./sign-release.ts')).signReleaseCommand,
}

type Failure = { code: string; message: string; next?: string; exitCode: 1 | 2 }

/** Where a command writes; most tests pass their own. */
export type Output = { write(text: string): unknown }

/** Runs one command to its end and returns the exit code. Writes its result to `out` and errors to `err`. */
export async function runCommandLine(
  parameters: readonly string[],
  out: Output = process.stdout,
  err: Output = process.stderr,
): Promise<number> {
  const [name = '', ...args] = parameters
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  const json = parameters.includes('--json')
  if (parameters.includes('--help') || name === 'help') {
    out.write(await help(command))
    return 0
  }
  try {
    if (!command) throw new UsageError(name ? `Perintah “${name}” tidak dikenal.` : 'Tulis salah satu perintah.')
    const answer = await command.run(args)
    if (answer) out.write(json ? `${JSON.stringify(answer.json)}\n` : `${answer.words}\n`)
    return answer?.exitCode ?? 0
  } catch (error) {
    const { exitCode, ...failure } = failureOf(error)
    err.write(`${failure.message}\n${exitCode === 2 ? await help(command) : ''}`)
    if (json) out.write(`${JSON.stringify({ error: failure })}\n`)
    return exitCode
  }
}

/** The usage of the command, or of all commands. */
async function help(command: Command | undefined): Promise<string> {
  const shown = command ? [command] : await Promise.all(Object.values(commands).map(load => load()))
  return shown.map(({ usage }) => `balai ${usage}\n`).join('')
}

function failureOf(thrown: unknown): Failure {
  const path = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : ''
  const error = translate(thrown, path)
  if (error instanceof UsageError) return { code: 'usage', message: error.message, exitCode: 2 }
  if (error instanceof HubError) return { code: error.code, message: error.message, exitCode: 1 }
  if (error instanceof DomainError) return domainFailure(error.data)
  if (error instanceof ORPCError && error.code === 'DOMAIN_ERROR') return domainFailure(error.data as DomainErrorData)
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), exitCode: 1 }
}

function domainFailure(error: DomainErrorData): Failure {
  const message = domainErrorMessage(error, 'command line')
  return { code: error.code, message, ...('next' in error ? { next: error.next } : {}), exitCode: 1 }
}
