import { askToPair } from '../../../shared/features/desk/pair.ts'
import type { PairWaited } from '../../../shared/features/desk/pairing.ts'
import { callHost, keepIdentity, makeKeys, programVersion, signInDesk } from '../../app/desk/this-computer.ts'
import type { Pairer } from './pairer.ts'

let pairing: { id: string; privateKey: CryptoKey } | null = null

/** Pairs with the host that this page came from, with a key kept in the browser. */
export const browserPairer: Pairer = {
  async ask({ code, name }) {
    const { deskKey, privateKey } = await makeKeys()
    const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0'))
    const newcomer = { name, computer: computerName(), version: programVersion, deskKey }
    const { id, words } = await askToPair(callHost, { ...newcomer, nonce: nonce.join(''), certificate: null }, code)
    pairing = { id, privateKey }
    return words
  },
  compare: same => callHost('compare', { id: pairing?.id, same }),
  async wait() {
    const answer = await callHost<PairWaited>('wait', { id: pairing?.id })
    if (answer.state !== 'approved') return answer
    if (pairing) await keepIdentity({ desk: answer.desk, key: answer.key, privateKey: pairing.privateKey })
    await signInDesk()
    return { state: 'approved' }
  },
}

/** A browser cannot read the name of the computer. */
function computerName(): string {
  const { userAgent } = window.navigator
  const system = /Windows|Macintosh|Linux|Android/.exec(userAgent)?.[0] ?? 'Komputer'
  return `Peramban di ${system}`
}
