import type { ServerResponse } from 'node:http'
import type { RendererFile, RendererFiles } from './renderer-files.ts'

/** Room for the largest file that may be handed in (an Excel list, a scan), with its wrapping. */
const bodyLimit = 30 * 1024 * 1024

export type Refusal = { readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 500; readonly words: string }

type LengthHeaders = {
  readonly 'content-length'?: string | undefined
  readonly 'transfer-encoding'?: string | undefined
}

/** Why the body of a call is not read; null where it may be. The server holds the sender to the length it named, so checking the header is checking the body. */
export function bodyRefusal(headers: LengthHeaders): Refusal | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, words: 'Panjang permintaan harus disebut.' }
  if (Number(headers['content-length'] ?? '0') <= bodyLimit) return null
  return { status: 413, words: 'Berkas terlalu besar, paling besar 30 MB.' }
}

export function sendText(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(words)
}

/** One file of the page, or that it is not there. */
export async function sendFile(
  response: ServerResponse,
  files: RendererFiles,
  { method, pathname, query }: { method: string; pathname: string; query: string },
): Promise<void> {
  const file = await files.read(pathname, query)
  if (file) sendFound(response, file, method)
  else sendText(response, 404, 'Berkas tidak ada.')
}

export function sendFound(response: ServerResponse, file: RendererFile, method: string | undefined): void {
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': file.bytes.byteLength,
    'Cache-Control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache',
  })
  response.end(method === 'HEAD' ? undefined : file.bytes)
}

/** The value of a cookie; '' where it did not come. */
export function cookieIn(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map(pair => pair.trim().split('=', 2))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}
