import type { ServerResponse } from 'node:http'
import type { RendererFile, RendererFiles } from './renderer-files.ts'

/** In bytes: enough for the largest file that may be uploaded (an Excel list, a scan), with its encoding. */
const bodyLimit = 30 * 1024 * 1024

export type Refusal = { readonly status: 400 | 401 | 403 | 404 | 405 | 411 | 413 | 500; readonly words: string }

type LengthHeaders = {
  readonly 'content-length'?: string | undefined
  readonly 'transfer-encoding'?: string | undefined
}

/**
 * Why the body of a call is refused; null if it may be read. The server limits the body to the length in the header, so checking the header is
 * enough.
 */
export function bodyRefusal(headers: LengthHeaders): Refusal | null {
  if (headers['transfer-encoding'] !== undefined) return { status: 411, words: 'Panjang permintaan harus disebut.' }
  if (Number(headers['content-length'] ?? '0') <= bodyLimit) return null
  return { status: 413, words: 'Berkas terlalu besar, paling besar 30 MB.' }
}

export function sendText(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(words)
}

/** Sends one file of the page, or status 404. */
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

/** The value of a cookie; '' if it was not sent. */
export function cookieIn(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map(pair => pair.trim().split('=', 2))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}
