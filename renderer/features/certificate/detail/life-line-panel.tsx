import { Box } from '@mantine/core'
import type { Collection } from '../../../../shared/features/alumni/collection.ts'
import type { CertificateHistory } from '../../../../shared/features/certificate/book-contract.ts'
import { certificatePath } from '../../../../shared/features/certificate/certificate-path.ts'
import { api } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import type { CertificatePaper } from '../certificate-dialog.tsx'
import styles from './life-line.module.css'
import { lifeLine, type Proof } from './life-line.ts'

interface LifeLinePanelProps {
  paper: CertificateHistory
  collection: Collection | null
  onOpen: (paper: CertificatePaper) => void
  onCollection: () => void
}

/** Garis hidup: everything that happened to a paper (when, why, by whom), with its proof. */
export function LifeLinePanel({ paper, collection, onOpen, onCollection }: LifeLinePanelProps) {
  const fetch = useFileCommand(api.book.signedFile)
  function proofOf(proof: Proof) {
    switch (proof.kind) {
      case 'copy':
        return (
          <LinkAction
            label={`Buka salinan ke-${proof.n}`}
            onAction={() =>
              onOpen({ what: 'copy', id: proof.id, n: proof.n, certificateId: paper.id, name: paper.name })
            }
          >
            Buka salinan
          </LinkAction>
        )
      case 'signed':
        return <LinkAction onAction={() => void fetch.run({ id: proof.id })}>Buka berkas</LinkAction>
      case 'paper':
        return <LinkAction path={certificatePath(proof.number)}>{proof.number}</LinkAction>
      case 'collection':
        return <LinkAction onAction={onCollection}>Catatan pengambilan</LinkAction>
      case 'minutes':
        return <LinkAction path={cohortPath(paper.code, 'graduation')}>Hasil sidang</LinkAction>
    }
  }
  return (
    <Panel title="Garis hidup" extra="terbaru di atas" fill>
      <ErrorNote error={fetch.error} />
      <ol className={styles.line}>
        {lifeLine(paper, collection).map(event => (
          <li key={event.key} className={classNames(styles.event, event.gone && styles.gone)}>
            <span className={styles.what}>
              <b>{event.what}</b> {event.when}
            </span>
            {event.proof && (
              <Box component="span" ta="end">
                {proofOf(event.proof)}
              </Box>
            )}
            <span className={styles.why}>{event.why}</span>
            <span className={styles.why}>{event.who}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
