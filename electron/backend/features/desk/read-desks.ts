import { hostname } from 'node:os'
import program from '../../../../package.json' with { type: 'json' }
import type { DeskOverview } from '../../../../shared/features/desk/contract.ts'
import { addDays } from '../../../../shared/kernel/plain-date.ts'
import { DomainError } from '../../domain-error.ts'
import type { TaskScope } from '../../scope.ts'
import { listDesks, removedDesks } from './desk-store.ts'

/** The tab *Meja*: how the main computer is open, who asks to pair, and all desks with their state. @throws DomainError desks_not_here */
export async function readDesks({ desk, host, read, pairing, desks, workspace }: TaskScope): Promise<DeskOverview> {
  assertMain(desk.device)
  const opening = host.desks
  const here = new Map([...desks].flatMap(one => (one.device === null ? [] : [[one.device, one] as const])))
  const own = desk.sessionIn(workspace.folder)
  return {
    open: opening?.state ?? null,
    able: opening !== undefined && !workspace.inPractice,
    code: opening?.state ? pairing.code : null,
    requests: pairing.waiting,
    desks: read(({ db, today }) => [
      ...listDesks(db).map(({ keyHash: _, publicKey: __, ...paired }) => {
        const line = opening?.lines().get(paired.id)
        const session = here.get(paired.id)?.sessionIn(workspace.folder)
        const old = paired.version !== program.version
        return {
          ...paired,
          person: (line && session?.name) ?? paired.person,
          lastSeen: line ? null : paired.lastSeen,
          delay: line?.delay ?? null,
          state: line ? (old ? ('old' as const) : ('here' as const)) : ('away' as const),
        }
      }),
      ...removedDesks(db, addDays(today, -daysShown)).map(({ keyHash: _, publicKey: __, ...removed }) => ({
        ...removed,
        delay: null,
        state: 'out' as const,
      })),
    ]),
    main: { person: own?.name ?? desk.process, version: program.version, computer: hostname() },
  }
}

/** Days for which a removed desk is still listed. */
const daysShown = 30

/** Desks are managed on the main computer only. @param device null there @throws DomainError desks_not_here */
export function assertMain(device: number | null): void {
  if (device !== null) throw new DomainError({ code: 'desks_not_here' })
}
