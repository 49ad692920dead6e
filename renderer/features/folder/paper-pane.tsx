import { Box, Flex } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import type { FolderRow, PaperScan } from '../../../shared/features/folder/contract.ts'
import { formatChanged } from '../../../shared/features/print/fact-group.ts'
import { mostFileMegabytes } from '../../../shared/features/trainee/trainee-file.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { scansPath } from '../scan/scan-labels.ts'
import { formatSize } from '../trainee/file-list.tsx'
import styles from './cohort-papers.module.css'
import { paperStates } from './paper-states.ts'

export interface PaperPaneProps {
  /** Of the class. */
  code: string
  row: FolderRow
  pending: boolean
  onAttach: (file: File) => unknown
  onOpenScan: (scan: PaperScan) => unknown
  onRemoveScan: (scan: PaperScan) => unknown
  /** Checked, given back, not used: the same as the keys of the page. */
  verdicts: readonly Action[]
  onTakeBack: () => unknown
}

/** One paper of the checklist: what was done with it, and what can be done next. */
export function PaperPane({ code, row, pending, onAttach, onOpenScan, onRemoveScan, ...judging }: PaperPaneProps) {
  const { title, state, printed, scans, sheets, verdict } = row
  return (
    <Panel label={`Rincian ${title}`}>
      <Flex direction="column" gap="0.75rem" fz="0.8125rem" lh="1.125rem">
        <Flex wrap="wrap" align="center" justify="space-between" gap="0.25rem 0.5rem">
          <Box component="h2" m={0} fz="0.9375rem" fw={600} lh="1.25rem">
            {title}
          </Box>
          <Badge tone={paperStates[state].tone}>{paperStates[state].label}</Badge>
        </Flex>
        {verdict && (
          <p>
            {verdictLabels[verdict.verdict]}, {formatMoment(verdict.at)}, oleh {verdict.by}.{' '}
            <LinkAction size="small" onAction={judging.onTakeBack}>
              Batalkan
            </LinkAction>
          </p>
        )}
        {verdict && verdict.note !== '' && (
          <Note tone={verdict.verdict === 'RETURNED' ? 'err' : 'info'} title="Catatan:">
            {verdict.note}
          </Note>
        )}
        <p>
          {printed
            ? `Dicetak ${printed.times} kali, terakhir ${formatMoment(printed.at)}, oleh ${printed.by}, versi ${printed.planVersion}.`
            : 'Belum pernah dicetak.'}
        </p>
        {printed && printed.changed.length > 0 && (
          <Note tone="warn" title="Berubah sejak dicetak:">
            {formatChanged(printed.changed)}
          </Note>
        )}
        {scans.length > 0 && (
          <ul className={styles.scans}>
            {scans.map((scan, index) => (
              <li key={scan.fileId}>
                <span>
                  Hasil scan {index + 1}, {formatSize(scan.size)}, {formatMoment(scan.at)}
                </span>
                <LinkAction size="small" label={`Lihat hasil scan ${index + 1}`} onAction={() => onOpenScan(scan)}>
                  Lihat
                </LinkAction>
                <LinkAction size="small" label={`Hapus hasil scan ${index + 1}`} onAction={() => onRemoveScan(scan)}>
                  Hapus
                </LinkAction>
              </li>
            ))}
          </ul>
        )}
        {sheets && (
          <p>
            {sheets.back} dari {sheets.of} lembar sudah kembali.{' '}
            <LinkAction size="small" path={`${scansPath}?kelas=${code}`}>
              Buka hasil scan
            </LinkAction>
          </p>
        )}
        <FileDrop
          compact
          label={`Hasil scan ${title}`}
          accept="application/pdf,image/jpeg,image/png"
          icon={IconFileUpload}
          pending={pending}
          onFile={onAttach}
        >
          Lampirkan hasil scan
        </FileDrop>
        <p className={layout.detail}>
          Lembar bertanda tangan: PDF, JPEG, atau PNG, paling besar {mostFileMegabytes} MB.
        </p>
        <div className={layout.chips}>
          {judging.verdicts.map(action => (
            <ActionButton key={action.label} size="xs" action={action} />
          ))}
        </div>
        <KeyHints hints={[{ keys: 'Enter', text: 'lihat dan cetak' }]} />
      </Flex>
    </Panel>
  )
}

const verdictLabels = { RETURNED: 'Dikembalikan', UNUSED: 'Tidak dipakai', CHECKED: 'Diperiksa' } as const
