import { expect, test, vi } from 'vitest'
import { windowsFirewall } from '../../electron/shell/windows-firewall.ts'

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
  expect(await windowsFirewall(answerOf(change)).read()).toEqual({ state, network: 'BLK-Tangerang' })
})

test('without an answer from Windows the state is unknown', async () => {
  expect(await windowsFirewall(async () => 'Access is denied.').read()).toBeNull()
  expect(await windowsFirewall(() => Promise.reject(new Error('no such program'))).read()).toBeNull()
  expect(await windowsFirewall(answerOf({ category: 9 })).read()).toBeNull()
  expect(await windowsFirewall(answerOf({ network: null })).read()).toBeNull()
})

/** The script that Windows runs as an administrator, from the one that asks for it. */
function elevated(script: string): string {
  const encoded = /-Verb RunAs .*'-EncodedCommand','([\w+/=]+)'/.exec(script)?.[1] ?? ''
  return Buffer.from(encoded, 'base64').toString('utf16le')
}

test('desks are let in at the port of this host, on private networks only, after Windows has asked once', async () => {
  const run = vi.fn(async (_: string) => '')
  expect(await windowsFirewall(run).allow(7312)).toBe(true)
  expect(run).toHaveBeenCalledOnce()
  const script = elevated(run.mock.calls[0]?.[0] ?? '')
  expect(script).toContain("New-NetFirewallRule -DisplayName 'Balai' -Direction Inbound -Action Allow")
  expect(script).toContain('-LocalPort 7312 -Profile Private,Domain')
  // A block of Windows would win over it.
  expect(script).toMatch(/Where-Object { \[int\]\$_\.Action -eq 4 } \| Remove-NetFirewallRule/)
})

test('a person who refuses leaves the firewall as it is', async () => {
  const refused = async () => Promise.reject(new Error('The operation was canceled by the user.'))
  expect(await windowsFirewall(refused).allow(7312)).toBe(false)
})

test('a public network is made private by a person, on the page of Windows', async () => {
  const run = vi.fn(async (_: string) => '')
  expect(await windowsFirewall(run).openSettings()).toBe(true)
  expect(run.mock.calls[0]?.[0]).toBe("Start-Process 'ms-settings:network-status'")
})
