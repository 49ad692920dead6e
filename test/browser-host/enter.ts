import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract.ts'
import { pageSecretHeader } from '../../shared/features/session/page-secret.ts'

/** Opens an address like a browser, which uses it up; returns the headers of the page's calls. */
export async function openBrowserSession(
  url: string,
): Promise<{ origin: string; cookie: string; [pageSecretHeader]: string }> {
  const entered = await fetch(url)
  const page = /'([\w-]{43})'\)/.exec(await entered.text())?.[1] ?? ''
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { origin: new URL(url).origin, cookie, [pageSecretHeader]: page }
}

/** Opens an address, and returns a client that calls operations like the page. */
export async function enter(url: string): Promise<ContractRouterClient<Contract>> {
  const headers = await openBrowserSession(url)
  return createORPCClient(new RPCLink({ url: `${headers.origin}/rpc`, headers }))
}
