import { createContext, useContext } from 'react'
import { type OperationGroup, reachOf } from '../../shared/features/access/access-matrix.ts'
import type { SessionStatus } from '../../shared/features/session/contract.ts'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'

/** The session as screens see it: the database is open, a centre exists and a person has signed in. */
export type Session = Omit<SessionStatus, 'centre' | 'operator'> & {
  centre: NonNullable<SessionStatus['centre']>
  operator: NonNullable<SessionStatus['operator']>
}

/** Provided by features/session/session-gate.tsx, which renders no screen before a session exists. */
export const SessionContext = createContext<Session | null>(null)

/** Centre, signed-in person, capabilities of the host, snapshots. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside of SessionGate')
  return session
}

/** Whether the roles of the signed-in person include anything of a group of operations. */
export function mayOf({ operator }: Pick<Session, 'operator'>): (group: OperationGroup) => boolean {
  return group => reachOf(operator.roles, group) !== null
}

/** Today at the centre, from the backend: the browser may be in another time zone. */
export function useToday(): PlainDate {
  return useSession().today
}
