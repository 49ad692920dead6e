import { createCanvas } from '@napi-rs/canvas'
import { exampleCurricula } from '../../../electron/backend/features/program/example-curricula.ts'
import type { CohortFacts } from '../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../shared/facts/list-facts.ts'

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

/** The lists of the sample class: everything that a clerk may have filled in. Fictional people and amounts. */
export function sampleLists(facts: CohortFacts): ListFacts {
  const units = (exampleCurricula.find(one => one.trade === 'TR')?.units ?? []).map(
    ({ code, title, theoryHours, practiceHours }) => ({ code, title, theoryHours, practiceHours }),
  )
  return {
    ...facts,
    units,
    members: facts.trainees.map((trainee, index) => ({
      clothingSize: sizes[index % sizes.length] ?? '',
      insuranceCard: `2301${String(4_567_890 + index * 37)}`,
      photo: index === 0 ? portrait : null,
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
    budget: {
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
    rates: { transport: 50_000, meal: 35_000 },
    materials: [
      {
        name: 'Alas bedak cair',
        specification: 'Warna natural, tahan air, 30 ml',
        unit: 'botol',
        amount: 1600,
        received: 1600,
        note: '',
        used: [400, 300, 500, 400],
      },
      {
        name: 'Kapas kecantikan',
        specification: '',
        unit: 'bungkus',
        amount: 3200,
        received: 3000,
        note: '',
        used: [800, 600, 1050, null],
      },
      {
        name: 'Palet eyeshadow 24 warna dengan pigmen matte dan shimmer untuk rias panggung',
        specification: 'Produk berizin BPOM, masa pakai paling sedikit dua tahun sejak diterima di balai',
        unit: 'buah',
        amount: 800,
        received: 800,
        note: 'dikembalikan',
        used: [],
      },
      {
        name: 'Minyak zaitun',
        specification: '',
        unit: 'liter',
        amount: 150,
        received: null,
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

/** Nothing but the class itself: every list is then a form. */
export function emptyLists(facts: CohortFacts): ListFacts {
  return {
    ...facts,
    units: [],
    members: facts.trainees.map(() => ({ clothingSize: '', insuranceCard: '', photo: null, units: [] })),
    teachers: [],
    selection: null,
    budget: { subActivity: '', account: '', year: facts.cohort.year },
    officials: { budgetHolder: null, technical: null, treasurer: null },
    rates: { transport: null, meal: null },
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
