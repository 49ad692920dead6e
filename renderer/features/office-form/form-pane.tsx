import { Flex, Select } from '@mantine/core'
import { IconDownload, IconEye, IconFileUpload, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeForm } from '../../../shared/features/office-form/contract.ts'
import { kindLabels, subjectLabels } from '../../../shared/features/office-form/office-form.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { officeFiles } from './office-files.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { useExampleChoices } from './use-example-choices.ts'
import { useFormOutput } from './use-form-output.ts'

/** A form: open its file, replace it, fill an example with real data, versions. */
export function FormPane({ form }: { form: OfficeForm }) {
  const { key, title, kind, subject, version, retired } = form
  const program = kindLabels[kind]
  const versions = useRead(api.officeForm.versions, { key })
  const template = useFileCommand(api.officeForm.template)
  const replace = useCommand(api.officeForm.replace, { done: made => `${title}: versi ${made.version} disimpan.` })
  const restore = useCommand(api.officeForm.restore, { done: made => `${title}: versi ${made.version} disimpan.` })
  const change = useCommand(api.officeForm.change)
  const example = useCommand(api.officeForm.make)
  const output = useFormOutput()
  const choices = useExampleChoices(subject)
  const [chosen, setChosen] = useState<string | null>(null)
  const [renaming, setRenaming] = useState(false)
  const wanted = choices.find(one => one.value === chosen) ?? choices[0]

  async function show() {
    if (!wanted) return
    const made = await example.run({ key, ...wanted.of })
    if (made) await output[output.opens ? 'open' : 'save'](made.output.file)
  }

  return (
    <Panel label={`Rincian ${title}`}>
      <div className={layout.tight}>
        <Flex wrap="wrap" align="center" justify="space-between" gap="0.25rem 0.5rem">
          <h2 className={layout.heading}>{title}</h2>
          <Badge tone={retired ? 'neutral' : 'ok'}>{retired ? 'tidak dipakai' : `versi ${version}`}</Badge>
        </Flex>
        <p className={layout.words}>
          Formulir {program} untuk {subjectLabels[subject].toLowerCase()}.
        </p>
        <div className={layout.chips}>
          <ActionButton
            size="xs"
            icon={IconDownload}
            pending={template.pending}
            onAction={() => template.run({ key, version: null })}
          >
            Ambil berkas
          </ActionButton>
          <ActionButton size="xs" icon={IconPencil} onAction={() => setRenaming(true)}>
            Ubah nama
          </ActionButton>
          <ActionButton size="xs" onAction={() => change.run({ key, title, retired: !retired })}>
            {retired ? 'Pakai lagi' : 'Tidak dipakai'}
          </ActionButton>
        </div>
        <FileDrop
          compact
          label={`Berkas baru ${title}`}
          accept={officeFiles}
          icon={IconFileUpload}
          pending={replace.pending}
          onFile={file => replace.run({ key, basedOn: version, file })}
        >
          Ganti berkasnya, menjadi versi {version + 1}
        </FileDrop>
        <Select
          {...field({ label: 'Contoh dengan data' })}
          searchable
          openOnFocus={false}
          value={wanted?.value ?? null}
          onChange={setChosen}
          data={choices.map(({ value, label }) => ({ value, label }))}
        />
        <ActionButton
          size="sm"
          icon={IconEye}
          pending={example.pending || output.pending}
          refused={retired ? 'Formulir ini tidak dipakai.' : wanted ? undefined : 'Belum ada data untuk contohnya.'}
          onAction={show}
        >
          {output.opens ? `Buka di ${program}` : 'Simpan contoh'}
        </ActionButton>
        <ErrorNote
          error={replace.error ?? template.error ?? restore.error ?? change.error ?? example.error ?? output.error}
        />
        <h3 className={layout.label}>Versi</h3>
        <ul className={layout.tight}>
          {(versions.data ?? []).map(one => (
            <li key={one.version} className={layout.detail}>
              Versi {one.version}, {formatMoment(one.savedAt)}, {one.savedBy}: {one.fileName}
              {one.restoredFrom !== null && ` (dari versi ${one.restoredFrom})`}{' '}
              {one.version !== version && (
                <LinkAction
                  size="small"
                  label={`Kembalikan versi ${one.version}`}
                  onAction={() => restore.run({ key, version: one.version })}
                >
                  Kembalikan
                </LinkAction>
              )}
            </li>
          ))}
        </ul>
      </div>
      {renaming && <RenameDialog form={form} onClose={() => setRenaming(false)} />}
    </Panel>
  )
}
