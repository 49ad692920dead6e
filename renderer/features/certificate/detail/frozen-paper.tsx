import { Flex } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import { api, readOnce, useRead } from '../../../app/client.ts'
import { errorMessage } from '../../../app/error-message.ts'
import { Note } from '../../../ui/feedback/note.tsx'
import { PaperView } from '../../../ui/paper/paper-view.tsx'
import { formatSize } from '../../trainee/file-list.tsx'
import { kindTitle } from '../kind-labels.ts'
import styles from './certificate-page.module.css'

/** The paper as issued, and its present state. */
export function FrozenPaper({ paper }: { paper: CertificateHistory }) {
  const { id, name, kind, state } = paper
  const file = useRead(api.certificate.file, { id }, readOnce)
  return (
    <Flex direction="column" gap="0.75rem" miw={0} h="max(30rem, calc(100dvh - 9rem))">
      {paper.revocation && (
        <Note tone="err" title={`Dicabut ${longDate(paper.revocation.on)}.`}>
          {paper.revocation.reason} ({paper.revocation.by})
        </Note>
      )}
      {paper.nameNow !== null && state === 'valid' && (
        <Note tone="warn" title={`Nama sekarang: ${paper.nameNow}.`}>
          Bila yang tertulis keliru, ganti sertifikat ini dengan yang baru.
        </Note>
      )}
      <PaperView
        pdf={file.data ?? null}
        error={file.error ? errorMessage(file.error) : undefined}
        label={`${kindTitle(kind)} ${name}`}
        struck={state === 'revoked'}
      >
        <div className={styles.frozen}>
          <IconLock size={16} aria-hidden />
          <p>
            <b>Beku sejak terbit.</b> Nama, tanggal, nilai dan rancangan tidak berubah; cetak ulang menghasilkan berkas
            yang sama.
            <span>
              {paper.design !== '' && `${paper.design} · `}sidik berkas {groupsOf(paper.sha256)}, tanda bahwa isinya
              tidak berubah · {formatSize(paper.size)}
            </span>
          </p>
        </div>
      </PaperView>
    </Flex>
  )
}

/** The first 16 characters in groups of four, to compare by eye. */
function groupsOf(sha256: string): string {
  return (sha256.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
