import { createContext, useContext } from 'react'
import { type OperationGroup, reachOf } from '../../shared/features/access/access-matrix.ts'
import type { SessionStatus } from '../../shared/features/session/contract.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

/** What every screen may know: an open database, a centre and somebody who has signed in. */
export type Session = Omit<SessionStatus, 'centre' | 'operator'> & {
  centre: NonNullable<SessionStatus['centre']>
  operator: NonNullable<SessionStatus['operator']>
}

/** Given by features/session/session-gate.tsx, which shows no screen before there is one. */
export const SessionContext = createContext<Session | null>(null)

/** Centre, person at the desk, capabilities of the host, snapshots. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionGate')
  return session
}

/** Whether the roles of whoever works here reach into a group at all. */
export function mayOf({ operator }: Pick<Session, 'operator'>): (group: OperationGroup) => boolean {
  return group => reachOf(operator.roles, group) !== null
}

/** The calendar day at the centre, from the backend: the clock of the page may stand in another zone. */
export function useToday(): PlainDate {
  return useSession().today
}
