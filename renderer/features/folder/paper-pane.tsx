import { Flex } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { isOfficeForm } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { FolderRow, PaperScan } from '../../../shared/features/folder/contract.ts'
import { formatChanged } from '../../../shared/features/print/fact-group.ts'
import { api, readOnce, useRead } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { MoreActions } from '../../ui/action/more-actions.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { PaperView } from '../../ui/paper/paper-view.tsx'
import { scansPath } from '../scan/scan-labels.ts'
import { formatSize } from '../trainee/file-list.tsx'
import styles from './paper-pane.module.css'

export interface PaperPaneProps {
  /** Code of the class. */
  code: string
  row: FolderRow
  /** Null: the paper size of the centre. */
  size: PaperSize | null
  onOpenScan: (scan: PaperScan) => unknown
  onRemoveScan: (scan: PaperScan) => unknown
  /** The same actions as the keys of the page, those that come next first. */
  acts: readonly Action[]
  onTakeBack: () => unknown
}

/** The chosen paper as it would be printed now, its history, and its next actions. */
export function PaperPane({ code, row, size, onOpenScan, onRemoveScan, acts, onTakeBack }: PaperPaneProps) {
  const wide = useMediaQuery('(width >= 1600px)') ?? false
  const shown = wide ? acts : acts.slice(0, 2)
  const { key, title, waitsFor } = row
  const centre = useRead(api.centre.get, {})
  const used = size ?? centre.data?.centre.paperSize
  const drawn = isOfficeForm(key) || waitsFor !== null || used === undefined ? null : { key, size: used }
  const paper = useRead(
    api.paper.make,
    drawn
      ? {
          code,
          key: drawn.key,
          size: key === 'statement' ? size : drawn.size,
          day: null,
          from: null,
          traineeId: null,
        }
      : null,
    readOnce,
  )
  return (
    <section className={styles.pane} aria-label={`Rincian ${title}`}>
      <Flex mih="2.75rem" align="center" px="1rem" gap="0.5rem">
        <h2 className={layout.heading}>{title}</h2>
        {row.state === 'RETURNED' && <Badge tone="err">dikembalikan</Badge>}
        {row.state === 'CHECKED' && <Badge tone="ok">diperiksa</Badge>}
      </Flex>
      {drawn ? (
        <PaperView
          pdf={paper.data?.file ?? null}
          error={paper.error ? errorMessage(paper.error) : undefined}
          label={`Pratinjau ${title}`}
        />
      ) : (
        <div className={styles.missing}>
          <p>{waitsFor ?? 'Formulir kantor diisi dan dibuka dengan Enter.'}</p>
          {(key === 'certificate' || key === 'statement') && (
            <LinkAction needs="certificate.issue" path={`/angkatan/${code}/sertifikat`}>
              Terbitkan sertifikat
            </LinkAction>
          )}
        </div>
      )}
      <Traces row={row} {...{ code, onOpenScan, onRemoveScan, onTakeBack }} />
      <Flex flex="none" wrap="wrap" p="0.5rem 1rem 0.75rem" gap="0.5rem">
        {shown.map(action => (
          <ActionButton key={action.label} size="xs" action={action} />
        ))}
        <MoreActions inPanel actions={acts.slice(shown.length)} />
      </Flex>
    </section>
  )
}

function Traces({
  code,
  row,
  onOpenScan,
  onRemoveScan,
  onTakeBack,
}: Pick<PaperPaneProps, 'code' | 'row' | 'onOpenScan' | 'onRemoveScan' | 'onTakeBack'>) {
  const { printed, scans, sheets, verdict } = row
  return (
    <div className={styles.traces}>
      {verdict && (
        <p>
          {verdictLabels[verdict.verdict]}, {formatMoment(verdict.at)}, oleh {verdict.by}.{' '}
          <LinkAction size="small" onAction={onTakeBack}>
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
          ? `Dicetak ${printed.times} kali, terakhir ${formatMoment(printed.at)}, oleh ${printed.by}.`
          : 'Belum pernah dicetak.'}
      </p>
      {printed && printed.changed.length > 0 && (
        <Note tone="warn" title="Berubah sejak dicetak:">
          {formatChanged(printed.changed)}
        </Note>
      )}
      {scans.map((scan, index) => (
        <Flex key={scan.fileId} wrap="wrap" gap="0.125rem 0.5rem">
          <span>
            Hasil scan {index + 1}, {formatSize(scan.size)}, {formatMoment(scan.at)}
          </span>
          <LinkAction size="small" label={`Buka hasil scan ${index + 1}`} onAction={() => onOpenScan(scan)}>
            Buka
          </LinkAction>
          <LinkAction size="small" label={`Hapus hasil scan ${index + 1}`} onAction={() => onRemoveScan(scan)}>
            Hapus
          </LinkAction>
        </Flex>
      ))}
      {sheets && (
        <p>
          {sheets.back} dari {sheets.of} lembar sudah kembali.{' '}
          <LinkAction size="small" path={`${scansPath}?kelas=${code}`}>
            Buka hasil scan
          </LinkAction>
        </p>
      )}
    </div>
  )
}

const verdictLabels = { RETURNED: 'Dikembalikan', UNUSED: 'Tidak dipakai', CHECKED: 'Diperiksa' } as const
