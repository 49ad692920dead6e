import type { OfficerDraft } from '../../../shared/features/centre/centre.ts'
import { type BudgetLine, noSupply, readEvaluation } from '../../../shared/features/provision/budget.ts'
import type { MaterialDraft } from '../../../shared/features/provision/provision.ts'
import type { SampleSession } from './sample-session.ts'

const official = { prefix: '', rank: '', validFrom: '2024-01-02', validUntil: null } as const

/** All fictional. */
const officials: readonly OfficerDraft[] = [
  {
    ...official,
    role: 'AGENCY_HEAD',
    title: 'Kepala Dinas Ketenagakerjaan',
    name: 'Dra. Hj. Ratna Komalasari, M.Si.',
    rank: 'Pembina Utama Muda (IV/c)',
    nip: '196703151992032006',
  },
  {
    ...official,
    role: 'BUDGET_HOLDER',
    title: 'Kuasa Pengguna Anggaran',
    name: 'Hj. Nuraini Kusumawardani, S.E., M.M.',
    nip: '196908231994032005',
  },
  {
    ...official,
    role: 'TECHNICAL',
    title: 'Pejabat Pelaksana Teknis Kegiatan',
    name: 'Endang Sulistyowati, S.T., M.M.',
    nip: '198002142006042011',
  },
  {
    ...official,
    role: 'TREASURER',
    title: 'Bendahara Pengeluaran Pembantu',
    name: 'Dimas Prasetyo, S.Ak.',
    nip: '199106302015031002',
  },
]

const material = { specification: '', received: null, damaged: null, price: null, note: '', used: [] }
const materials: readonly MaterialDraft[] = [
  {
    ...material,
    name: 'Alas bedak cair',
    specification: 'Warna natural, 30 ml',
    unit: 'botol',
    amount: 1600,
    received: 1600,
    price: 45_000,
  },
  { ...material, name: 'Kapas kecantikan', unit: 'bungkus', amount: 3200, received: 3200, price: 12_500 },
  {
    ...material,
    name: 'Pembersih wajah',
    specification: '200 ml',
    unit: 'botol',
    amount: 1600,
    received: 1600,
    price: 38_000,
  },
]

const line = { incentive: 'YES', times: 1, timesUnit: '', realised: null } as const
/** Fictional prices. */
const budget: readonly BudgetLine[] = [
  {
    ...{ ...line, incentive: 'CHECK', year: 2024, kind: 'HONORARIUM', description: 'Honorarium instruktur' },
    ...{ account: '5.1.02.02.01.0003', volume: 80, unit: 'JP', price: 100_000 },
  },
  {
    ...{ ...line, year: 2024, kind: 'TRANSPORT', description: 'Uang transport peserta', account: '5.1.02.04.01.0003' },
    ...{ volume: 16, unit: 'orang', times: 10, timesUnit: 'hari', price: 50_000 },
  },
  {
    ...{ ...line, year: 2024, kind: 'MATERIAL', description: 'Bahan praktik tata rias', account: '5.1.02.01.01.0012' },
    ...{ volume: 1, unit: 'paket', price: 1_800_000 },
  },
  {
    ...{ ...line, incentive: 'CHECK', year: 2025, kind: 'HONORARIUM', description: 'Honorarium instruktur' },
    ...{ account: '5.1.02.02.01.0003', volume: 40, unit: 'JP', price: 100_000 },
  },
  {
    ...{ ...line, year: 2025, kind: 'TRANSPORT', description: 'Uang transport peserta', account: '5.1.02.04.01.0003' },
    ...{ volume: 16, unit: 'orang', times: 5, timesUnit: 'hari', price: 50_000 },
  },
]

/** Answers of four forms, one digit for each question. */
const answers = ['4443434444', '3343433443', '4443344444', '3334334343']

/** Adds what the money papers of a class need: officials, a transport rate, materials, and what each trainee receives. */
export async function equipSampleCohort({ client }: SampleSession, code: string): Promise<void> {
  for (const officer of officials) await client.centre.saveOfficer({ id: null, officer })
  await client.provision.saveRate({ code, kind: 'TRANSPORT', level: 'centre', amount: 50_000 })
  await client.provision.saveRate({ code, kind: 'HONORARIUM', level: 'centre', amount: 100_000 })
  await client.provision.saveBudget({ code, lines: [...budget] })
  await client.provision.saveSupply({
    code,
    supply: {
      ...noSupply,
      ...{ supplier: 'CV Contoh Cantik Sejahtera', orderNumber: '027/031/SP/BLK/2024', orderedOn: '2024-12-02' },
      ...{ inspectionNumber: '027/035/BAP/BLK/2024', inspectedOn: '2024-12-12' },
      ...{ handoverNumber: '027/036/BAST/BLK/2024', handedOverOn: '2024-12-13' },
      ...{ keeper: 'Yanto Subagyo', keeperNip: '197905052007011003' },
    },
  })
  await client.provision.saveEvaluations({
    code,
    evaluations: answers.map(text => ({ answers: readEvaluation(text) ?? [], comment: '' })),
  })
  for (const { id } of await client.instructor.list({}))
    await client.instructor.savePayment({
      id,
      payment: {
        ...{ status: 'NON_ASN', npwp: '3671015501900001', bankName: 'Bank BJB' },
        ...{ bankAccount: '0071234567', bankHolder: 'Rina Marliana' },
      },
    })
  await client.provision.saveMaterials({ code, materials: [...materials] })
  await client.provision.saveItems({
    code,
    kind: 'STATIONERY',
    items: [
      { name: 'Buku tulis', unit: 'buah', amount: 1 },
      { name: 'Pulpen', unit: 'buah', amount: 2 },
    ],
  })
  await client.provision.saveItems({
    code,
    kind: 'MODULE',
    items: [{ name: 'Modul Tata Rias', unit: 'buku', amount: 1 }],
  })
}
