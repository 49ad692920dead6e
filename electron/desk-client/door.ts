import { type AskDoor, doorAnswer } from '../../shared/features/desk/pair.ts'
import { pinnedFetch } from './pinned-fetch.ts'

/**
 * Asks at the door of the one house with this certificate.
 * @throws DoorError; Error while nobody answers
 * @param heard hears each answer, for the cookie that comes with it
 */
export function askOver(pem: string, address: string, heard?: (answer: Response) => void): AskDoor {
  const send = pinnedFetch(pem)
  return async (path, body) => {
    const answer = await send(new Request(`${address}/pintu/${path}`, { method: 'POST', body: JSON.stringify(body) }))
    heard?.(answer)
    return doorAnswer(answer.status, await answer.text())
  }
}
