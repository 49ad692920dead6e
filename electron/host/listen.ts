import type { Server as HttpServer } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { ListenOptions, Server } from 'node:net'
import { DomainError } from '../backend/domain-error.ts'

type Place = {
  /** A fixed port; 0 or undefined takes the usual one, or else any free one. */
  readonly wanted: number | undefined
  readonly usual: number
  /** Undefined: every address of this computer. */
  readonly host?: string
}

/** Starts a server and returns its port. @throws DomainError port_in_use */
export async function listen(server: Server, { wanted, usual, host }: Place): Promise<number> {
  const attempt = (port: number) => listenAt(server, { ...(host !== undefined && { host }), port, exclusive: true })
  try {
    return await attempt(wanted || usual)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    // EACCES: Windows reserves whole ranges of ports; for the user that is the same as a port in use.
    if (wanted && (reason === 'EADDRINUSE' || reason === 'EACCES'))
      throw new DomainError({ code: 'port_in_use', port: wanted })
    if (wanted) throw error
    return attempt(0)
  }
}

/** Starts a server at exactly this port, or at any free one for 0, and returns the port. */
export function listenAt(server: Server, place: ListenOptions & { port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(place, () => {
      server.off('error', reject)
      const at = server.address()
      resolve(at !== null && typeof at === 'object' ? at.port : place.port)
    })
  })
}

/** Closes open connections too: a browser keeps them open, and waiting for them would take minutes. */
export async function closeServer(server: HttpServer | HttpsServer): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
