import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink, type RPCLinkOptions } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { keepPreviousData } from '@tanstack/react-query'
import type { Contract } from '../../shared/contract.ts'
import { longTitles } from '../../shared/features/session/long-titles.ts'
import { pageSecretHeader, pageSecretPlace } from '../../shared/features/session/page-secret.ts'
import { throughGate } from './access-gate.ts'
import { throughConnection } from './desk/connection.ts'
import { isDesk, isInShell } from './desk/this-computer.ts'
import { followWork } from './frame/long-work.ts'

/** Name of the message that the desktop shell's preload waits for (electron/shell/connect-channel.ts). */
const connectChannel = 'balai:connect'

type CallContext = { request?: string }
type Interceptor = NonNullable<RPCLinkOptions<CallContext>['interceptors']>[number]

/** Every call passes the gate; a locked screen holds it back. */
const throughTheGate: Interceptor = ({ next, path, input }) => throughGate(path, input, () => next())
/** On a desk the connection to the host may break. A request number lets the host recognise a repeated request. */
const overTheLine: Interceptor = ({ next, ...options }) =>
  throughConnection({ ...options, request: options.context.request }, (request, signal) =>
    next({ ...options, signal, context: { ...options.context, request } }),
  )
/** Tasks of seconds run under a ticket, so that they can be shown and stopped. */
const asLongWork: Interceptor = ({ next, ...options }) => {
  const title: string | undefined = longTitles[options.path.join('.') as keyof typeof longTitles]
  if (title === undefined) return next(options)
  return followWork(title, ticket => next({ ...options, input: { ...(options.input as object), ticket } }), {
    progress: ticket => client.session.progress({ ticket }),
    stop: ticket => client.session.stop({ ticket }),
  })
}
const interceptors = [throughTheGate, asLongWork, ...(isDesk ? [overTheLine] : [])]

function createLink() {
  if (!isInShell) {
    const secret = isDesk ? null : localStorage.getItem(pageSecretPlace)
    const headers = ({ context }: { context: CallContext }) => ({
      ...(context.request !== undefined && { 'x-balai-request': context.request }),
      ...(secret !== null && { [pageSecretHeader]: secret }),
    })
    return new FetchLink<CallContext>({
      url: `${window.location.origin}/rpc`,
      interceptors,
      headers,
    })
  }
  const { port1, port2 } = new MessageChannel()
  window.postMessage(connectChannel, window.location.origin, [port2])
  const link = new PortLink<CallContext>({ port: port1, interceptors })
  port1.start()
  return link
}

/** Every operation of the backend as a plain call: `await client.centre.get({})`. For events; screens take `api`. */
export const client: ContractRouterClient<Contract, CallContext> = createORPCClient(createLink())

/** Repeats a call under its first request number, so that the host never carries it out twice. */
export function callAgain({ path, input, request }: { path: readonly string[]; input: unknown; request: string }) {
  type Call = (input: unknown, options: { context: CallContext }) => Promise<unknown>
  const [feature = '', name = ''] = path
  const operations = client as unknown as Record<string, Record<string, Call>>
  return operations[feature]?.[name]?.(input, { context: { request } }) ?? Promise.reject(new Error(path.join('.')))
}

/** The same operations for TanStack Query: `useRead(api.cohort.get, { code })`. */
export const api = createTanstackQueryUtils(client)

// What a screen has of the backend: the operations, how they are read, shown and carried out, and for whom.
export { PageBoundary, QueryBoundary, type QueryBoundaryProps } from './query-boundary.tsx'
export { mayOf, type Session, SessionContext, useSession, useToday } from './session.tsx'
export { useCommand } from './use-command.ts'
export { useRead } from './use-read.ts'

/** For a file that is read or drawn once per opening: printing must not draw it again, and it is not kept in the cache. */
export const readOnce = { staleTime: 'static', gcTime: 0 } as const

/** What was read last stays on the screen until the next answer comes. */
export const keepShown = { placeholderData: keepPreviousData } as const

/** False while the lines on the screen belong to an earlier question. */
export function isAnswered(query: { isFetching: boolean; isPending: boolean; isPlaceholderData: boolean }): boolean {
  return !query.isFetching || !(query.isPending || query.isPlaceholderData)
}
