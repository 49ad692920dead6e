import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { DomainError } from '../../../../electron/backend/domain-error.ts'
import { Pairing } from '../../../../electron/backend/features/desk/pairing.ts'
import { codeProof, commitmentTo } from '../../../../shared/features/desk/pairing.ts'

const certificate = 'ab'.repeat(32)
const deskNonce = 'cd'.repeat(16)
const deskKey = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64')
const minute = 60_000

function newPairing() {
  const clock = { now: 0 }
  const pairing = new Pairing(() => clock.now)
  const begin = (address = '10.0.0.9') => {
    const newcomer = { name: 'Loket 1', computer: 'PC', version: '0.1.0', deskKey, address }
    return pairing.begin({ ...newcomer, commitment: commitmentTo(deskNonce) }, certificate).id
  }
  const reveal = (id: string, digits: string, address = '10.0.0.9') =>
    pairing.reveal(id, address, deskNonce, codeProof(digits, { certificate, deskKey, deskNonce }))
  return { clock, pairing, begin, reveal }
}

const refusal = (call: () => unknown) => {
  try {
    call()
    return 'ok'
  } catch (error) {
    return error instanceof DomainError ? error.data.code : String(error)
  }
}

test('a code is valid for ten minutes and one computer, and a new code ends the one before', () => {
  const { clock, pairing, begin, reveal } = newPairing()
  const first = pairing.newCode()
  const second = pairing.newCode()
  if (first !== second) expect(refusal(() => reveal(begin(), first))).toBe('pair_code_wrong')
  const early = begin('10.0.0.11')
  clock.now = 10 * minute - 1
  expect(pairing.code).toEqual({ digits: second, seconds: 1 })
  const id = begin()
  expect(refusal(() => reveal(id, second, '10.0.0.10'))).toBe('pair_over')
  expect(refusal(() => reveal(id, second))).toBe('ok')
  // The code is used up; a second computer with it is refused.
  expect(pairing.code).toBeNull()
  expect(refusal(() => reveal(early, second, '10.0.0.11'))).toBe('pair_closed')
  const third = pairing.newCode()
  const late = begin()
  clock.now += 10 * minute
  expect(pairing.code).toBeNull()
  expect([refusal(() => begin()), refusal(() => reveal(late, third))]).toEqual(['pair_closed', 'pair_over'])
  // Requests that were not approved by then expire too.
  expect(pairing.waiting).toEqual([])
})

test('the shown words cannot be changed afterwards, and only a few may ask at once', () => {
  const { pairing, begin, reveal } = newPairing()
  const digits = pairing.newCode()
  const id = begin()
  const other = 'ef'.repeat(16)
  const proof = codeProof(digits, { certificate, deskKey, deskNonce: other })
  expect(refusal(() => pairing.reveal(id, '10.0.0.9', other, proof))).toBe('pair_over')
  expect(refusal(() => reveal(id, digits))).toBe('pair_over')
  const refusals = Array.from({ length: 7 }, (_, at) => refusal(() => begin(`10.0.1.${at}`)))
  expect(refusals.filter(one => one === 'pair_busy')).toHaveLength(2)
})

test('a computer that asks again and again without the code keeps no other one out', () => {
  const { pairing, begin, reveal } = newPairing()
  const digits = pairing.newCode()
  const first = begin('10.0.2.1')
  for (let times = 0; times < 10; times += 1) expect(refusal(() => begin('10.0.2.1'))).toBe('ok')
  expect(refusal(() => reveal(first, digits, '10.0.2.1'))).toBe('pair_over')
  expect(refusal(() => reveal(begin(), digits))).toBe('ok')
})
