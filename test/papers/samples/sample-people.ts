import type { Mark } from '../../../shared/features/attendance/mark.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'

// The sixteen people of sample-facts.ts. All are fictional; NIK, birth date and sex agree.

export type SamplePerson = {
  name: string
  nik: string
  birth: [place: string, date: PlainDate]
  sex?: 'L'
  education: string
  home: [address: string, rt: string, rw: string, village: string, district: string]
  phone: string
  /** Exceptions from H: day number → mark. */
  absent?: Record<number, Mark>
  scores: [theory: number, practice: number] | null
  leftAfterDay?: number
}

export const samplePeople: SamplePerson[] = [
  {
    name: 'Siti Aminah',
    nik: '3671095205960001',
    birth: ['Tangerang', '1996-05-12'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 1', '001', '001', 'Uwung Jaya', 'Cibodas'],
    phone: '6281255501100',
    scores: [8000, 8800],
  },
  {
    name: 'Dewi Lestari Puspitasari',
    nik: '3671124309990002',
    birth: ['Tangerang', '1999-09-03'],
    education: 'SMK',
    home: ['Jl. Contoh Melati No. 4', '002', '002', 'Padurenan', 'Karang Tengah'],
    phone: '6281255501137',
    absent: { 3: 'S', 8: 'S', 11: 'I' },
    scores: [7000, 7200],
  },
  {
    name: 'Ani Suryani',
    nik: '3601106101940001',
    birth: ['Pandeglang', '1994-01-21'],
    education: 'SMP',
    home: ['Jl. Contoh Melati No. 7', '003', '003', 'Selapajang Jaya', 'Neglasari'],
    phone: '6281255501174',
    absent: { 3: 'A', 7: 'S', 10: 'A', 13: 'I' },
    scores: [8500, 9000],
  },
  {
    name: 'Lina Marlina',
    nik: '3602084707910003',
    birth: ['Lebak', '1991-07-07'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 10', '004', '004', 'Sangiang Jaya', 'Periuk'],
    phone: '6281255501211',
    absent: { 7: 'S' },
    scores: [6000, 7100],
  },
  {
    name: 'Yuni Astuti',
    nik: '3671047006010002',
    birth: ['Tangerang', '2001-06-30'],
    education: 'SMK',
    home: ['Jl. Contoh Melati No. 13', '005', '001', 'Jurumudi', 'Benda'],
    phone: '6281255501248',
    absent: { 5: 'A', 6: 'A', 7: 'A' },
    scores: null,
    leftAfterDay: 7,
  },
  {
    name: 'Sulastri',
    nik: '3329105508880004',
    birth: ['Brebes', '1988-08-15'],
    education: 'SD',
    home: ['Jl. Contoh Melati No. 16', '001', '002', 'Poris Gaga', 'Batuceper'],
    phone: '6281255501285',
    absent: { 7: 'S', 10: 'I' },
    scores: [7500, 8100],
  },
  {
    name: 'Nur Halimah binti Abdul Muthalib',
    nik: '3671054202970001',
    birth: ['Tangerang', '1997-02-02'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 19', '002', '003', 'Poris Plawad', 'Cipondoh'],
    phone: '6281255501322',
    scores: [8200, 8600],
  },
  {
    name: 'Ratna Dewi',
    nik: '3604075911950002',
    birth: ['Serang', '1995-11-19'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 22', '003', '004', 'Neroktog', 'Pinang'],
    phone: '6281255501359',
    scores: [8400, 9100],
  },
  {
    name: 'Fitria Wulandari',
    nik: '3671136503000001',
    birth: ['Tangerang', '2000-03-25'],
    education: 'SMK',
    home: ['Jl. Contoh Melati No. 25', '004', '001', 'Kreo', 'Larangan'],
    phone: '6281255501396',
    absent: { 5: 'I', 9: 'S' },
    scores: [7800, 8000],
  },
  {
    name: 'Maria Goretti Andréa',
    nik: '5371024812930001',
    birth: ['Kupang', '1993-12-08'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 28', '005', '002', 'Sudimara Barat', 'Ciledug'],
    phone: '6281255501433',
    absent: { 4: 'T' },
    scores: [9000, 9400],
  },
  {
    name: "Siti Nur'aini",
    nik: '3671025704980003',
    birth: ['Tangerang', '1998-04-17'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 31', '001', '003', 'Keroncong', 'Jatiuwung'],
    phone: '6281255501470',
    scores: [7600, 8400],
  },
  {
    name: 'Eka Putri Rahmawati',
    nik: '3271034510960002',
    birth: ['Bogor', '1996-10-05'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 34', '002', '004', 'Nambo Jaya', 'Karawaci'],
    phone: '6281255501507',
    absent: { 11: 'S' },
    scores: [8000, 8300],
  },
  {
    name: 'Kartini',
    nik: '3671096104900001',
    birth: ['Tangerang', '1990-04-21'],
    education: 'SMP',
    home: ['Jl. Contoh Melati No. 37', '003', '001', 'Panunggangan Barat', 'Cibodas'],
    phone: '6281255501544',
    scores: [7200, 7900],
  },
  {
    name: 'R. Ayu Retno Kusumaningrum Widyadhani Prameswari Hadiningrat',
    nik: '3372025111920001',
    birth: ['Surakarta', '1992-11-11'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 40', '004', '002', 'Sukasari', 'Tangerang'],
    phone: '6281255501581',
    absent: { 2: 'S', 11: 'I' },
    scores: [8800, 8900],
  },
  {
    name: 'Wahyudi Saputra',
    nik: '3671081402990002',
    birth: ['Tangerang', '1999-02-14'],
    sex: 'L',
    education: 'SMK',
    home: ['Jl. Contoh Melati No. 43', '005', '003', 'Gebang Raya', 'Periuk'],
    phone: '6281255501618',
    absent: { 13: 'S' },
    scores: [7400, 7700],
  },
  {
    name: 'Zahra Khoirunnisa',
    nik: '3671104901020001',
    birth: ['Tangerang', '2002-01-09'],
    education: 'SMA',
    home: ['Jl. Contoh Melati No. 46', '001', '004', 'Karang Sari', 'Neglasari'],
    phone: '6281255501655',
    scores: [8600, 9000],
  },
]
