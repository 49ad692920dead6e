import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../shared/contract.ts'
import { throughGate } from './access-gate.ts'

/** Name of the message by which the desktop shell's preload takes our port (electron/shell/connect-channel.ts). */
const connectChannel = 'balai:connect'

/** Every call passes the gate: a locked screen holds it back. */
const interceptors = [
  ({ next, path }: { next: () => Promise<unknown>; path: readonly string[] }) => throughGate(path, next),
]

/** The shell serves the page under its own scheme; only there is a preload that carries a port to the backend. */
function createLink() {
  if (window.location.protocol !== 'app:') return new FetchLink({ url: `${window.location.origin}/rpc`, interceptors })
  const { port1, port2 } = new MessageChannel()
  window.postMessage(connectChannel, window.location.origin, [port2])
  const link = new PortLink({ port: port1, interceptors })
  port1.start()
  return link
}

/** Every operation of the backend as a plain call: `await client.centre.get({})`. For events; screens take `api`. */
export const client: ContractRouterClient<Contract> = createORPCClient(createLink())

/** The same operations for TanStack Query: `useQuery(api.cohort.get.queryOptions({ input: { code } }))`. */
export const api = createTanstackQueryUtils(client)

/** For a file that is read or drawn once for each opening: printing it must not draw it again, and it is not kept. */
export const readOnce = { staleTime: 'static', gcTime: 0 } as const
