import { Agent, request } from 'node:https'
import { Readable } from 'node:stream'
import { connect, type DetailedPeerCertificate, type PeerCertificate } from 'node:tls'

/** The certificate that a computer shows, not yet verified: people compare it by its words before it is trusted. */
export type SeenCertificate = { pem: string; fingerprint: string }

/** Milliseconds after which a silent computer counts as away. */
const patience = 5_000

/** @throws Error if nothing answers in time */
export function seeCertificate(host: string, port: number): Promise<SeenCertificate> {
  return new Promise((resolve, reject) => {
    // Unverified on purpose: nothing is known about it yet, and nothing secret is sent before it is verified.
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: 'TLSv1.3' }, () => {
      const certificate: DetailedPeerCertificate | PeerCertificate = socket.getPeerCertificate(true)
      socket.end()
      resolve(asSeen(certificate))
    })
    socket.setTimeout(patience, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject)
  })
}

function asSeen({ raw, fingerprint256 }: PeerCertificate): SeenCertificate {
  const lines = raw.toString('base64').match(/.{1,64}/g) ?? []
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
  }
}

/** A `fetch` that only talks to the computer with this certificate, at any address. The response is streamed, so that events can be read from it. */
export function pinnedFetch(pem: string): (input: Request) => Promise<Response> {
  // The certificate identifies the computer; the names in it are those of the day it was made.
  const agent = new Agent({ keepAlive: true, ca: pem, checkServerIdentity: () => undefined, minVersion: 'TLSv1.3' })
  return async input => {
    const body = input.body === null ? undefined : Buffer.from(await input.arrayBuffer())
    const headers = {
      ...Object.fromEntries(input.headers),
      origin: new URL(input.url).origin,
      'content-length': body?.length ?? 0,
    }
    return new Promise((resolve, reject) => {
      const sent = request(input.url, { agent, method: input.method, headers, signal: input.signal }, answer => {
        const status = answer.statusCode ?? 500
        const empty = status === 204 || status === 304
        const known = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          values.map(value => [name, value] as [string, string]),
        )
        const stream = empty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>)
        if (empty) answer.resume()
        // The reader of the stream gets the error; without this listener it would end the program if nothing reads any more.
        answer.on('error', () => undefined)
        resolve(new Response(stream, { status, headers: known }))
      })
      sent.once('error', reject)
      sent.end(body)
    })
  }
}
