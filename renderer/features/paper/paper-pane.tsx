import { IconFileUpload } from '@tabler/icons-react'
import type { FolderRow, PaperScan } from '../../../shared/features/folder/contract.ts'
import { changedWords } from '../../../shared/features/print/fact-group.ts'
import { mostFileMegabytes } from '../../../shared/features/trainee/trainee-file.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { scansPath } from '../scan/scan-words.ts'
import { sizeWords } from '../trainee/file-list.tsx'
import styles from './class-papers.module.css'
import { stateLabels, stateTones } from './paper-state-words.ts'

export interface PaperPaneProps {
  /** Of the class. */
  code: string
  row: FolderRow
  pending: boolean
  onAttach: (file: File) => unknown
  onOpenScan: (scan: PaperScan) => unknown
  onRemoveScan: (scan: PaperScan) => unknown
  onCheck: () => unknown
  onReturn: () => unknown
  onUnused: () => unknown
  onTakeBack: () => unknown
}

/** One paper of the checklist: what was done with it, and what can be done next. */
export function PaperPane({ code, row, pending, onAttach, onOpenScan, onRemoveScan, ...acts }: PaperPaneProps) {
  const { title, state, printed, scans, sheets, verdict } = row
  return (
    <Panel label={`Rincian ${title}`}>
      <div className={styles.pane}>
        <div className={styles.paneHead}>
          <h2 className={styles.paneTitle}>{title}</h2>
          <Badge tone={stateTones[state]}>{stateLabels[state]}</Badge>
        </div>
        {verdict && (
          <p>
            {verdictWords(row)}, {momentWords(verdict.at)}, oleh {verdict.by}.{' '}
            <LinkAct size="small" onAct={acts.onTakeBack}>
              Batalkan
            </LinkAct>
          </p>
        )}
        {verdict && verdict.note !== '' && (
          <Note tone={verdict.verdict === 'RETURNED' ? 'err' : 'info'} title="Catatan:">
            {verdict.note}
          </Note>
        )}
        <p>
          {printed
            ? `Dicetak ${printed.times} kali, terakhir ${momentWords(printed.at)}, oleh ${printed.by}, versi ${printed.planVersion}.`
            : 'Belum pernah dicetak.'}
        </p>
        {printed && printed.changed.length > 0 && (
          <Note tone="warn" title="Berubah sejak dicetak:">
            {changedWords(printed.changed)}
          </Note>
        )}
        {scans.length > 0 && (
          <ul className={styles.scans}>
            {scans.map((scan, index) => (
              <li key={scan.fileId}>
                <span>
                  Pindaian {index + 1}, {sizeWords(scan.size)}, {momentWords(scan.at)}
                </span>
                <LinkAct size="small" label={`Lihat pindaian ${index + 1}`} onAct={() => onOpenScan(scan)}>
                  Lihat
                </LinkAct>
                <LinkAct size="small" label={`Hapus pindaian ${index + 1}`} onAct={() => onRemoveScan(scan)}>
                  Hapus
                </LinkAct>
              </li>
            ))}
          </ul>
        )}
        {sheets && (
          <p>
            {sheets.back} dari {sheets.of} lembar sudah kembali.{' '}
            <LinkAct size="small" path={`${scansPath}?kelas=${code}`}>
              Buka pindaian
            </LinkAct>
          </p>
        )}
        <FileDrop
          compact
          label={`Pindaian ${title}`}
          accept="application/pdf,image/jpeg,image/png"
          icon={IconFileUpload}
          pending={pending}
          onFile={onAttach}
        >
          Lampirkan pindaian
        </FileDrop>
        <p className={styles.hint}>Lembar bertanda tangan: PDF, JPEG, atau PNG, paling besar {mostFileMegabytes} MB.</p>
        <div className={styles.paneActs}>
          <ActButton size="xs" keys="P" onAct={acts.onCheck}>
            Diperiksa
          </ActButton>
          <ActButton size="xs" keys="K" onAct={acts.onReturn}>
            Kembalikan…
          </ActButton>
          <ActButton size="xs" keys="T" onAct={acts.onUnused}>
            Tidak dipakai…
          </ActButton>
        </div>
        <KeyHints hints={[{ keys: 'Enter', text: 'lihat dan cetak' }]} />
      </div>
    </Panel>
  )
}

function verdictWords({ verdict }: FolderRow): string {
  switch (verdict?.verdict) {
    case 'RETURNED':
      return 'Dikembalikan'
    case 'UNUSED':
      return 'Tidak dipakai'
    default:
      return 'Diperiksa'
  }
}
