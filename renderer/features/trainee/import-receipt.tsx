import { useRouter } from '@tanstack/react-router'
import type { TraineeId } from '../../../shared/ids.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { type Crumb, Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { ResultLine } from '../../ui/result-line.tsx'
import styles from './import-receipt.module.css'

export interface ImportDone {
  fileName: string
  people: { id: TraineeId; name: string }[]
  skipped: number
}

export interface ImportReceiptProps {
  crumbs: readonly Crumb[]
  done: ImportDone
  onAgain: () => void
}

/** Who came in, by name. */
export function ImportReceipt({ crumbs, done, onAgain }: ImportReceiptProps) {
  const router = useRouter()
  const { fileName, people, skipped } = done
  return (
    <Page
      title="Impor selesai"
      crumbs={crumbs}
      facts={fileName}
      actions={
        <>
          <ActButton onAct={onAgain}>Impor berkas lain</ActButton>
          <ActButton tone="primary" autoFocus onAct={() => router.history.push('/peserta')}>
            Lihat daftar peserta
          </ActButton>
        </>
      }
    >
      <ResultLine facts={skipped > 0 ? `${skipped.toLocaleString('id-ID')} baris dilewati` : undefined}>
        {people.length.toLocaleString('id-ID')} peserta masuk
      </ResultLine>
      <Panel title="Yang masuk" label="Peserta yang masuk">
        <ol className={styles.names}>
          {people.map(({ id, name }) => (
            <li key={id}>
              <PathLink path={`/peserta/${id}`}>{name}</PathLink>
            </li>
          ))}
        </ol>
      </Panel>
    </Page>
  )
}
