import { Box } from '@mantine/core'
import { Rail } from '../../../ui/rail/rail.tsx'
import type { RailDay, RailGap } from '../../../ui/rail/rail-day.ts'
import styles from '../set-up-steps.module.css'
import { Steps } from './steps.tsx'

const steps = [
  { title: 'Balai', detail: 'nama, alamat, kop surat' },
  { title: 'Penanda tangan', detail: 'kepala UPT dan masa berlakunya' },
  { title: 'Mulai bekerja', detail: 'kalender 2024–2027 dan 8 kejuruan sudah siap' },
]

interface SetUpStepsProps {
  /** 0 is the first. */
  step: number
  onStep: (step: number) => void
}

export function SetUpSteps({ step, onStep }: SetUpStepsProps) {
  return (
    <>
      <p>Dari daftar peserta sampai sertifikat, untuk kelas 15 hari kerja. Semua data tinggal di komputer ini.</p>
      <Steps steps={steps} step={step} onStep={onStep} />
      <div className={styles.rail}>
        <Rail size="S" days={exampleDays} gaps={exampleGaps} label="Contoh rel: 15 hari pelatihan" />
        <Box component="p" mt="0.75rem" c="var(--side-ink)" fz="0.8125rem" lh="1.125rem">
          Inilah “rel”: 15 hari pelatihan. Garis miring merah adalah tanggal merah yang dilewati, kuning adalah hari
          ini.
        </Box>
      </div>
    </>
  )
}

const exampleDates = [
  '2024-12-16',
  '2024-12-17',
  '2024-12-18',
  '2024-12-19',
  '2024-12-20',
  '2024-12-23',
  '2024-12-24',
  '2024-12-27',
  '2024-12-30',
  '2024-12-31',
  '2025-01-02',
  '2025-01-03',
  '2025-01-06',
  '2025-01-07',
  '2025-01-08',
] as const
const exampleDays: RailDay[] = exampleDates.map((date, index) => ({
  n: index + 1,
  date,
  state: index < 8 ? 'filled' : index === 8 ? 'today' : 'planned',
}))
const exampleGaps: RailGap[] = [
  { date: '2024-12-21', kind: 'weekend', name: 'Sabtu' },
  { date: '2024-12-22', kind: 'weekend', name: 'Minggu' },
  { date: '2024-12-25', kind: 'national_holiday', name: 'Hari Raya Natal' },
  { date: '2024-12-26', kind: 'joint_leave', name: 'Cuti bersama Natal' },
  { date: '2024-12-28', kind: 'weekend', name: 'Sabtu' },
  { date: '2024-12-29', kind: 'weekend', name: 'Minggu' },
  { date: '2025-01-01', kind: 'national_holiday', name: 'Tahun Baru' },
  { date: '2025-01-04', kind: 'weekend', name: 'Sabtu' },
  { date: '2025-01-05', kind: 'weekend', name: 'Minggu' },
]
