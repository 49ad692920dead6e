import { expect, test } from 'vitest'
import { readWindowsFirewall } from '../../electron/shell/windows-firewall.ts'

const profiles = ['Domain', 'Private', 'Public'].map(name => ({ name, on: true }))
const allow = { action: 2, profile: 2 }
const block = { action: 4, profile: 6 }
const answerOf = (change: object) => async () =>
  `${JSON.stringify({ network: 'BLK-Tangerang', category: 1, profiles, rules: [], ...change })}\r\n`

test.each([
  ['a private network with our rule', { rules: [allow] }, 'allowed'],
  ['a rule for every network', { rules: [{ action: 2, profile: 0 }] }, 'allowed'],
  ['no rule at all', {}, 'blocked'],
  ['a rule for another network only', { rules: [{ action: 2, profile: 4 }] }, 'blocked'],
  ['a question of Windows that was answered with no, whatever else allows it', { rules: [allow, block] }, 'blocked'],
  ['a network of the office domain', { category: 2, rules: [{ action: 2, profile: 3 }] }, 'allowed'],
  ['a public network, which no rule makes private', { category: 0, rules: [{ action: 2, profile: 0 }] }, 'public'],
  ['a firewall that is off', { profiles: profiles.map(one => ({ ...one, on: false })) }, 'allowed'],
])('%s', async (_, change, state) => {
  expect(await readWindowsFirewall(answerOf(change))).toEqual({ state, network: 'BLK-Tangerang' })
})

test('without an answer from Windows the state is unknown', async () => {
  expect(await readWindowsFirewall(async () => 'Access is denied.')).toBeNull()
  expect(await readWindowsFirewall(() => Promise.reject(new Error('no such program')))).toBeNull()
  expect(await readWindowsFirewall(answerOf({ category: 9 }))).toBeNull()
  expect(await readWindowsFirewall(answerOf({ network: null }))).toBeNull()
})
