import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CredentialId, InstructorId } from '../../../../shared/ids.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import { addInstructor, setUp, technical } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, openFixture } from '../../fixture.ts'

// What belongs to a credential besides its facts: the scan, who verified it, the letter to the LSP, the dates for a calendar.

let fixture: Fixture
let rina: InstructorId
let credential: CredentialId
beforeEach(async () => {
  fixture = openFixture({ today: '2024-12-30' })
  await setUp(fixture)
  rina = await addInstructor(fixture, 'Rina Marliana, S.Pd.', {
    validUntil: '2025-01-10',
    number: '96022 5142 3 0000417 2022',
  })
  credential = (await held()).id
})
afterEach(() => fixture.remove())

async function held() {
  const [row] = (await fixture.client.instructor.get({ id: rina })).credentials
  if (!row) throw new Error('no credential')
  return row
}
const pdf = (text = '1', name = 'sertifikat.pdf') => new File([`%PDF-1.7\n${text}`], name, { type: 'application/pdf' })
const attachments = () => fixture.backend.workspace.read.value<number>('SELECT count(*) FROM attachment')

describe('the scan', () => {
  test('comes back byte for byte, and a newer one replaces it', async () => {
    await fixture.client.instructor.attachScan({ id: credential, file: pdf('lama') })
    await fixture.client.instructor.attachScan({ id: credential, file: pdf('baru', 'Sertifikat: baru?.pdf') })
    expect((await held()).scan).toEqual({ name: 'Sertifikat- baru-.pdf', type: 'application/pdf' })
    const { file } = await fixture.client.instructor.scan({ id: credential })
    expect(await file.text()).toBe('%PDF-1.7\nbaru')
    expect(attachments()).toBe(1)
    const row = fixture.audit().at(-1)
    expect(JSON.parse(row?.after ?? '').scan.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is accepted by its content, not its name, and up to five megabytes', async () => {
    const attach = (bytes: BlobPart, name = 'a.pdf') =>
      fixture.client.instructor.attachScan({
        id: credential,
        file: new File([bytes], name, { type: 'application/pdf' }),
      })
    expect(await domainErrorOf(attach('PK..', 'a.pdf'))).toEqual({ code: 'not_a_scan', file: 'a.pdf' })
    expect(await domainErrorOf(attach(new Uint8Array(5 * 1024 * 1024 + 1)))).toEqual({
      code: 'scan_too_large',
      megabytes: 5,
    })
    await attach(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'foto.jpg')
    expect((await held()).scan?.type).toBe('image/jpeg')
  })

  test('is deleted with the last credential that uses it', async () => {
    const { id: second } = await fixture.client.instructor.saveCredential({
      instructorId: rina,
      id: null,
      credential: { ...technical, number: '2' },
    })
    await fixture.client.instructor.attachScan({ id: credential, file: pdf() })
    await fixture.client.instructor.attachScan({ id: second, file: pdf() })
    expect(attachments()).toBe(1)
    await fixture.client.instructor.removeCredential({ id: second })
    expect(attachments()).toBe(1)
    await fixture.client.instructor.removeScan({ id: credential })
    expect(attachments()).toBe(0)
    expect(await domainErrorOf(fixture.client.instructor.scan({ id: credential }))).toEqual({
      code: 'not_found',
      entity: 'scan',
    })
  })
})

test('a verification has a person and a date, and is dropped when the credential changes', async () => {
  const verified = { by: 'Wulan Sari', on: '2024-12-30' as const }
  await fixture.client.instructor.verifyCredential({ id: credential, verified })
  const { id, scan: _, verified: known, ...draft } = await held()
  expect(known).toEqual(verified)
  await fixture.client.instructor.saveCredential({ instructorId: rina, id, credential: draft })
  expect((await held()).verified).toEqual(verified)
  await fixture.client.instructor.saveCredential({ instructorId: rina, id, credential: { ...draft, number: '7 8 9' } })
  expect((await held()).verified).toBeNull()
})

test('the letter to the LSP says who, which certificate and until when', async () => {
  const { file, title } = await fixture.client.instructor.recertificationLetter({ id: credential })
  expect(title).toBe('Surat Permohonan Sertifikasi Ulang')
  const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
  expect(pages).toHaveLength(1)
  for (const words of [
    'LSP Contoh',
    'RINA MARLIANA, S.Pd.',
    '96022 5142 3 0000417 2022',
    '10 Januari 2025',
    'akan berakhir',
  ])
    expect(pages[0]?.text.replace(/\s/gu, ' ')).toContain(words)
  fixture.setToday('2025-02-01')
  const late = await fixture.client.instructor.recertificationLetter({ id: credential })
  expect((await readPdf(new Uint8Array(await late.file.arrayBuffer()))).pages[0]?.text).toContain('telah berakhir')
})

test('the calendar file lists credentials that end within 180 days and were not renewed', async () => {
  await addInstructor(fixture, 'Agus', { validUntil: '2025-06-28' })
  await addInstructor(fixture, 'Budi', { validUntil: '2025-06-29' })
  await addInstructor(fixture, 'Dian', { validUntil: '2025-03-01' }, { issued: '2024-12-01', validUntil: '2027-12-01' })
  await addInstructor(fixture, 'Eka', { validUntil: '2024-12-29' })
  const text = await (await fixture.client.instructor.expiryCalendar({})).text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(part => new ICAL.Event(part))
  expect(events.map(event => [event.summary, event.startDate.toString(), event.endDate.toString()])).toEqual([
    ['Sertifikat BNSP teknis Rina Marliana, S.Pd. berakhir', '2025-01-10', '2025-01-11'],
    ['Sertifikat BNSP teknis Agus berakhir', '2025-06-28', '2025-06-29'],
  ])
  expect(text).toContain('TRIGGER:-P60D')
})
