import { randomBytes, randomInt } from 'node:crypto'
import type { PairingRequest } from '../../../../shared/features/desk/contract.ts'
import {
  codeMinutes,
  codeProof,
  codeTries,
  commitmentTo,
  type PairRevealed,
  type PairWaited,
  wordsOf,
} from '../../../../shared/features/desk/pairing.ts'
import { DomainError } from '../../domain-error.ts'

/** Data that a computer sends when it asks for pairing. */
export type Newcomer = {
  readonly name: string
  readonly computer: string
  readonly version: string
  /** Its public key, SPKI in base64. */
  readonly deskKey: string
  readonly commitment: string
  readonly address: string
}

type Request = Newcomer & {
  readonly id: string
  readonly hostNonce: string
  readonly certificate: string
  /** Expiry in monotonic ms. */
  readonly until: number
  words: string[] | null
  same: boolean
  answer: Exclude<PairWaited, { state: 'waiting' }> | null
}

/** Most requests shown on one screen. */
const mostRequests = 5
/** Pairing attempts a minute from one address. */
const mostBeginnings = 20

/** Pairing requests, in memory only: a restart drops them. */
export class Pairing {
  /** Called after a change that a page shows. */
  onChange: () => void = () => undefined
  readonly #ticks: () => number
  readonly #requests = new Map<string, Request>()
  #beginnings: { address: string; at: number }[] = []
  #code: { digits: string; until: number; left: number } | null = null

  constructor(ticks: () => number) {
    this.#ticks = ticks
  }

  /** A new six-digit code for one desk; earlier ones become invalid. */
  newCode(): string {
    const digits = String(randomInt(1_000_000)).padStart(6, '0')
    this.#code = { digits, until: this.#ticks() + codeMinutes * 60_000, left: codeTries }
    return digits
  }

  closeCode(): void {
    this.#code = null
  }

  get code(): { digits: string; seconds: number } | null {
    const code = this.#openCode()
    return code && { digits: code.digits, seconds: Math.ceil((code.until - this.#ticks()) / 1000) }
  }

  /** Requests with the right code, whose words are being compared. */
  get waiting(): PairingRequest[] {
    this.#forgetOld()
    return [...this.#requests.values()].flatMap(({ id, name, computer, address, words, same, answer }) =>
      words === null || answer !== null ? [] : [{ id, name, computer, address, words, same }],
    )
  }

  /** @throws DomainError pair_closed, pair_busy */
  begin(newcomer: Newcomer, certificate: string): { id: string; commitment: string } {
    this.#forgetOld()
    const now = this.#ticks()
    this.#beginnings = this.#beginnings.filter(({ at }) => now - at < 60_000)
    if (!this.#openCode()) throw new DomainError({ code: 'pair_closed' })
    this.#dropUnproven(newcomer.address)
    const often = this.#beginnings.filter(({ address }) => address === newcomer.address).length
    if (often >= mostBeginnings || this.#requests.size >= mostRequests) throw new DomainError({ code: 'pair_busy' })
    this.#beginnings.push({ address: newcomer.address, at: now })
    const request: Request = {
      ...newcomer,
      id: randomBytes(16).toString('hex'),
      hostNonce: randomBytes(16).toString('hex'),
      certificate,
      until: now + codeMinutes * 60_000,
      words: null,
      same: false,
      answer: null,
    }
    this.#requests.set(request.id, request)
    return { id: request.id, commitment: commitmentTo(request.hostNonce) }
  }

  /** The code is used up by the first correct proof, or by five wrong ones. @throws DomainError pair_over, pair_closed, pair_code_wrong */
  reveal(id: string, address: string, deskNonce: string, proof: string): PairRevealed {
    const request = this.#find(id, address)
    if (request.words !== null || commitmentTo(deskNonce) !== request.commitment) {
      this.#drop(id)
      throw new DomainError({ code: 'pair_over' })
    }
    const code = this.#openCode()
    if (!code) throw new DomainError({ code: 'pair_closed' })
    const { certificate, deskKey, hostNonce } = request
    if (codeProof(code.digits, { certificate, deskKey, deskNonce }) !== proof) {
      // Another try needs new random numbers, because these were revealed.
      this.#drop(id)
      code.left -= 1
      if (code.left === 0) this.closeCode()
      this.onChange()
      throw new DomainError({ code: 'pair_code_wrong', left: code.left })
    }
    this.closeCode()
    request.words = wordsOf(code.digits, { certificate, deskKey, deskNonce, hostNonce })
    this.onChange()
    return { nonce: hostNonce }
  }

  /** The person at the desk confirms the words, or cancels, which drops the request. @throws DomainError pair_over */
  compare(id: string, address: string, same: boolean): void {
    const request = this.#find(id, address)
    if (request.words === null) throw new DomainError({ code: 'pair_over' })
    if (same) request.same = true
    else this.#drop(id)
    this.onChange()
  }

  /** A request confirmed on both sides. @throws DomainError pair_over */
  compared(id: string): Newcomer {
    const request = this.#find(id)
    if (!request.same || request.answer !== null) throw new DomainError({ code: 'pair_over' })
    return request
  }

  /** @throws DomainError pair_over */
  answer(id: string, answer: NonNullable<Request['answer']>): void {
    this.#find(id).answer = answer
    this.onChange()
  }

  /** State of a request; the key is returned once. @throws DomainError pair_over */
  /** @param admin who may approve and is here */
  wait(id: string, address: string, admin: string | null): PairWaited {
    const { answer } = this.#find(id, address)
    if (answer === null) return { state: 'waiting', admin }
    this.#drop(id)
    return answer
  }

  #openCode() {
    if (this.#code && this.#code.until <= this.#ticks()) this.#code = null
    return this.#code
  }

  #find(id: string, address?: string): Request {
    this.#forgetOld()
    const request = this.#requests.get(id)
    if (!request || (address !== undefined && request.address !== address)) throw new DomainError({ code: 'pair_over' })
    return request
  }

  /** A computer that does not know the code must not take the places of all others. */
  #dropUnproven(address: string): void {
    for (const [id, request] of this.#requests)
      if (request.address === address && request.words === null) this.#drop(id)
  }

  #drop(id: string): void {
    this.#requests.delete(id)
  }

  #forgetOld(): void {
    for (const [id, { until }] of this.#requests) if (until <= this.#ticks()) this.#drop(id)
  }
}
