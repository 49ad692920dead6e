import { askToPair } from '../../../shared/features/desk/pair.ts'
import type { PairWaited } from '../../../shared/features/desk/pairing.ts'
import { askDoor, comeIn, keepIdentity, makeKeys, programVersion } from '../../app/desk/door.ts'
import type { Pairer } from './pairer.ts'

let asked: { id: string; privateKey: CryptoKey } | null = null

/** At the door of the house that this page came from, with a key that the browser keeps. */
export const browserPairer: Pairer = {
  async ask({ code, name }) {
    const { deskKey, privateKey } = await makeKeys()
    const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0'))
    const newcomer = { name, computer: computerName(), version: programVersion, deskKey }
    const { id, words } = await askToPair(askDoor, { ...newcomer, nonce: nonce.join(''), certificate: null }, code)
    asked = { id, privateKey }
    return words
  },
  compare: same => askDoor('compare', { id: asked?.id, same }),
  async wait() {
    const answer = await askDoor<PairWaited>('wait', { id: asked?.id })
    if (answer.state !== 'approved') return answer
    if (asked) await keepIdentity({ desk: answer.desk, key: answer.key, privateKey: asked.privateKey })
    await comeIn()
    return { state: 'approved' }
  },
}

/** A browser does not know what its computer is called. */
function computerName(): string {
  const { userAgent } = window.navigator
  const system = /Windows|Macintosh|Linux|Android/.exec(userAgent)?.[0] ?? 'Komputer'
  return `Peramban di ${system}`
}
