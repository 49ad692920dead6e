import { Box } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type FirstStepKey, type FirstSteps, firstStepKeys } from '../../../shared/features/home/first-steps.ts'
import { api, useCommand, useRead, useSession } from '../../app/client.ts'
import { useCentreSwitch } from '../../app/frame/use-centre-switch.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { StepDisc } from '../../ui/page/step-disc.tsx'
import styles from './first-steps-panel.module.css'

const steps: Record<FirstStepKey, { title: string; open: string; action: string; path: string; unit?: string }> = {
  centre: {
    title: 'Nama balai dan kop surat',
    open: 'alamat kop belum diisi',
    action: 'Ubah kop surat',
    path: '/pengaturan/balai',
  },
  logo: { title: 'Logo', open: 'dicetak di kop semua surat', action: 'Pilih logo', path: '/pengaturan/balai' },
  officer: {
    title: 'Penanda tangan',
    open: 'belum ada pejabat yang berlaku hari ini',
    action: 'Ubah penanda tangan',
    path: '/pengaturan/penanda-tangan',
    unit: 'pejabat berlaku hari ini',
  },
  room: {
    title: 'Ruang',
    open: 'kelas, dapur, bengkel, dengan daya tampungnya',
    action: 'Tambah ruang',
    path: '/pengaturan/ruang?buka=baru',
    unit: 'ruang',
  },
  program: {
    title: 'Program',
    open: 'kurikulum dengan unit dan jamnya',
    action: 'Buka program',
    path: '/pengaturan/program',
    unit: 'program berunit',
  },
  instructor: {
    title: 'Instruktur dan sertifikat BNSP',
    open: 'tanpa sertifikat yang berlaku tidak boleh mengajar',
    action: 'Catat instruktur',
    path: '/instruktur',
    unit: 'instruktur bersertifikat',
  },
  trainee: {
    title: 'Peserta dari Excel',
    open: 'daftar kelurahan yang sudah ada, atau ketik satu per satu',
    action: 'Impor Excel',
    path: '/peserta/impor',
    unit: 'peserta',
  },
  cohort: {
    title: 'Angkatan pertama',
    open: 'program dan tanggal mulai; hari libur dilewati sendiri',
    action: 'Rencanakan angkatan',
    path: '/angkatan/baru',
    unit: 'angkatan',
  },
  backup: {
    title: 'Cadangan di diska USB',
    open: 'tanpa itu semuanya hilang bila komputer ini rusak',
    action: 'Atur cadangan',
    path: '/pengaturan/cadangan',
    unit: 'tempat cadangan terisi',
  },
}

/** *Langkah pertama*: the setup of a new office. Steps are ticked by what the data contains, never by a click. */
export function FirstStepsPanel() {
  const { centre } = useSession()
  const { data } = useRead(api.home.firstSteps, {})
  const computer = useRead(api.computer.status, {})
  const hide = useCommand(api.computer.finishStep, {
    done: () => 'Langkah pertama disembunyikan. Semuanya ada di Panduan (F1).',
  })
  const { openPractice } = useCentreSwitch()
  if (!data || !computer.data || centre.practice || computer.data.done.includes('STEPS_HIDDEN')) return null
  const next = firstStepKeys.find(key => data[key] === 0)
  if (next === undefined) return null
  const done = firstStepKeys.filter(key => data[key] > 0).length
  return (
    <Panel
      flush
      title="Langkah pertama"
      facts={`${done} dari ${firstStepKeys.length}`}
      extra={
        <>
          <span className={styles.segments} aria-hidden>
            {firstStepKeys.map(key => (
              <span key={key} data-done={data[key] > 0 || undefined} data-now={key === next || undefined} />
            ))}
          </span>
          <LinkAction size="small" onAction={() => hide.run({ step: 'STEPS_HIDDEN' })}>
            Sembunyikan
          </LinkAction>
        </>
      }
    >
      <ol aria-label="Langkah pertama">
        {firstStepKeys.map((key, index) => (
          <Step key={key} step={key} number={index + 1} data={data} isNext={key === next} />
        ))}
      </ol>
      <ErrorNote error={openPractice.error ?? hide.error} />
      <p className={styles.foot}>
        <span>
          Ingin mencoba dulu?{' '}
          <LinkAction size="small" onAction={() => void openPractice.run({})}>
            Buka balai latihan
          </LinkAction>
        </span>
        <span>Boleh dilompati. Daftar ini hilang setelah semuanya ada.</span>
      </p>
    </Panel>
  )
}

interface StepProps {
  step: FirstStepKey
  number: number
  data: FirstSteps
  isNext: boolean
}

function Step({ step, number, data, isNext }: StepProps) {
  const router = useRouter()
  const { title, open, action, path, unit } = steps[step]
  const count = data[step]
  return (
    <li className={classNames(styles.step, isNext && styles.next)} aria-current={isNext ? 'step' : undefined}>
      <StepDisc number={number} state={count > 0 ? 'done' : isNext ? 'now' : 'next'} />
      <Box miw={0} flex="1">
        <p className={layout.strong}>
          {title}
          {count > 0 && <span className={layout.unseen}> sudah ada</span>}
        </p>
        <p className={layout.detail}>{count === 0 ? open : unit === undefined ? 'sudah diisi' : `${count} ${unit}`}</p>
      </Box>
      {isNext ? (
        <ActionButton tone="primary" onAction={() => router.history.push(path)}>
          {action}
        </ActionButton>
      ) : (
        <LinkAction size="small" path={path}>
          {action}
        </LinkAction>
      )}
    </li>
  )
}
