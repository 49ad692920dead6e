import { generateKeyPairSync, randomBytes } from 'node:crypto'
import program from '../../package.json' with { type: 'json' }
import { askToPair, type CallEndpoint } from '../../shared/features/desk/pair.ts'
import type { PairWaited } from '../../shared/features/desk/pairing.ts'
import type { JoinBegun, JoinWaited } from '../../shared/features/desk/place.ts'
import { DomainError } from '../backend/domain-error.ts'
import { parseHostAddress } from './host-address.ts'
import { hostEndpoint } from './host-endpoint.ts'
import type { HostIdentity } from './host-identity.ts'
import { seeCertificate } from './pinned-fetch.ts'

type PendingJoin = {
  readonly ask: CallEndpoint
  readonly id: string
  readonly identity: Omit<HostIdentity, 'desk' | 'key' | 'name'>
}

/** Pairs this computer with a host for the first time. One try at a time, kept in memory until it is approved. */
export class Joining {
  readonly #computer: string
  #pending: PendingJoin | undefined

  constructor(computer: string) {
    this.#computer = computer
  }

  /** @throws DomainError host_address, host_unreached, host_version; EndpointError if the host refuses */
  async begin({ address, code, name }: { address: string; code: string; name: string }): Promise<JoinBegun> {
    this.#pending = undefined
    const place = parseHostAddress(address)
    if (!place) throw new DomainError({ code: 'host_address', address })
    const at = `${place.host}:${place.port}`
    const seen = await seeCertificate(place.host.replace(/^\[|\]$/g, ''), place.port).catch(() => {
      throw new DomainError({ code: 'host_unreached', address: at })
    })
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const newcomer = {
      name,
      computer: this.#computer,
      version: program.version,
      deskKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      nonce: randomBytes(16).toString('hex'),
      certificate: seen.fingerprint,
    }
    const ask = hostEndpoint(seen.pem, `https://${at}`)
    const { id, words, begun } = await askToPair(ask, newcomer, code)
    const { host, centre } = begun
    if (majorOf(begun.version) !== majorOf(program.version)) {
      await ask('compare', { id, same: false })
      throw new DomainError({ code: 'host_version', here: program.version, there: begun.version })
    }
    const key = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
    const identity = {
      privateKey: key,
      certificate: seen.pem,
      fingerprint: seen.fingerprint,
      address: at,
      host,
      centre,
    }
    this.#pending = { ask, id, identity }
    return { words, host, centre }
  }

  /** Whether the words on both screens are the same. If not, the pairing ends and both sides forget it. */
  async compare(same: boolean): Promise<void> {
    const { ask, id } = this.#now()
    if (!same) this.#pending = undefined
    await ask('compare', { id, same })
  }

  /** @param approved stores the new identity of this computer */
  async wait(approved: (identity: HostIdentity) => void): Promise<JoinWaited> {
    const { ask, id, identity } = this.#now()
    const answer = await ask<PairWaited>('wait', { id })
    if (answer.state === 'waiting') return answer
    this.#pending = undefined
    if (answer.state === 'refused') return answer
    approved({ ...identity, desk: answer.desk, key: answer.key, name: answer.name })
    return { state: 'approved' }
  }

  /** @throws DomainError pair_over */
  #now(): PendingJoin {
    if (!this.#pending) throw new DomainError({ code: 'pair_over' })
    return this.#pending
  }
}

/** Programs of the same major version are compatible: the page always comes from the host. */
function majorOf(version: string): string {
  return version.split('.', 1)[0] ?? ''
}
