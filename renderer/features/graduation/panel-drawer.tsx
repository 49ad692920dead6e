import { ActionIcon, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { type PanelMember, panelDraft } from '../../../shared/features/graduation/contract.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { FormDrawer, wideDrawer } from '../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import styles from './panel-drawer.module.css'

interface PanelDrawerProps {
  heldOn: PlainDate
  place: string
  members: readonly PanelMember[]
  /** Last day of the class; the panel cannot meet earlier. */
  end: PlainDate
  onSave: (panel: { heldOn: PlainDate; place: string; members: PanelMember[] }) => void
  onClose: () => void
}

type Line = PanelMember & { key: number }

/** Date, place and members of the panel, printed on the minutes. */
export function PanelDrawer(props: PanelDrawerProps) {
  const [heldOn, setHeldOn] = useState<PlainDate | null>(props.heldOn)
  const [place, setPlace] = useState(props.place)
  const [lines, setLines] = useState<readonly Line[]>(() => props.members.map((member, key) => ({ ...member, key })))
  const [nextKey, setNextKey] = useState(props.members.length)
  const members = lines.filter(line => line.name.trim() !== '').map(({ name, role }) => ({ name, role }))
  const read = panelDraft.pick({ place: true, members: true }).safeParse({ place, members })
  const problem = heldOn === null ? 'Isi tanggal sidang.' : read.success ? undefined : read.error.issues[0]?.message

  function change(key: number, part: Partial<PanelMember>) {
    setLines(lines.map(line => (line.key === key ? { ...line, ...part } : line)))
  }
  function add() {
    setLines([...lines, { key: nextKey, name: '', role: 'Anggota' }])
    setNextKey(nextKey + 1)
  }
  function save() {
    if (heldOn !== null && read.success) props.onSave({ heldOn, ...read.data })
  }

  return (
    <FormDrawer
      title="Sidang kelulusan"
      onClose={props.onClose}
      size={wideDrawer}
      action={{ label: 'Pakai susunan ini', run: save, refused: problem }}
    >
      <DateField
        label="Tanggal sidang"
        value={heldOn}
        min={props.end}
        onChange={setHeldOn}
        autoFocus
        error={heldOn !== null && heldOn < props.end ? 'Sidang sesudah hari terakhir kelas.' : undefined}
      />
      <TextInput {...field({ label: 'Tempat', optional: true })} {...typing(place, setPlace)} />
      <fieldset className={styles.members}>
        <legend>Anggota sidang</legend>
        {lines.map((line, index) => (
          <Columns key={line.key} align="center" gap="0.5rem" widths="1fr 8rem auto">
            <TextInput
              aria-label={`Nama anggota ${index + 1}`}
              placeholder="Nama dan gelar"
              {...typing(line.name, name => change(line.key, { name }))}
            />
            <TextInput
              aria-label={`Kedudukan anggota ${index + 1}`}
              placeholder="Ketua, Anggota"
              {...typing(line.role, role => change(line.key, { role }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              tabIndex={-1}
              aria-label={`Hapus ${line.name || `anggota ${index + 1}`}`}
              onClick={() => setLines(lines.filter(one => one !== line))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Columns>
        ))}
        <ActionButton size="xs" icon={IconPlus} onAction={add}>
          Tambah anggota
        </ActionButton>
      </fieldset>
    </FormDrawer>
  )
}
