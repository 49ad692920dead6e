import type { OfficerDraft } from '../../../shared/features/centre/centre.ts'
import type { MaterialDraft } from '../../../shared/features/provision/provision.ts'
import type { SampleSession } from './sample-session.ts'

const official = { prefix: '', rank: '', validFrom: '2024-01-02', validUntil: null } as const

/** Fictional, as all people here. */
const officials: readonly OfficerDraft[] = [
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

const material = { specification: '', received: null, note: '', used: [] }
const materials: readonly MaterialDraft[] = [
  { ...material, name: 'Alas bedak cair', specification: 'Warna natural, 30 ml', unit: 'botol', amount: 1600 },
  { ...material, name: 'Kapas kecantikan', unit: 'bungkus', amount: 3200 },
  { ...material, name: 'Pembersih wajah', specification: '200 ml', unit: 'botol', amount: 1600 },
]

/** What the money papers of a class need: officials, a rate of transport, materials, and what each trainee is handed. */
export async function equipSampleCohort({ client }: SampleSession, code: string): Promise<void> {
  for (const officer of officials) await client.centre.saveOfficer({ id: null, officer })
  await client.provision.saveRate({ code, kind: 'TRANSPORT', level: 'centre', amount: 50_000 })
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
