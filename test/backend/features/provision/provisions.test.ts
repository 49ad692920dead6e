import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenAuditRow } from '../../../../electron/backend/database/audit.ts'
import type { MaterialDraft } from '../../../../shared/features/provision/provision.ts'
import { readPdf } from '../../../papers/read-pdf.ts'
import {
  addInstructor,
  addTrainees,
  createSampleCohort,
  enrolled,
  holdDays,
  sampleActivity,
  samplePerson,
  setUp,
} from '../../cohort-steps.ts'
import { type Fixture, openFixture, rejectedAs } from '../../fixture.ts'
import { printableJpeg } from '../../pictures.ts'

let fixture: Fixture
let code: string
let other: string

const cotton: MaterialDraft = {
  name: 'Kapas',
  specification: 'Steril',
  unit: 'bungkus',
  amount: 400,
  received: 300,
  damaged: null,
  price: null,
  note: '',
  used: [100, null, 50],
}
const oil: MaterialDraft = { ...cotton, name: 'Minyak zaitun', unit: 'liter', amount: 150, received: null, used: [] }

beforeAll(async () => {
  fixture = openFixture({ today: '2024-12-10' })
  await setUp(fixture)
  const instructorId = await addInstructor(fixture, 'Rina Marliana', {})
  const traineeIds = await addTrainees(fixture, 5)
  code = await createSampleCohort(fixture, { start: '2024-12-16', instructorId, traineeIds: traineeIds.slice(0, 3) })
  other = await createSampleCohort(fixture, {
    number: 2,
    start: '2025-01-20',
    instructorId,
    traineeIds: traineeIds.slice(3),
  })
})
afterAll(() => fixture.remove())

async function textOf(key: Parameters<typeof fixture.client.paper.make>[0]['key'], of = code): Promise<string> {
  const { file } = await fixture.client.paper.make({ code: of, key, size: 'A4', day: null })
  const { pages } = await readPdf(new Uint8Array(await file.arrayBuffer()))
  return pages.map(page => page.text.replace(/\s+/g, ' ')).join(' ')
}

describe('materials', () => {
  test('are kept as a list, with the amount used each week', async () => {
    await fixture.client.provision.saveMaterials({ code, materials: [cotton, oil] })
    const { materials, weeks } = await fixture.client.provision.ofCohort({ code })
    expect(materials).toEqual([cotton, oil])
    expect(weeks).toEqual([
      { from: '2024-12-16', to: '2024-12-20' },
      { from: '2024-12-23', to: '2024-12-27' },
      { from: '2024-12-30', to: '2025-01-03' },
      { from: '2025-01-06', to: '2025-01-08' },
    ])
    expect(await textOf('materials-receipt')).toContain('kurang 1')
    expect(await textOf('materials-usage')).toContain('1 Kapas bungkus 1 0,5 1,5')
  })

  test('become the list of the program and are copied to the next class, without used amounts', async () => {
    expect(await fixture.client.provision.saveTemplate({ code })).toEqual({ saved: 2 })
    await fixture.client.provision.saveMaterials({ code: other, materials: [{ ...oil, name: 'minyak ZAITUN' }] })
    expect(await fixture.client.provision.takeTemplate({ code: other })).toEqual({ added: 1 })
    const { materials, templateSize } = await fixture.client.provision.ofCohort({ code: other })
    expect(templateSize).toBe(2)
    expect(materials.map(one => one.name)).toEqual(['minyak ZAITUN', 'Kapas'])
    expect(materials[1]).toMatchObject({ amount: 400, received: null, used: [] })
  })
})

describe('what trainees receive', () => {
  test('items by kind, sizes and cards', async () => {
    const { client } = fixture
    await client.provision.saveItems({ code, kind: 'MODULE', items: [{ name: 'Modul 1', unit: 'buku', amount: 2 }] })
    const { enrolmentId } = await enrolled(fixture, code, 1)
    await client.provision.saveKits({ code, kits: [{ enrolmentId, clothingSize: 'XL' }] })
    await client.provision.saveKits({ code, kits: [{ enrolmentId, insuranceCard: '2301 4567 890' }] })
    const { kits, items } = await client.provision.ofCohort({ code })
    expect(kits[0]).toMatchObject({ clothingSize: 'XL', insuranceCard: '23014567890', closed: false })
    expect(items.MODULE).toHaveLength(1)
    expect(await textOf('receipt-modules')).toContain('2 buku')
    expect(await textOf('receipt-insurance')).toContain('23014567890')
    expect(await textOf('receipt-clothing')).toContain('XL')
  })

  test('the size of the person is used while the class has none', async () => {
    const { client } = fixture
    const { traineeId } = await enrolled(fixture, code, 2)
    await client.trainee.save({ id: traineeId, trainee: samplePerson(1, { shirtSize: 'XXXL' }) })
    const { kits } = await client.provision.ofCohort({ code })
    expect(kits[1]).toMatchObject({ clothingSize: null, usualSize: 'XXXL' })
    expect(await textOf('receipt-clothing')).toContain('XXXL')
  })

  test('refuses people of another class and frozen people', async () => {
    const { client } = fixture
    const stranger = await enrolled(fixture, other, 1)
    expect(
      await rejectedAs(
        client.provision.saveKits({ code, kits: [{ enrolmentId: stranger.enrolmentId, clothingSize: 'S' }] }),
        'not_found',
      ),
    ).toMatchObject({ entity: 'enrolment' })
    await client.rights.freeze({ id: stranger.traineeId, requestedOn: '2024-12-10', reason: 'Diminta orangnya' })
    await rejectedAs(
      client.provision.saveKits({ code: other, kits: [{ enrolmentId: stranger.enrolmentId, clothingSize: 'S' }] }),
      'person_frozen',
    )
    expect((await client.provision.ofCohort({ code: other })).kits[0]?.closed).toBe(true)
  })
})

describe('rates', () => {
  test('are taken from the class, else the activity, else the centre', async () => {
    const { client } = fixture
    const { id } = await client.activity.save({ id: null, activity: { ...sampleActivity, budgetYear: 2024 } })
    await client.activity.assign({ code, activityId: id })
    const transport = async () =>
      (await client.provision.ofCohort({ code })).money?.rates.find(one => one.kind === 'TRANSPORT')
    await client.provision.saveRate({ code, kind: 'TRANSPORT', level: 'centre', amount: 40_000 })
    await client.provision.saveRate({ code, kind: 'TRANSPORT', level: 'activity', amount: 50_000 })
    await client.provision.saveRate({ code, kind: 'TRANSPORT', level: 'cohort', amount: 60_000 })
    expect(await transport()).toEqual({ kind: 'TRANSPORT', cohort: 60_000, activity: 50_000, centre: 40_000 })
    await client.provision.saveRate({ code, kind: 'TRANSPORT', level: 'cohort', amount: null })
    expect(await transport()).toMatchObject({ cohort: null })
    expect(await textOf('receipt-transport')).toContain('50.000')
    expect(await textOf('receipt-transport', other)).toContain('40.000')
  })

  test('an activity rate needs an activity', async () => {
    expect(
      await rejectedAs(
        fixture.client.provision.saveRate({ code: other, kind: 'MEAL', level: 'activity', amount: 1 }),
        'not_found',
      ),
    ).toMatchObject({ entity: 'activity' })
  })
})

describe('photos', () => {
  const files = () => readdirSync(join(fixture.folder, 'files'))

  test('are kept in order, printed, and deleted with their file', async () => {
    const { client } = fixture
    const jpeg = (colour: string, name: string) => new File([printableJpeg(colour)], name, { type: 'image/jpeg' })
    const first = await client.provision.addPicture({ code, file: jpeg('#aa3333', 'a.jpg'), caption: 'Pembukaan' })
    const second = await client.provision.addPicture({ code, file: jpeg('#3333aa', 'b.jpg'), caption: '' })
    expect(files()).toHaveLength(2)
    await client.provision.savePictures({
      code,
      pictures: [
        { fileId: second.fileId, caption: 'Praktik' },
        { fileId: first.fileId, caption: 'Pembukaan' },
      ],
    })
    const { pictures } = await client.provision.ofCohort({ code })
    expect(pictures.map(one => one.caption)).toEqual(['Praktik', 'Pembukaan'])
    expect(await textOf('photos')).toContain('Praktik')
    const opened = await client.provision.openPicture({ code, fileId: first.fileId })
    expect(opened.file.type).toBe('image/jpeg')
    await client.provision.removePicture({ code, fileId: first.fileId })
    expect(files()).toHaveLength(1)
    expect(
      await rejectedAs(client.provision.openPicture({ code: other, fileId: second.fileId }), 'not_found'),
    ).toMatchObject({ entity: 'file' })
  })

  test('an unprintable picture is refused and leaves no file', async () => {
    const before = files().length
    for (const bytes of ['%PDF-1.7', 'halo'])
      await rejectedAs(
        fixture.client.provision.addPicture({ code, file: new File([bytes], 'x.pdf'), caption: '' }),
        'not_a_picture',
      )
    expect(files()).toHaveLength(before)
  })
})

describe('papers of a class', () => {
  test('officials of the receipts come from the list of officers by their role; the head is unchanged', async () => {
    const { client } = fixture
    const officer = { prefix: '', rank: '', nip: '', validFrom: '2024-12-01', validUntil: null } as const
    await client.centre.saveOfficer({
      id: null,
      officer: { ...officer, role: 'TREASURER', title: 'Bendahara Pengeluaran', name: 'Dimas Prasetyo' },
    })
    await client.centre.saveOfficer({
      id: null,
      officer: { ...officer, role: 'TECHNICAL', title: 'PPTK', name: 'Endang Sulistyowati' },
    })
    const [head] = (await client.centre.get({})).officers.filter(one => one.role === 'HEAD')
    const receipt = await textOf('receipt-transport')
    expect(receipt).toContain('DIMAS PRASETYO')
    expect(receipt).toContain('ENDANG SULISTYOWATI')
    expect(receipt).toContain('Kuasa Pengguna Anggaran,')
    const list = await textOf('participants')
    expect(list).not.toContain('DIMAS')
    expect(list.toUpperCase()).toContain(head?.name.toUpperCase() ?? '?')
  })

  test('transport is provisional until every day is closed', async () => {
    await holdDays(fixture, code, { until: 2 })
    fixture.setToday('2024-12-18')
    const { warnings } = await fixture.client.paper.make({ code, key: 'receipt-transport', size: 'A4', day: null })
    // The class is paid from two budget years.
    expect(warnings).toContain('Sementara: kehadiran hari ke-3–10 belum ditutup, jumlah dapat berubah.')
    expect(warnings).toContain('Sementara: kehadiran hari ke-11–15 belum ditutup, jumlah dapat berubah.')
    expect(await textOf('receipt-transport')).toContain('2 50.000 100.000')
  })

  test('the report has the same figures as the paper of realisation', async () => {
    const line = { account: '', volume: 3, unit: 'orang', timesUnit: 'hari', incentive: 'YES', realised: null } as const
    const transport = {
      ...line,
      year: 2024,
      kind: 'TRANSPORT',
      description: 'Transport',
      times: 10,
      price: 50_000,
    } as const
    const other = { ...transport, kind: 'OTHER', description: 'Spanduk' } as const
    await fixture.client.provision.saveBudget({ code, lines: [transport, other] })
    expect(await textOf('budget-realisation')).toContain('1.500.000 300.000 1.200.000 20,00')
    const report = await textOf('report-text')
    expect(report).toContain('1.500.000 300.000')
    expect(report).toContain('Jumlah (realisasi 1 baris belum dicatat) 3.000.000 300.000')
  })

  test('every list can be drawn, whatever data is missing', async () => {
    const rows = await fixture.client.paper.list({ code: other })
    for (const key of [
      'cover',
      'curriculum',
      'certificate-register',
      'id-cards',
      'name-tags',
      'receipt-meals',
    ] as const) {
      expect(rows.find(row => row.key === key)?.waitsFor).toBeNull()
      expect((await textOf(key, other)).length).toBeGreaterThan(50)
    }
  })
})

test('items given to a person are in the copy for that person and are deleted when the person is anonymised', async () => {
  const { client } = fixture
  const { enrolmentId, traineeId } = await enrolled(fixture, code, 3)
  const card = '99998888777'
  await client.provision.saveKits({ code, kits: [{ enrolmentId, clothingSize: 'L', insuranceCard: card }] })
  const copy = await client.rights.exportPerson({ id: traineeId, format: 'json' })
  expect(await copy.text()).toContain(card)
  expect(JSON.stringify(fixture.audit())).toContain(card)
  fixture.setToday('2036-02-01')
  await client.rights.anonymise({ ids: [traineeId], reason: null })
  const { kits } = await client.provision.ofCohort({ code })
  expect(kits[2]).toMatchObject({ clothingSize: null, insuranceCard: '', closed: true })
  expect(JSON.stringify(fixture.audit())).not.toContain(card)
  expect(brokenAuditRow(fixture.backend.workspace.read)).toBeNull()
})
