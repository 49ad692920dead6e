import { randomUUID } from 'node:crypto'
import { type DeskJob, type DeskJobAnswer, deskJob, deskJobAnswer } from '../../shared/features/desk/desk-job.ts'
import { deskJobPath, deskProgramHeader, jobHeader } from '../../shared/features/desk/place.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { HostServices } from '../backend/host-services.ts'
import type { HostLine } from './host-line.ts'

/** Milliseconds before a host that does not answer is asked again. */
const pause = 2_000

type DeskJobRunner = {
  /** Headers for each call to the host, so that it knows that this desk can print and save. */
  readonly headers: Readonly<Record<string, string>>
  stop(): void
}

/** Does what the host asks for at this desk: prints on its printers, saves with its dialogs. A job may wait while the next one is done. */
export function runDeskJobs(line: HostLine, services: HostServices): DeskJobRunner {
  const stopped = new AbortController()
  // After a restart the program has lost the jobs that the previous run had taken.
  const headers = { [deskProgramHeader]: randomUUID() }
  void listen()
  return { headers, stop: () => stopped.abort() }

  async function listen(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        const request = new Request(`https://meja${deskJobPath}`, { signal: stopped.signal })
        const answer = await line.call(deskJobPath, request, headers)
        const header = answer.headers.get(jobHeader)
        if (answer.status === 200 && header !== null) {
          const job = deskJob.parse(JSON.parse(Buffer.from(header, 'base64').toString('utf8')))
          void carryOut(job, await answer.bytes())
          continue
        }
        await answer.body?.cancel()
        if (answer.status === 204 || (answer.status === 401 && (await line.enter()))) continue
      } catch (error) {
        if (stopped.signal.aborted) return
        // The page already says when the host is away; other errors are logged.
        if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')) console.error(error)
      }
      await new Promise(resolve => setTimeout(resolve, pause).unref())
    }
  }

  async function carryOut(job: DeskJob, bytes: Uint8Array): Promise<void> {
    const answer = await done(services, job, bytes).catch(refusal)
    const body = JSON.stringify(answer)
    const request = new Request(`https://meja${deskJobPath}`, { method: 'POST', body })
    await line.call(`${deskJobPath}/${job.id}`, request, headers).catch(() => undefined)
  }
}

async function done(services: HostServices, job: DeskJob, bytes: Uint8Array): Promise<DeskJobAnswer> {
  const { kind } = job
  if (kind === 'printers') return { printers: await services.printers() }
  if (kind === 'save') return services.save({ name: job.name, bytes })
  if (kind === 'open') return (await services.open?.({ name: job.name, bytes })) ?? { opened: false }
  const { title, printer, copies, sides } = job
  return services.print({
    title,
    pdf: bytes,
    ...(printer !== undefined && { printer }),
    ...(copies !== undefined && { copies }),
    ...(sides && { sides }),
  })
}

function refusal(error: unknown): DeskJobAnswer {
  if (error instanceof DomainError) {
    const said = deskJobAnswer.safeParse({ refused: error.data })
    if (said.success) return said.data
  }
  console.error(error)
  return { failed: true }
}
