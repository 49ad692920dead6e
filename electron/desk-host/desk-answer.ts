import type { IncomingMessage, ServerResponse } from 'node:http'
import { type DomainErrorData, domainErrorMessage } from '../../shared/domain-error.ts'

/** @throws SyntaxError for a body that is too long, or no JSON */
export async function bodyOf(request: IncomingMessage, longest: number): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk
    if (text.length > longest) throw new SyntaxError('too long')
  }
  return JSON.parse(text)
}

/** Answers with a value as JSON. */
export function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
    .end(JSON.stringify(answer))
}

/** In the same format as errors of operations, so that the page reads both in one way. */
export function sendError(response: ServerResponse, status: 401 | 403, data: DomainErrorData): void {
  const error = { defined: true, code: 'DOMAIN_ERROR', status, message: domainErrorMessage(data), data }
  sendJson(response, status, { json: error })
}
