import { IconFileImport, IconFileText, IconFileUpload, IconListDetails } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { OfficeFormKey } from '../../../shared/facts/paper-key.ts'
import type { OfficeForm } from '../../../shared/features/office-form/contract.ts'
import { kindLabels, mostFormMegabytes, subjectLabels } from '../../../shared/features/office-form/office-form.ts'
import { api, useRead } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButtons, LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { AddFormDrawer } from './add-form-drawer.tsx'
import { FormPane } from './form-pane.tsx'
import { officeFiles } from './office-files.ts'
import { TokenDrawer } from './token-drawer.tsx'

export const officeFormSectionRoute = pageRoute('/pengaturan/formulir', OfficeFormSection)

const columns: DataColumn<OfficeForm>[] = [
  { head: 'Formulir', names: true, cell: row => row.title, sort: row => row.title },
  { head: 'Untuk', width: '7rem', cell: row => subjectLabels[row.subject], sort: row => row.subject },
  { head: 'Jenis', width: '5rem', cell: row => kindLabels[row.kind], sort: row => row.kind },
  {
    head: 'Versi',
    width: '14rem',
    cell: row =>
      row.retired ? <Badge tone="neutral">tidak dipakai</Badge> : `Versi ${row.version}, ${formatMoment(row.savedAt)}`,
    sort: row => row.savedAt,
  },
]

/** Formulir kantor: the office's own Word and Excel forms, a part of Template surat. */
function OfficeFormSection() {
  const reading = useRead(api.officeForm.list, { all: true })
  const [file, setFile] = useState<File | null>(null)
  const [tokens, setTokens] = useState(false)
  const [currentKey, setCurrent] = useState<OfficeFormKey | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const forms = reading.data ?? []
  const current = forms.find(one => one.key === currentKey) ?? forms[0]
  const add = primaryAction('N', 'Tambah formulir', () => input.current?.click(), {
    needs: 'setting.change',
    icon: IconFileImport,
  })
  const list: Action = { label: 'Daftar token', keys: 'Alt T', icon: IconListDetails, run: () => setTokens(true) }
  useActions([add, list])

  return (
    <SettingsPage
      section="surat"
      fixed
      facts="Formulir kantor"
      sideWidth={336}
      side={current && <FormPane key={`${current.key} ${current.version}`} form={current} />}
      actions={
        <>
          <LinkAction path="/pengaturan/surat">
            <IconFileText size={16} aria-hidden /> Teks surat
          </LinkAction>
          <ActionButtons actions={[list, add]} />
        </>
      }
    >
      <FileDrop label="Formulir Word atau Excel" accept={officeFiles} icon={IconFileUpload} compact onFile={setFile}>
        Jatuhkan formulir Word atau Excel di sini, paling besar {mostFormMegabytes} MB. Diperiksa dulu, belum disimpan.
      </FileDrop>
      <HiddenFile
        ref={input}
        label="Berkas formulir"
        accept={officeFiles}
        onFiles={files => setFile(files[0] ?? null)}
      />
      <ListPanel
        name="Formulir kantor"
        query={reading}
        bars={4}
        unit="formulir"
        rows={forms}
        columns={columns}
        rowKey={row => row.key}
        rowLabel={row => row.title}
        rowTone={row => (row.retired ? 'done' : undefined)}
        current={current?.key ?? null}
        onCurrent={row => setCurrent(row.key)}
        autoFocus
        empty={{
          title: 'Belum ada formulir kantor.',
          children:
            'Tulis token seperti {nama} di formulir Word atau Excel milik kantor, lalu jatuhkan ke halaman ini.',
        }}
      />
      {file && (
        <AddFormDrawer
          file={file}
          onSaved={form => {
            setFile(null)
            setCurrent(form.key)
          }}
          onClose={() => setFile(null)}
        />
      )}
      {tokens && <TokenDrawer first={current?.subject ?? 'COHORT'} onClose={() => setTokens(false)} />}
    </SettingsPage>
  )
}
