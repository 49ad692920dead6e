import { Box } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { longDate } from '../../../../shared/kernel/date-format.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { useCommand } from '../../../app/use-command.ts'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import type { CertificatePaper } from '../certificate-dialog.tsx'
import styles from './certificate-page.module.css'

interface CertificateTracesProps {
  paper: CertificateHistory
  onOpen: (paper: CertificatePaper) => void
}

/** Copies, files signed elsewhere and prints of one paper. */
export function CertificateTraces({ paper, onOpen }: CertificateTracesProps) {
  const { id, name, copies, signedFiles, prints } = paper
  const attach = useCommand(api.book.attachSigned, {
    done: ({ beginsWithOurs }) => (beginsWithOurs ? 'Berkas bertanda tangan disimpan.' : null),
  })
  const fetch = useFileCommand(api.book.signedFile)
  return (
    <>
      <Panel title="Salinan" facts={copies.length === 0 ? undefined : `${copies.length} dibuat`}>
        {copies.length === 0 ? (
          <p className={layout.words}>Belum ada. Salinan bernomor sama, bercap SALINAN, dan dicatat untuk siapa.</p>
        ) : (
          <ul className={layout.lines}>
            {copies.map(copy => (
              <li key={copy.id} className={styles.trace}>
                <LinkAction
                  onAction={() => onOpen({ what: 'copy', id: copy.id, n: copy.n, certificateId: id, name })}
                  label={`Buka salinan ke-${copy.n}`}
                >
                  Salinan ke-{copy.n}
                </LinkAction>
                <span>
                  untuk {copy.recipient}, {longDate(copy.madeOn)} · {copy.reason} ({copy.by})
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Berkas bertanda tangan elektronik" facts="TTE dibuat di luar program ini">
        <ErrorNote error={attach.error ?? fetch.error} />
        {signedFiles.length > 0 && (
          <ul className={layout.lines}>
            {signedFiles.map(file => (
              <li key={file.id} className={styles.trace}>
                <LinkAction onAction={() => void fetch.run({ id: file.id })}>{file.name}</LinkAction>
                <span>
                  {formatMoment(file.at)}, {file.by}
                  {file.beginsWithOurs ? '' : ' · isinya ditulis ulang oleh program lain, bandingkan'}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Box mt="0.625rem">
          <FileDrop
            compact
            label="PDF bertanda tangan"
            accept=".pdf,application/pdf"
            icon={IconFileCertificate}
            pending={attach.pending}
            onFile={file => attach.run({ id, file })}
          >
            Jatuhkan PDF yang sudah ditandatangani di sini
          </FileDrop>
        </Box>
      </Panel>
      <Panel title="Dicetak dan disimpan" facts={prints.length === 0 ? 'belum pernah' : `${prints.length} kali`}>
        {prints.length > 0 && (
          <ul className={layout.lines}>
            {prints.map(print => (
              <li key={`${print.at} ${print.how} ${print.copy}`} className={styles.trace}>
                {print.copy === null ? 'Lembar asli' : `Salinan ke-${print.copy}`}
                <span>
                  {print.how === 'printed' ? 'dicetak' : 'disimpan'} {formatMoment(print.at)}, {print.by}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
