import { useSyncExternalStore } from 'react'
import { type Connection, connection } from './connection.ts'
import { hostOutOfReach } from './host-out-of-reach.ts'

/** The line of this desk to its host. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.state)
}

/** Why what gives numbers, closes or decides is refused while the host is away: said before it is pressed. */
export function useHostAway(): string | undefined {
  return useConnection().lostAt === null ? undefined : hostOutOfReach
}
