import { randomBytes } from 'node:crypto'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { BackendClient } from '../../electron/backend/create-backend.ts'
import { hostEndpoint } from '../../electron/desk-client/host-endpoint.ts'
import { pinnedFetch, type SeenCertificate, seeCertificate } from '../../electron/desk-client/pinned-fetch.ts'
import { askToPair, type CallEndpoint, type DeskIdentity, enter } from '../../shared/features/desk/pair.ts'
import type { PairWaited } from '../../shared/features/desk/pairing.ts'

/** A desk without a window: does what the desk's shell does, on a real connection. */
export type NodeDesk = {
  readonly identity: DeskIdentity
  readonly certificate: SeenCertificate
  readonly address: string
  cookie: string
  /** Connects again, as after a restart of the host. */
  enter(): Promise<void>
  /** A client whose calls carry the cookie and these headers. */
  client(headers?: () => Record<string, string>): BackendClient
  fetch(path: string, init?: RequestInit): Promise<Response>
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }

export async function deskKeys() {
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign'])
  return {
    deskKey: Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64'),
    async sign(text: string) {
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Buffer.from(text))
      return Buffer.from(signature).toString('base64')
    },
  }
}

/** Pairs as people do: the code from the screen of the host, the same words on both sides, approval on the host. */
export async function pairDesk(main: BackendClient, port: number, name: string, host = 'localhost'): Promise<NodeDesk> {
  const certificate = await seeCertificate(host, port)
  const address = `https://${host}:${port}`
  const { deskKey, sign } = await deskKeys()
  const { digits } = await main.desk.newCode({})
  let cookie = ''
  const ask = hostEndpoint(certificate.pem, address, answer => {
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
  })
  const newcomer = { name, computer: `PC-${name}`, version: '0.1.0', deskKey, nonce: randomBytes(16).toString('hex') }
  const { id, words } = await askToPair(ask, { ...newcomer, certificate: certificate.fingerprint }, digits)
  await ask('compare', { id, same: true })
  const { requests } = await main.desk.overview({})
  const request = requests.find(one => one.words.join() === words.join())
  if (!request) throw new Error(`other words at the host: ${JSON.stringify(requests)}`)
  await main.desk.approve({ request: request.id })
  const answer = await waitForApproval(ask, id, async () => undefined)
  if (answer.state !== 'approved') throw new Error('refused')
  const identity = { desk: answer.desk, key: answer.key, sign }
  const send = pinnedFetch(certificate.pem)
  const desk: NodeDesk = {
    identity,
    certificate,
    address,
    cookie,
    async enter() {
      await enter(ask, identity, certificate.fingerprint, '0.1.0')
      desk.cookie = cookie
    },
    client: headers =>
      createORPCClient(
        new RPCLink({
          url: `${address}/rpc`,
          headers: () => ({ cookie: desk.cookie, ...headers?.() }),
          fetch: request => send(request),
        }),
      ),
    fetch: (path, init) =>
      send(new Request(`${address}${path}`, { ...init, headers: { cookie: desk.cookie, ...init?.headers } })),
  }
  await desk.enter()
  return desk
}

/** Waits until the host has answered, or this side gives up. @throws EndpointError */
async function waitForApproval(
  ask: CallEndpoint,
  id: string,
  pause: () => Promise<void>,
): Promise<Exclude<PairWaited, { state: 'waiting' }>> {
  for (;;) {
    const answer = await ask<PairWaited>('wait', { id })
    if (answer.state !== 'waiting') return answer
    await pause()
  }
}
