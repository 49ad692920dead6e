import { type Applied, appliedSchema, mostFacts, type Refusal } from '../../../../shared/features/hub/batch.ts'
import type { Sent } from '../../../../shared/features/hub/contract.ts'
import { noticesSchema } from '../../../../shared/features/hub/notice.ts'
import type { Trouble } from '../../../../shared/features/hub/trouble.ts'
import { DomainError } from '../../domain-error.ts'
import { type HubLine, HubLineError } from '../../host-services.ts'
import type { TaskScope } from '../../scope.ts'
import { countFirst, noteEverything } from './due-store.ts'
import { keepNotices } from './notice-store.ts'
import { beginEpoch, factsFrom, findLink, type HubLink, hashAt, lastFact, noteHubState } from './outbox-store.ts'
import { centreKey } from './province-key.ts'
import { writeFirstFacts } from './write-facts.ts'

type Scope = Pick<TaskScope, 'read' | 'write' | 'workspace' | 'host'>

/** Facts in a batch: small enough that a lost connection costs little, large enough for high latency. */
const batchSize = Math.min(500, mostFacts)
/** Limits the exchange with a hub that never finishes. */
const mostTurns = 20

/** Stops the run with a reason. */
class Stopped extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.code)
    this.trouble = trouble
  }
}

/**
 * Sends waiting facts in batches, from where the hub says it stopped. Returns what was sent, what waits, and the obstacle; nothing is lost.
 * @throws DomainError hub_not_joined, hub_impossible
 */
export async function sendFacts(scope: Scope): Promise<Sent> {
  const { read, write, workspace, host } = scope
  if (!host.hubLine) throw new DomainError({ code: 'hub_impossible' })
  if (!read(({ db }) => findLink(db))) throw new DomainError({ code: 'hub_not_joined' })
  let sent = 0
  let trouble: Trouble | null = null
  try {
    const key = centreKey(workspace.keys)
    if (key === null) throw new Stopped({ code: 'key_missing' })
    gather(scope)
    sent = await sendAll(scope, host.hubLine, key)
  } catch (error) {
    if (error instanceof HubLineError) trouble = { code: error.why }
    else if (error instanceof Stopped) trouble = error.trouble
    else throw error
  }
  const { link, last } = state(scope)
  const waiting = last.seq - Math.min(link.acknowledged, last.seq)
  if (sent > 0 || JSON.stringify(trouble) !== JSON.stringify(link.trouble))
    write(({ db, at, record }) => {
      noteHubState(db, { acknowledged: null, heardAt: trouble ? null : at, trouble })
      record('hub', link.hubName, null, { sent, waiting, ...(trouble ? { trouble: trouble.code } : {}) })
    })
  return { sent, waiting, trouble }
}

/** Collects the first transfer in slices, so that desks are answered between. */
function gather({ read, write }: Scope): void {
  while (read(({ db }) => countFirst(db)) > 0)
    write(({ db, at, keys, record }) => {
      record('hub', 'pengisian awal', null, { parts: writeFirstFacts({ db, at, keys }) })
    })
}

function state({ read }: Scope): { link: HubLink; last: { seq: number; hash: string } } {
  return read(({ db }) => {
    const link = findLink(db)
    if (!link) throw new DomainError({ code: 'hub_not_joined' })
    return { link, last: lastFact(db, link.epoch) }
  })
}

async function sendAll(scope: Scope, line: HubLine, key: string): Promise<number> {
  const before = state(scope).link
  const ask = (path: string, body?: unknown) =>
    line({ ...before, path, key: `${before.centreId}.${key}`, ...(body === undefined ? {} : { body }) })
  let applied = understood(await ask('/v1/state'))
  await takeNotices(scope, ask, applied.notices ?? 0)
  let sent = 0
  for (let turn = 0; turn < mostTurns; ) {
    const { link, last } = state(scope)
    if (applied.epoch > link.epoch) throw new Stopped({ code: 'superseded', epoch: applied.epoch })
    const from = applied.epoch === link.epoch ? applied : { applied: 0, hash: '' }
    const previous = scope.read(({ db }) => hashAt(db, link.epoch, from.applied))
    if (previous !== from.hash) {
      turn += 1
      fork(scope, link, from.applied)
      continue
    }
    acknowledge(scope, link, from.applied)
    if (from.applied === last.seq) return sent
    const facts = scope.read(({ db }) => factsFrom(db, link.epoch, from.applied + 1, batchSize))
    const complete = facts.at(-1)?.seq === last.seq
    const answer = await ask('/v1/facts', {
      epoch: link.epoch,
      previous,
      now: new Date().toISOString(),
      complete,
      facts,
    })
    if (answer.status === 200) {
      const next = understood(answer)
      sent += Math.max(0, next.applied - from.applied)
      turn = next.applied > from.applied ? 0 : turn + 1
      applied = next
      continue
    }
    turn += 1
    const refusal = answer.body as Refusal
    if (refusal.code === 'gap')
      applied = { ...applied, epoch: link.epoch, applied: refusal.applied, hash: refusal.hash }
    else if (refusal.code === 'fork')
      fork(scope, { ...link, epoch: Math.max(link.epoch, refusal.epoch) }, refusal.seq - 1)
    else throw new Stopped(refusal)
  }
  throw new Stopped({ code: 'unreached' })
}

function understood(answer: { status: number; body: unknown }): Applied {
  const read = answer.status === 200 ? appliedSchema.safeParse(answer.body).data : undefined
  if (read) return read
  const refusal = answer.body as Refusal | null
  throw new Stopped(refusal?.code ? refusal : { code: 'unreached' })
}

/** The hub has facts that are not here: the folder was set back by hand. Recorded in the history, and everything is sent again. */
function fork({ write }: Scope, link: HubLink, seq: number): void {
  write(({ db, record }) => {
    beginEpoch(db, link.epoch + 1)
    noteEverything(db)
    record('hub', link.hubName, { epoch: link.epoch }, { epoch: link.epoch + 1, differsFrom: seq })
  })
}

/** Stored for the page, without a history row for each batch. */
function acknowledge({ workspace }: Scope, link: HubLink, applied: number): void {
  if (link.acknowledged !== applied)
    workspace.transaction(() => noteHubState(workspace.write, { acknowledged: applied, heardAt: null, trouble: null }))
}

type Ask = (path: string, body: unknown) => Promise<{ status: number; body: unknown }>

/** Fetches new notices about applicants. An unexpected answer is left for the next run. */
async function takeNotices(
  { read, write }: Pick<TaskScope, 'read' | 'write'>,
  ask: Ask,
  newest: number,
): Promise<void> {
  for (;;) {
    const link = read(({ db }) => findLink(db))
    if (!link || link.noticesHeard >= newest) return
    const answer = await ask('/v1/notices', { after: link.noticesHeard })
    const notices = answer.status === 200 ? noticesSchema.safeParse(answer.body).data : undefined
    if (!notices || notices.length === 0) return
    write(({ db, record }) => {
      keepNotices(db, notices)
      record('hub', link.hubName, null, { notices: notices.length })
    })
  }
}
