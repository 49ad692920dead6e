import { Box, Flex } from '@mantine/core'
import { IconShieldCheck, IconShieldExclamation, IconShieldX } from '@tabler/icons-react'
import { type BackupStatus, backupTone } from '../../../shared/features/backup/backup-status.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { useSession } from '../../app/client.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './backups-section.module.css'

const signs = { ok: IconShieldCheck, warn: IconShieldExclamation, err: IconShieldX }

/** One sentence that says whether the data can be restored, with the evidence. */
export function ProofPanel({ status }: { status: BackupStatus }) {
  const { today } = useSession()
  const { tone, words } = backupTone(status, today)
  const { proof, nextProof, work } = status
  const Sign = signs[tone]
  return (
    <Panel tone={tone === 'ok' ? 'plain' : tone} label="Keadaan cadangan">
      <Flex gap="0.875rem" align="center">
        <Sign size={30} color={`var(--${tone})`} aria-hidden />
        <div className={layout.grows}>
          <Box component="h2" fz="1.1875rem" fw={600} lh="1.625rem" m={0}>
            {words}
          </Box>
          <p className={layout.note} role="status">
            {work ? formatProofWork(work) : proof ? <ProofText proof={proof} /> : nothingTested}
          </p>
        </div>
        {nextProof !== null && (
          <div className={styles.next}>
            uji berikutnya
            <strong>{shortDay(nextProof)}</strong>
          </div>
        )}
      </Flex>
    </Panel>
  )
}

const nothingTested =
  'Tambah tempat di luar komputer ini. Cadangannya diuji tiap minggu: dipulihkan ke folder kosong, lalu dibandingkan.'

function ProofText({ proof }: { proof: NonNullable<BackupStatus['proof']> }) {
  if (!proof.ok)
    return (
      <>
        Cadangan {formatMoment(proof.madeAt || proof.at)} gagal diuji: {proof.trouble}. Cadangkan sekarang.
      </>
    )
  return (
    <>
      Cadangan {formatMoment(proof.madeAt)} dibuka terpisah:{' '}
      <strong>
        {proof.rows.toLocaleString('id-ID')} baris dibandingkan, {proof.different} berbeda
      </strong>
      , {proof.seconds.toLocaleString('id-ID')} detik
    </>
  )
}

function formatProofWork({ kind, done, total }: NonNullable<BackupStatus['work']>): string {
  const share = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : ''
  return kind === 'write' ? `Sedang mencadangkan${share} …` : `Sedang diuji pulih${share} …`
}
