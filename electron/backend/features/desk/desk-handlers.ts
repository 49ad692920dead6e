import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { OperationName } from '../../../../shared/contract.ts'
import type { deskContract } from '../../../../shared/features/desk/contract.ts'
import { mainDesk } from '../../../../shared/features/desk/main-desk.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { DeskOpening } from '../../host-services.ts'
import type { Handlers, TaskScope } from '../../scope.ts'
import { findDesk, insertDesk, isNameTaken, removeDesk, renameDesk, saveOpening } from './desk-store.ts'
import { assertMain, readDesks } from './read-desks.ts'
import { unchosenOf } from './unchosen-store.ts'

/** File name of the secret for draft keys, in the key folder. */
const draftSecretId = '0000d4af'
/** Operations whose data is in no table. */
const shown: OperationName[] = ['desk.overview']

export const deskHandlers: Handlers<typeof deskContract> = {
  live: ({ news, desk, lastEventId, signal }) => news.follow(desk, lastEventId, signal),

  async here({ presence, desk, read, at }, { subject, doing }) {
    const name = read(({ operator }) => operator?.name ?? '')
    return presence.here(desk, { subject, name, doing, since: at })
  },

  unchosen: ({ db, operator }, { subject }) => (operator ? unchosenOf(db, subject, operator) : []),

  async draftKey({ workspace, desk, read }) {
    const { keys } = workspace
    let secret = keys.get(draftSecretId)
    if (!secret) {
      secret = randomBytes(32)
      keys.put(draftSecretId, secret)
    }
    const whose = `${desk.device ?? 0} ${read(({ operator }) => operator?.id ?? 0)}`
    return { key: createHmac('sha256', secret).update(whose).digest('base64') }
  },

  overview: readDesks,

  async open(scope, { port }) {
    const opening = openingOf(scope)
    if (scope.workspace.inPractice) throw new DomainError({ code: 'desks_cannot' })
    opening.stayOpen()
    const opened = await opening.open(port)
    scope.write(({ db, at, record }) => {
      saveOpening(db, { open: true, port: opened.port, since: at })
      record('desk', 0, null, { open: true, port: opened.port })
    })
    scope.news.tell(shown)
  },

  async close(scope, { seconds }) {
    const opening = openingOf(scope)
    const port = opening.state?.port ?? 0
    scope.write(({ db, at, record }) => {
      saveOpening(db, { open: false, port, since: at })
      record('desk', 0, null, { open: false })
    })
    scope.pairing.closeCode()
    const shut = async () => {
      await opening.close()
      scope.news.tell(shown)
    }
    if (seconds === 0) return shut()
    opening.closeSoon(
      scope.read(({ operator }) => operator?.name ?? mainDesk),
      seconds,
      shut,
    )
    scope.news.tell(shown)
  },

  async keepAwake(scope, { on }) {
    const opening = openingOf(scope)
    if (!opening.state?.mayStay) throw new DomainError({ code: 'desks_cannot' })
    opening.keepAwake(on)
    scope.write(({ record }) => record('desk', 0, null, { awake: on }))
    scope.news.tell(shown)
  },

  async mendFirewall(scope) {
    const opening = openingOf(scope)
    const { firewall, mayMend = false } = opening.state ?? {}
    if (!mayMend || !firewall) throw new DomainError({ code: 'desks_cannot' })
    if (!(await opening.mendFirewall())) throw new DomainError({ code: 'firewall_stays' })
    // On a public network only a page of Windows was opened.
    if (firewall.state !== 'public') {
      const now = opening.state?.firewall?.state
      scope.write(({ record }) => record('desk', 0, { firewall: firewall.state }, { firewall: now }))
    }
    scope.news.tell(shown)
  },

  async newCode(scope) {
    if (!openingOf(scope).state) throw new DomainError({ code: 'desks_cannot' })
    const digits = scope.pairing.newCode()
    // Not the digits: the history is read by more people than may pair computers.
    scope.write(({ record }) => record('desk', 0, null, { code: true }))
    scope.news.tell(shown)
    return { digits }
  },

  async approve(scope, { request }) {
    openingOf(scope)
    const { name, computer, version, deskKey } = scope.pairing.compared(request)
    const key = randomBytes(32).toString('base64url')
    const desk = scope.write(({ db, at, operator, record }) => {
      const free = freeName(name, taken => isNameTaken(db, taken, null))
      const keyHash = createHash('sha256').update(key).digest('hex')
      const row = { name: free, computer, version, keyHash, publicKey: deskKey, pairedAt: at, pairedBy: operator.name }
      const id = insertDesk(db, row)
      record('desk', id, null, { name: free, computer, version })
      return { id, name: free }
    })
    scope.pairing.answer(request, { state: 'approved', desk: desk.id, name: desk.name, key })
    return { id: desk.id }
  },

  async refuse(scope, { request }) {
    openingOf(scope)
    const by = scope.read(({ operator }) => operator?.name ?? '')
    const [newcomer] = scope.pairing.waiting.filter(({ id }) => id === request)
    scope.pairing.answer(request, { state: 'refused', by })
    scope.write(({ record }) => record('desk', 0, null, { refused: newcomer?.computer ?? '' }))
  },

  async rename(scope, { id, name }) {
    scope.write(({ db, record }) => {
      const before = found(findDesk(db, id), 'desk')
      if (isNameTaken(db, name, id) || name === mainDesk)
        throw new DomainError({ code: 'name_taken', entity: 'desk', name })
      renameDesk(db, id, name)
      record('desk', id, { name: before.name }, { name })
    })
    for (const desk of scope.desks) if (desk.device === id) desk.rename(name)
  },

  async putOut(scope, { id }) {
    scope.write(({ db, at, operator, record }) => {
      const { name } = found(findDesk(db, id), 'desk')
      removeDesk(db, id, { at, by: operator.name })
      record('desk', id, { name }, { putOut: true })
    })
    for (const desk of scope.desks) if (desk.device === id) desk.endSession(scope.workspace.folder)
    scope.host.desks?.hangUp(id)
  },
}

/** The service that opens this host to others; only on the main computer. @throws DomainError desks_not_here, desks_cannot */
function openingOf({ desk, host }: TaskScope): DeskOpening {
  assertMain(desk.device)
  if (!host.desks) throw new DomainError({ code: 'desks_cannot' })
  return host.desks
}

/** 'Loket 1', or 'Loket 1 (2)' if it exists already. */
function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  const usable = (name: string) => name !== mainDesk && !isTaken(name)
  if (usable(wanted)) return wanted
  for (let count = 2; ; count += 1) {
    const name = `${wanted.slice(0, 34)} (${count})`
    if (usable(name)) return name
  }
}
