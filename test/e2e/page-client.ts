import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Page } from 'playwright-core'
import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { pageSecretHeader, pageSecretPlace } from '../../shared/features/session/page-secret.ts'

/** Calls operations as this page does, in its session. */
export async function clientOf(page: Page): Promise<BackendClient> {
  const { origin } = new URL(page.url())
  const cookies = await page.context().cookies(origin)
  const secret = await page.evaluate(place => localStorage.getItem(place), pageSecretPlace)
  const headers = {
    origin,
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    [pageSecretHeader]: secret ?? '',
  }
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }))
}
