import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect, type TLSSocket } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { type HubLine, HubLineError } from '../backend/host-services.ts'

const usualPatience = 30_000
const mostBytes = 8_000_000

/**
 * HTTPS to a hub, identified only by the fingerprint of its certificate, which is compared before anything is sent. A new connection for each
 * request, because weeks may be between them.
 */
export const hubLine: HubLine = async ({ address, fingerprint, path, key, body, patience = usualPatience }) => {
  const { hostname, port } = new URL(address)
  const socket = connect({
    host: hostname,
    port: Number(port || 443),
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
    servername: /^[\d.:[\]]+$/.test(hostname) ? '' : hostname,
  })
  const timer = setTimeout(() => socket.destroy(new Error('no answer in time')), patience)
  try {
    await once(socket, 'secureConnect')
    const found = fingerprintOf(socket)
    if (fingerprint !== null && found !== fingerprint)
      throw new HubLineError('other_certificate', 'another certificate')
    return { ...(await ask(socket, hostname, path, key, body)), fingerprint: found }
  } catch (error) {
    if (error instanceof HubLineError) throw error
    throw new HubLineError('unreached', error instanceof Error ? error.message : String(error))
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function fingerprintOf(socket: TLSSocket): string {
  return socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase()
}

async function ask(socket: TLSSocket, host: string, path: string, key: string | undefined, body: unknown) {
  const bytes = body === undefined ? undefined : gzipSync(JSON.stringify(body), { level: 1 })
  const call = request({
    createConnection: () => socket,
    method: bytes ? 'POST' : 'GET',
    path,
    headers: {
      Host: host,
      Connection: 'close',
      ...(key ? { Authorization: `Balai ${key}` } : {}),
      ...(bytes
        ? { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip', 'Content-Length': bytes.length }
        : {}),
    },
  })
  call.end(bytes)
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw new Error('the answer is too long')
    parts.push(part)
  }
  return { status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown }
}
