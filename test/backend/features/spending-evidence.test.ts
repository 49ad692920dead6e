import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActivityId } from '../../../shared/ids.ts'
import { addActivity, addInstructor, setUp } from '../class-steps.ts'
import { type House, openHouse, refusedAs } from '../house.ts'

let house: House
beforeEach(async () => {
  house = openHouse()
  await setUp(house)
})
afterEach(() => house.remove())

const bought = { date: '2025-01-08' as const, description: 'Bahan praktik', amount: 100, evidence: 'SP2D-1' }
const spend = (activityId: ActivityId) => house.client.activity.saveSpending({ activityId, spending: bought })
const receipt = (text: string, name = 'kuitansi.pdf') =>
  new File([`%PDF-1.7\n${text}`], name, { type: 'application/pdf' })
const kept = () => house.backend.workspace.read.value<number>('SELECT count(*) FROM attachment')

test('the evidence of an entry comes back byte for byte; a newer scan takes its place, and the last one may go', async () => {
  const activity = await addActivity(house)
  const { id } = await spend(activity)
  const file = async () => (await house.client.activity.get({ id: activity })).spending.at(-1)?.file
  expect(await file()).toBeNull()
  await house.client.activity.attachEvidence({ id, file: receipt('lama') })
  await house.client.activity.attachEvidence({ id, file: receipt('baru', 'SP2D: 1.pdf') })
  expect(await file()).toEqual({ name: 'SP2D- 1.pdf', type: 'application/pdf' })
  expect(await (await house.client.activity.evidence({ id })).file.text()).toBe('%PDF-1.7\nbaru')
  expect(kept()).toBe(1)
  const [before, after] = house.audit().slice(-2)
  expect(JSON.parse(after?.before ?? '')).toEqual({ file: 'kuitansi.pdf' })
  expect(JSON.parse(before?.after ?? '').file.sha256).toMatch(/^[0-9a-f]{64}$/)
  await house.client.activity.removeEvidence({ id })
  expect(await file()).toBeNull()
  expect(kept()).toBe(0)
  await refusedAs(house.client.activity.evidence({ id }), 'not_found')
})

test('it is a PDF or a JPEG up to five megabytes, and never that of a reversal', async () => {
  const { id } = await spend(await addActivity(house))
  const attach = (bytes: BlobPart) =>
    house.client.activity.attachEvidence({ id, file: new File([bytes], 'a.pdf', { type: 'application/pdf' }) })
  await refusedAs(attach('PK..'), 'not_a_scan')
  await refusedAs(attach(new Uint8Array(5 * 1024 * 1024 + 1)), 'scan_too_large')
  await attach('%PDF-1.7')
  const { id: reversal } = await house.client.activity.reverseSpending({ id, reason: 'Salah ketik jumlah' })
  const file = receipt('x')
  await refusedAs(house.client.activity.attachEvidence({ id: reversal, file }), 'evidence_of_reversal')
  await refusedAs(house.client.activity.attachEvidence({ id: 99 as typeof id, file }), 'not_found')
  expect(kept()).toBe(1)
})

test('it stays while a credential that showed the same file goes', async () => {
  const { id } = await spend(await addActivity(house))
  const rina = await addInstructor(house, 'Rina', {})
  const [credential] = (await house.client.instructor.get({ id: rina })).credentials
  if (!credential) throw new Error('no credential')
  await house.client.activity.attachEvidence({ id, file: receipt('sama') })
  await house.client.instructor.attachScan({ id: credential.id, file: receipt('sama') })
  await house.client.instructor.removeCredential({ id: credential.id })
  expect(await (await house.client.activity.evidence({ id })).file.text()).toContain('sama')
})
