import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActivityId } from '../../../../shared/ids.ts'
import { addActivity, addInstructor, setUp } from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'

let fixture: Fixture
beforeEach(async () => {
  fixture = openFixture()
  await setUp(fixture)
})
afterEach(() => fixture.remove())

const bought = { date: '2025-01-08' as const, description: 'Bahan praktik', amount: 100, evidence: 'SP2D-1' }
const spend = (activityId: ActivityId) => fixture.client.activity.saveSpending({ activityId, spending: bought })
const receipt = (text: string, name = 'kuitansi.pdf') =>
  new File([`%PDF-1.7\n${text}`], name, { type: 'application/pdf' })
const kept = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM attachment')

test('the evidence of an entry comes back byte for byte; a newer scan replaces it, and it can be deleted', async () => {
  const activity = await addActivity(fixture)
  const { id } = await spend(activity)
  const file = async () => (await fixture.client.activity.get({ id: activity })).spending.at(-1)?.file
  expect(await file()).toBeNull()
  await fixture.client.activity.attachEvidence({ id, file: receipt('lama') })
  await fixture.client.activity.attachEvidence({ id, file: receipt('baru', 'SP2D: 1.pdf') })
  expect(await file()).toEqual({ name: 'SP2D- 1.pdf', type: 'application/pdf' })
  expect(await (await fixture.client.activity.evidence({ id })).file.text()).toBe('%PDF-1.7\nbaru')
  expect(kept()).toBe(1)
  const [before, after] = fixture.audit().slice(-2)
  expect(JSON.parse(after?.before ?? '')).toEqual({ file: 'kuitansi.pdf' })
  expect(JSON.parse(before?.after ?? '').file.sha256).toMatch(/^[0-9a-f]{64}$/)
  await fixture.client.activity.removeEvidence({ id })
  expect(await file()).toBeNull()
  expect(kept()).toBe(0)
  await rejectedAs(fixture.client.activity.evidence({ id }), 'not_found')
})

test('it is a PDF or a JPEG up to five megabytes, and never for a reversal', async () => {
  const { id } = await spend(await addActivity(fixture))
  const attach = (bytes: BlobPart) =>
    fixture.client.activity.attachEvidence({ id, file: new File([bytes], 'a.pdf', { type: 'application/pdf' }) })
  await rejectedAs(attach('PK..'), 'not_a_scan')
  await rejectedAs(attach(new Uint8Array(5 * 1024 * 1024 + 1)), 'scan_too_large')
  await attach('%PDF-1.7')
  const { id: reversal } = await fixture.client.activity.reverseSpending({ id, reason: 'Salah ketik jumlah' })
  const file = receipt('x')
  await rejectedAs(fixture.client.activity.attachEvidence({ id: reversal, file }), 'evidence_of_reversal')
  await rejectedAs(fixture.client.activity.attachEvidence({ id: 99 as typeof id, file }), 'not_found')
  expect(kept()).toBe(1)
})

test('it stays when a credential with the same file is deleted', async () => {
  const { id } = await spend(await addActivity(fixture))
  const rina = await addInstructor(fixture, 'Rina', {})
  const [credential] = (await fixture.client.instructor.get({ id: rina })).credentials
  if (!credential) throw new Error('no credential')
  await fixture.client.activity.attachEvidence({ id, file: receipt('sama') })
  await fixture.client.instructor.attachScan({ id: credential.id, file: receipt('sama') })
  await fixture.client.instructor.removeCredential({ id: credential.id })
  expect(await (await fixture.client.activity.evidence({ id })).file.text()).toContain('sama')
})
