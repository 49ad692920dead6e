import { Box } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import type { KnownBundle } from '../../../shared/features/backup/backup-status.ts'
import { type LostWork, lostKinds } from '../../../shared/features/backup/lost-work.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { SheetCodeField, useSheetCode } from '../../ui/form/sheet-code-field.tsx'
import { megabytes } from '../../ui/page/bytes-format.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './backups-section.module.css'

/** One backup, and what restoring it would undo. */
export function RestorePane({ bundle }: { bundle: KnownBundle }) {
  const lost = useRead(api.backup.lost, { from: bundle.from })
  const [confirming, setConfirming] = useState(false)
  return (
    <Panel title={<>Pulihkan ke {formatMoment(bundle.madeAt)}</>}>
      <p className={layout.note}>
        {bundle.proven && (
          <Badge tone="ok" signed>
            diuji pulih
          </Badge>
        )}{' '}
        {megabytes(bundle.bytes)} · {bundle.places.join(', ')}
      </p>
      <QueryBoundary query={lost} rows={4}>
        {work => (
          <>
            {work && <LostList work={work} />}
            <Note tone="ok">Keadaan sekarang disimpan dulu, jadi pemulihan dapat dibatalkan.</Note>
            <div className={styles.restore}>
              <ActionButton icon={IconRestore} tone="danger" onAction={() => setConfirming(true)}>
                {work && work.changes > 0 ? `Pulihkan, hilangkan ${work.changes} perubahan` : 'Pulihkan'}
              </ActionButton>
              <p className={layout.note}>Menanyakan sandi Admin dan lembar pemulihan</p>
            </div>
          </>
        )}
      </QueryBoundary>
      {confirming && <RestoreBundleDialog bundle={bundle} onClose={() => setConfirming(false)} />}
    </Panel>
  )
}

function LostList({ work }: { work: LostWork }) {
  return (
    <>
      <h3 className={layout.heading}>
        {work.changes === 0 ? 'Tidak ada yang hilang' : `Yang akan hilang, ${work.changes} perubahan sesudahnya`}
      </h3>
      <ul className={styles.lost}>
        {lostKinds.map(({ kind, label, none }) => {
          const found = work.kinds.find(one => one.kind === kind)
          const count = found?.count ?? 0
          return (
            <li key={kind}>
              <Box component="span" c={count > 0 ? 'var(--err)' : 'var(--ink-3)'} fz="1.0625rem" fw={600}>
                {count}
              </Box>
              <span>
                {label}
                <span className={layout.detail}>
                  {count === 0 ? none : found?.by.map(({ name, count: own }) => `${name} ${own}`).join(' · ')}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      {work.changes > 0 && <LinkAction path="/pengaturan/riwayat">Buka {work.changes} perubahan</LinkAction>}
    </>
  )
}

function RestoreBundleDialog({ bundle, onClose }: { bundle: KnownBundle; onClose: () => void }) {
  const sheet = useSheetCode()
  const restore = useCommand(api.backup.restore, {
    done: ({ madeAt }) => `Data kembali ke ${formatMoment(madeAt)}. Keadaan tadi disimpan di folder data.`,
  })
  return (
    <FormModal
      title={`Pulihkan cadangan ${formatMoment(bundle.madeAt)}`}
      size={520}
      onClose={onClose}
      error={restore.error}
      action={{
        label: 'Pulihkan',
        needs: 'restore.restore',
        tone: 'danger',
        refused: sheet.refused,
        pending: restore.pending,
        run: async () => {
          if (await restore.run({ from: bundle.from, code: sheet.code })) onClose()
        },
      }}
    >
      <p className={layout.words}>Ambil lembar pemulihan dari brankas. Kodenya delapan kelompok dari empat tanda.</p>
      <SheetCodeField sheet={sheet} />
    </FormModal>
  )
}
