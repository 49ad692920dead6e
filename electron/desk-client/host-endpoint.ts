import { type CallEndpoint, parseEndpointAnswer } from '../../shared/features/desk/pair.ts'
import { pinnedFetch } from './pinned-fetch.ts'

/**
 * Calls the pairing endpoint of the one host with this certificate.
 * @param heard called with each response, for its cookie
 * @throws EndpointError; Error if nothing answers
 */
export function hostEndpoint(pem: string, address: string, heard?: (answer: Response) => void): CallEndpoint {
  const send = pinnedFetch(pem)
  return async (path, body) => {
    const answer = await send(new Request(`${address}/pintu/${path}`, { method: 'POST', body: JSON.stringify(body) }))
    heard?.(answer)
    return parseEndpointAnswer(answer.status, await answer.text())
  }
}
