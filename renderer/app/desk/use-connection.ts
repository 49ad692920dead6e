import { useSyncExternalStore } from 'react'
import { type Connection, connection } from './connection.ts'
import { hostOutOfReach } from './host-out-of-reach.ts'

/** The state of this desk's connection to its host. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.state)
}

/** Why acts that assign numbers, close or decide are refused while the host is away; shown before they are pressed. */
export function useHostAway(): string | undefined {
  return useConnection().lostAt === null ? undefined : hostOutOfReach
}
