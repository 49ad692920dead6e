import { useSyncExternalStore } from 'react'
import { type Connection, connection } from './connection.ts'

/** The line of this desk to its host. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.state)
}
