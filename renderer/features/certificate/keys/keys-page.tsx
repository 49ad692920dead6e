import { Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import type { SigningKeyRow } from '../../../../shared/features/certificate/verification-contract.ts'
import { api, useRead } from '../../../app/client.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import type { DataColumn } from '../../../ui/table/data-table.tsx'
import { certificateTabs } from '../../certificate-design/certificate-tabs.ts'
import { BackUpDialog, RestoreDialog, RotateDialog } from './key-dialogs.tsx'

export const keysRoute = pageRoute('/sertifikat/kunci', KeysPage)

/** The signing keys of the centre, and their backup. */
function KeysPage() {
  const [dialog, setDialog] = useState<'backUp' | 'restore' | 'rotate' | null>(null)
  const reading = useRead(api.verification.keys, {})
  const inUse = reading.data?.keys.find(key => key.retiredAt === null)
  const close = () => setDialog(null)
  return (
    <Page
      title="Kunci tanda tangan"
      tabs={certificateTabs('keys')}
      actions={
        <>
          <ActionButton needs="setting.change" onAction={() => setDialog('restore')}>
            Pulihkan kunci
          </ActionButton>
          <ActionButton needs="setting.change" onAction={() => setDialog('rotate')}>
            Ganti kunci
          </ActionButton>
          <ActionButton needs="setting.change" tone="primary" icon={IconKey} onAction={() => setDialog('backUp')}>
            Cadangkan kunci
          </ActionButton>
        </>
      }
      side={
        <Panel title="Mengapa ada kunci">
          <Stack gap="sm">
            <p className={layout.words}>
              Kode QR setiap sertifikat ditandatangani dengan kunci rahasia balai. Siapa pun dapat memeriksanya dengan
              kunci publik; hanya pemegang kunci rahasia dapat membuatnya.
            </p>
            <p className={layout.words}>
              Kunci rahasia tidak ada di basis data maupun cadangannya. Simpan cadangan kunci di luar komputer ini, dan
              kata sandinya di tempat lain.
            </p>
            {reading.data && (
              <p className={layout.words}>
                {reading.data.protectedBySystem
                  ? 'Di komputer ini kunci dilindungi oleh sistem untuk pengguna ini.'
                  : 'Di komputer ini kunci tersimpan dalam berkas yang hanya dapat dibaca pengguna ini.'}
              </p>
            )}
          </Stack>
        </Panel>
      }
    >
      {inUse && !inUse.secretHere && (
        <Note tone="err" title="Kunci yang dipakai tidak ada di komputer ini.">
          Sertifikat tidak dapat diterbitkan sebelum kunci dipulihkan dari cadangan, atau diganti dengan yang baru.
        </Note>
      )}
      {inUse?.secretHere && inUse.backedUpAt === null && (
        <Note tone="warn" title="Kunci belum dicadangkan.">
          Bila komputer ini rusak, balai harus membuat kunci baru.
        </Note>
      )}
      <ListPanel
        title="Kunci balai ini"
        fill={false}
        query={reading}
        bars={3}
        label="Kunci tanda tangan"
        rows={reading.data?.keys ?? []}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.id}
        empty={{ icon: IconKey, title: 'Belum ada kunci.' }}
      />
      {dialog === 'backUp' && <BackUpDialog onClose={close} />}
      {dialog === 'restore' && <RestoreDialog onClose={close} />}
      {dialog === 'rotate' && <RotateDialog onClose={close} />}
    </Page>
  )
}

const columns: readonly DataColumn<SigningKeyRow>[] = [
  {
    head: 'Kunci',
    names: true,
    width: '8rem',
    cell: row => (
      <span className={layout.digits} style={{ fontSize: '0.8125rem' }}>
        {row.id}
      </span>
    ),
    sort: row => row.id,
  },
  {
    head: 'Keadaan',
    width: '11rem',
    cell: row => (row.retiredAt === null ? <Badge tone="ok">Dipakai</Badge> : <Badge>Hanya memeriksa</Badge>),
    sort: row => row.retiredAt,
  },
  { head: 'Dibuat', width: '12rem', cell: row => formatMoment(row.createdAt), sort: row => row.createdAt },
  {
    head: 'Sertifikat',
    width: '7rem',
    align: 'end',
    cell: row => row.papers.toLocaleString('id-ID'),
    sort: row => row.papers,
  },
  {
    head: 'Dicadangkan',
    cell: row =>
      !row.secretHere ? 'rahasianya tidak di sini' : row.backedUpAt === null ? 'belum' : formatMoment(row.backedUpAt),
  },
]
