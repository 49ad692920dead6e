import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Guarded, HubPagesContract } from '../../shared/features/hub/hub-contract.ts'

export const client: ContractRouterClient<HubPagesContract> = createORPCClient(
  new RPCLink({ url: `${window.location.origin}/rpc` }),
)
export const api = createTanstackQueryUtils(client)
export { useRead } from '../app/use-read.ts'

/** '< 5' for a count that is hidden. */
export function people(count: Guarded): string {
  return count === null ? '< 5' : count.toLocaleString('id-ID')
}

/** 'tadi 10.28' today, else '30 Des 10.28'. */
export function formatMomentOf(iso: string): string {
  const [at, now] = [new Date(iso), new Date()]
  const time = at.toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit' })
  return `${at.toDateString() === now.toDateString() ? 'tadi' : formatDay(iso)} ${time}`
}

/** '30 Des' */
export function formatDay(iso: string): string {
  return new Date(iso).toLocaleDateString('id-ID', { day: 'numeric', month: 'short' })
}

/** Text of an error. An expired session is handled by the frame, which asks for sign-in. */
export function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return message && message !== 'Failed to fetch' ? message : 'Pusat tidak terjangkau. Coba lagi sebentar lagi.'
}

export async function saveFile(file: File): Promise<void> {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  URL.revokeObjectURL(url)
}
