import type { Server } from 'node:net'
import { DomainError } from '../backend/domain-error.ts'

type Place = {
  /** A port that must be had; 0 or nothing takes the usual one, or else any free one. */
  readonly wanted: number | undefined
  readonly usual: number
  /** Nothing for every address of this computer. */
  readonly host?: string
}

/** Opens a server and answers its port. @throws DomainError port_in_use */
export async function listen(server: Server, { wanted, usual, host }: Place): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ ...(host !== undefined && { host }), port, exclusive: true }, () => {
        server.off('error', reject)
        const at = server.address()
        resolve(at !== null && typeof at === 'object' ? at.port : port)
      })
    })
  try {
    return await attempt(wanted || usual)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    // EACCES: Windows keeps whole ranges of ports for itself; to the clerk that is the same.
    if (wanted && (reason === 'EADDRINUSE' || reason === 'EACCES'))
      throw new DomainError({ code: 'port_in_use', port: wanted })
    if (wanted) throw error
    return attempt(0)
  }
}
