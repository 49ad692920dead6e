import { setTimeout } from 'node:timers/promises'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { type TraineeDraft, traineeDraft } from '../../../shared/features/trainee/trainee.ts'
import { seededDraw } from '../measure.ts'
import { assertRight } from '../part.ts'
import type { Office } from './office.ts'

type Act = (client: BackendClient, draw: (limit: number) => number) => Promise<void>

const searches = ['rahayu', 'siti nur', '0003', 'budi', 'dewi lestari', 'rahyu']

/** What a clerk does during a day; frequent acts are listed more often. */
function actsOf({ running, known }: Office): Act[] {
  const search: Act = async (client, draw) => {
    await client.trainee.list({ search: searches[draw(searches.length)] ?? '', limit: 50, offset: 0 })
  }
  const openClass: Act = async client => {
    await Promise.all([
      client.cohort.get({ code: running }),
      client.cohort.trainees({ code: running }),
      client.attendance.grid({ code: running }),
    ])
  }
  const fill: Act = async (client, draw) => {
    const members = await client.cohort.trainees({ code: running })
    const member = members[draw(members.length)]
    const mark = (['H', 'S', 'I'] as const)[draw(3)] ?? 'H'
    if (!member) throw new Error('nobody is in the class')
    const marks = [{ enrolmentId: member.enrolmentId, n: 1 + draw(3), mark, arrivedAt: null, note: '' }]
    const { written } = await client.attendance.mark({ code: running, marks, reason: null })
    assertRight(written <= 1, 'one mark is written once')
  }
  const save: Act = async (client, draw) => {
    const id = known[draw(known.length)]
    if (id === undefined) throw new Error('nobody is known')
    const trainee = draftOf(await client.trainee.get({ id }))
    await client.trainee.save({ id, trainee: { ...trainee, phone: `62812${10_000_000 + draw(1_000_000)}` } })
  }
  const preview: Act = async client => {
    const { file } = await client.paper.make({ code: running, key: 'participants', size: null, day: null })
    assertRight(file.size > 1000, 'a paper comes')
  }
  return [search, search, search, openClass, openClass, fill, fill, save, preview]
}

/** Fills the fields of the form from what the person's page reads. */
function draftOf(read: object): TraineeDraft {
  const known = new Map<string, unknown>(Object.entries(read))
  return traineeDraft.parse(Object.fromEntries(Object.keys(traineeDraft.shape).map(field => [field, known.get(field)])))
}

export type Worked = { times: number[]; failures: string[] }

/**
 * One desk at work until it is stopped: one act about every `pause` milliseconds, at times that do not coincide with other desks. It also listens to
 * the news, as every page does. Gives the milliseconds from the key press to the complete answer.
 */
export async function work(
  client: BackendClient,
  office: Office,
  { seed, pause, signal }: { seed: number; pause: number; signal: AbortSignal },
): Promise<Worked> {
  const draw = seededDraw(seed)
  const acts = actsOf(office)
  const worked: Worked = { times: [], failures: [] }
  const listening = listen(client, signal)
  while (!signal.aborted) {
    await setTimeout(pause / 2 + draw(pause), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) break
    const act = acts[draw(acts.length)]
    const begun = performance.now()
    try {
      await act?.(client, draw)
      worked.times.push(performance.now() - begun)
    } catch (error) {
      worked.failures.push(error instanceof Error ? error.message : String(error))
    }
  }
  await listening
  return worked
}

async function listen(client: BackendClient, signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of await client.desk.live({}, { signal })) if (signal.aborted) return
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
