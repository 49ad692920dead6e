import { createCanvas } from '@napi-rs/canvas'
import { exampleCurricula } from '../../../electron/backend/features/program/example-curricula.ts'
import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../shared/facts/list-facts.ts'
import { usualPaperRules } from '../../../shared/features/centre/paper-rules.ts'
import { noSupply } from '../../../shared/features/provision/budget.ts'
import { sampleTeaching } from './sample-teaching.ts'

const sizes = ['S', 'M', 'L', 'XL', 'XXL', 'XXXL']
const pictures = [
  'Pembukaan pelatihan oleh Kepala UPT, Senin, 16 Desember 2024',
  'Praktik rias wajah sehari-hari',
  'Penjelasan keselamatan dan kesehatan kerja di ruang praktik tata rias, dihadiri seluruh peserta dan instruktur',
  'Penilaian praktik',
  'Sidang kelulusan',
  'Penyerahan sertifikat',
  'Foto bersama',
].map((caption, index) => ({ bytes: sampleJpeg(index), caption }))
const portrait = sampleJpeg(9)

const line = { incentive: 'YES', times: 1, timesUnit: '', realised: null } as const
export const sampleBudgetLines: ListFacts['budgetLines'] = [
  {
    ...line,
    year: 2024,
    kind: 'HONORARIUM',
    description: 'Honorarium instruktur',
    account: '5.1.02.02.01.0003',
    volume: 80,
    unit: 'JP',
    price: 100_000,
    incentive: 'CHECK',
  },
  {
    ...line,
    year: 2024,
    kind: 'TRANSPORT',
    description: 'Uang transport peserta',
    account: '5.1.02.04.01.0003',
    volume: 16,
    unit: 'orang',
    times: 10,
    timesUnit: 'hari',
    price: 50_000,
  },
  {
    ...line,
    year: 2024,
    kind: 'MATERIAL',
    description: 'Bahan praktik tata rias',
    account: '5.1.02.01.01.0012',
    volume: 1,
    unit: 'paket',
    price: 3_500_000,
  },
  {
    ...line,
    year: 2024,
    kind: 'GOODS',
    description: 'Pakaian pelatihan kerja',
    account: '5.1.02.01.01.0070',
    volume: 16,
    unit: 'stel',
    price: 150_000,
    realised: 2_400_000,
  },
  {
    ...line,
    year: 2025,
    kind: 'HONORARIUM',
    description: 'Honorarium instruktur',
    account: '5.1.02.02.01.0003',
    volume: 40,
    unit: 'JP',
    price: 100_000,
    incentive: 'CHECK',
  },
  {
    ...line,
    year: 2025,
    kind: 'TRANSPORT',
    description: 'Uang transport peserta',
    account: '5.1.02.04.01.0003',
    volume: 16,
    unit: 'orang',
    times: 5,
    timesUnit: 'hari',
    price: 50_000,
  },
]

/** The lists of the sample class with everything that a clerk can fill in. Fictional people and amounts. */
export function sampleLists(facts: CohortFacts): ListFacts {
  const units = (exampleCurricula.find(one => one.trade === 'TR')?.units ?? []).map(
    ({ code, title, theoryHours, practiceHours }, index) => ({
      code,
      title,
      theoryHours,
      practiceHours,
      elements: index === 0 ? ['Menyiapkan area kerja', 'Menerapkan prosedur keselamatan kerja di ruang rias'] : [],
    }),
  )
  return {
    ...facts,
    units,
    members: facts.trainees.map((trainee, index) => ({
      clothingSize: sizes[index % sizes.length] ?? '',
      insuranceCard: `2301${String(4_567_890 + index * 37)}`,
      photo: index === 0 ? portrait : null,
      bank: { name: 'Bank BJB', account: `00${String(71_234_500 + index)}`, holder: '' },
      target: {
        groups:
          index % 4 === 0 ? ['Kemiskinan ekstrem', 'Keluarga stunting'] : index % 4 === 1 ? ['Masyarakat miskin'] : [],
        decile: index % 4 === 0 ? 1 : index % 4 === 1 ? 3 : null,
        evidence: index % 4 < 2 ? 'DTSEN, 01-10-2024' : '',
      },
      certificate: trainee.decision === 'passed' ? `500.15/${String(index + 1).padStart(4, '0')}/BLK/I/2025` : '',
      units: units.map((_, unit) => (trainee.left ? null : trainee.name === 'Lina Marlina' && unit === 7 ? 'BK' : 'K')),
    })),
    teachers: [
      {
        name: 'Rina Marliana, S.Pd.',
        nip: '',
        credential: { number: '96020 5142 4 0001234 2022', scheme: 'Penata Rias Wajah', validUntil: '2025-01-10' },
        hours: 96,
      },
      {
        name: 'Sri Wahyuni, S.Tr.',
        nip: '199003122015032004',
        credential: {
          number: '96020 5142 3 0007711 2023',
          scheme: 'Penata Rias Wajah Pengantin Tradisional dan Modern untuk Acara Adat',
          validUntil: '2026-06-30',
        },
        hours: 24,
      },
      { name: 'Dian Kartika', nip: '', credential: null, hours: 0 },
    ],
    selection: { applicants: 42, administration: 35, interview: 20 },
    rules: usualPaperRules,
    budgetLines: sampleBudgetLines,
    teaching: sampleTeaching(facts),
    payees: [
      {
        name: 'Rina Marliana, S.Pd.',
        nip: '',
        status: 'NON_ASN',
        npwp: '1234567890123456',
        bank: { name: 'BRI', account: '0012345678', holder: 'Rina Marliana' },
      },
      {
        name: 'Sri Wahyuni, S.Tr.',
        nip: '199003122015032004',
        status: 'PNS_III',
        npwp: '',
        bank: { name: 'Mandiri', account: '1550001234567', holder: 'Sri Wahyuni' },
      },
    ],
    supply: {
      supplier: 'CV Contoh Cantik Sejahtera',
      orderNumber: '027/031/SP/BLK/2024',
      orderedOn: '2024-12-02',
      inspectionNumber: '027/035/BAP/BLK/2024',
      inspectedOn: '2024-12-12',
      handoverNumber: '027/036/BAST/BLK/2024',
      handedOverOn: '2024-12-13',
      keeper: 'Yanto Subagyo',
      keeperNip: '197905052007011003',
    },
    evaluations: [
      { answers: [4, 3, 4, 4, 3, 2, 3, 4, 4, null], comment: 'Waktu praktik ditambah' },
      { answers: [3, 3, 4, 4, 4, 3, 3, 4, 4, 3], comment: '' },
    ],
    candidates: [
      {
        number: 1,
        name: 'Siti Aminah',
        nik: '',
        village: 'Larangan Utara',
        administration: true,
        test: 7850,
        interview: 8200,
      },
      {
        number: 2,
        name: 'Dewi Lestari Puspitasari',
        nik: '',
        village: 'Sangiang Jaya',
        administration: true,
        test: 7000,
        interview: null,
      },
      { number: 3, name: 'Nur Hayati', nik: '', village: '', administration: false, test: null, interview: null },
    ],
    meetings: { test: '2024-12-03', interview: '2024-12-04' },
    aids: [{ position: 1, amount: 20_000_000, handover: '', paidOn: null }],
    budget: {
      activity: 'Pelaksanaan Pelatihan Berdasarkan Unit Kompetensi',
      subActivity: 'Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja',
      account: '5.1.02.02.04.0117',
      year: 2024,
    },
    officials: {
      budgetHolder: {
        prefix: '',
        title: 'Kuasa Pengguna Anggaran',
        name: 'Hj. Nuraini Kusumawardani, S.E., M.M.',
        rank: '',
        nip: '196908231994032005',
      },
      technical: {
        prefix: '',
        title: 'Pejabat Pelaksana Teknis Kegiatan',
        name: 'Endang Sulistyowati, S.T., M.M.',
        rank: '',
        nip: '198002142006042011',
      },
      treasurer: {
        prefix: '',
        title: 'Bendahara Pengeluaran Pembantu',
        name: 'Dimas Prasetyo, S.Ak.',
        rank: '',
        nip: '199106302015031002',
      },
    },
    rates: { transport: 50_000, meal: 35_000, honorarium: 100_000 },
    materials: [
      {
        name: 'Alas bedak cair',
        specification: 'Warna natural, tahan air, 30 ml',
        unit: 'botol',
        amount: 1600,
        received: 1600,
        damaged: null,
        price: 45_000,
        note: '',
        used: [400, 300, 500, 400],
      },
      {
        name: 'Kapas kecantikan',
        specification: '',
        unit: 'bungkus',
        amount: 3200,
        received: 3000,
        damaged: 100,
        price: 12_500,
        note: '',
        used: [800, 600, 1050, null],
      },
      {
        name: 'Palet eyeshadow 24 warna dengan pigmen matte dan shimmer untuk rias panggung',
        specification: 'Produk berizin BPOM, masa pakai paling sedikit dua tahun sejak diterima di balai',
        unit: 'buah',
        amount: 800,
        received: 800,
        damaged: 0,
        price: 185_000,
        note: 'dikembalikan',
        used: [],
      },
      {
        name: 'Minyak zaitun',
        specification: '',
        unit: 'liter',
        amount: 150,
        received: null,
        damaged: null,
        price: null,
        note: '',
        used: [50, 50, 25],
      },
    ],
    items: {
      STATIONERY: [
        { name: 'Buku tulis', unit: 'buah', amount: 2 },
        { name: 'Pulpen', unit: 'buah', amount: 1 },
        { name: 'Map plastik', unit: 'buah', amount: 1 },
      ],
      MODULE: [{ name: 'Modul Tata Rias Wajah', unit: 'buku', amount: 1 }],
      MEAL: [
        { name: 'Nasi kotak', unit: 'kotak', amount: 1 },
        { name: 'Kudapan', unit: 'kotak', amount: 2 },
      ],
    },
    pictures,
    certificates: facts.trainees.map(({ name }, index) => ({
      number: `500.15/${String(index + 1).padStart(4, '0')}/BLK/I/2025`,
      name,
      issuedOn: '2025-01-09',
      collectedOn: index === 0 ? '2025-01-13' : null,
    })),
  }
}

/** Nothing but the class itself, so that every list is an empty form. */
export function emptyLists(facts: CohortFacts): ListFacts {
  return {
    ...facts,
    units: [],
    members: facts.trainees.map(() => ({
      clothingSize: '',
      insuranceCard: '',
      photo: null,
      bank: { name: '', account: '', holder: '' },
      target: { groups: [], decile: null, evidence: '' },
      certificate: '',
      units: [],
    })),
    teachers: [],
    selection: null,
    rules: usualPaperRules,
    budgetLines: [],
    teaching: [],
    payees: [],
    supply: noSupply,
    evaluations: [],
    candidates: null,
    meetings: { test: null, interview: null },
    aids: [],
    budget: { activity: '', subActivity: '', account: '', year: facts.cohort.year },
    officials: { budgetHolder: null, technical: null, treasurer: null },
    rates: { transport: null, meal: null, honorarium: null },
    materials: [],
    items: { STATIONERY: [], MODULE: [], MEAL: [] },
    pictures: [],
    certificates: [],
  }
}

function sampleJpeg(index: number): Uint8Array {
  const canvas = createCanvas(320, index % 2 === 0 ? 240 : 400)
  const context = canvas.getContext('2d')
  context.fillStyle = `rgb(${120 + index * 12}, ${150 - index * 9}, 140)`
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#f4ead7'
  context.fillRect(90, 60, 140, 120)
  return new Uint8Array(canvas.toBuffer('image/jpeg'))
}
