import { Checkbox, Drawer, NumberInput, TextInput } from '@mantine/core'
import { type Room, type RoomDraft, roomDraft } from '../../../shared/features/program/contract.ts'
import { tradeCodes, tradeName } from '../../../shared/features/program/trades.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useKeys } from '../../ui/action/use-keys.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { field } from '../../ui/form/field.tsx'
import styles from './program-form.module.css'

interface RoomDrawerProps {
  /** Null for a new one. */
  room: Room | null
  onClose: () => void
}

/** A room is never removed, because past classes met in it: it is put out of use. */
export function RoomDrawer({ room, onClose }: RoomDrawerProps) {
  const draft = useDraftForm(roomDraft, valuesOf(room))
  const { form } = draft
  const save = useCommand(api.program.saveRoom, { done: (_, input) => `${input.room.name} disimpan.` })
  async function store() {
    const values = draft.read()
    if (values && (await save.run({ id: room?.id ?? null, room: values }))) onClose()
  }
  useKeys(
    [
      { keys: 'Ctrl S', label: 'simpan', run: () => void store() },
      { keys: 'Ctrl Enter', label: 'simpan', run: () => void store() },
    ],
    'dialog',
  )
  return (
    <Drawer opened onClose={onClose} title={room ? room.name : 'Ruang baru'}>
      <form className={styles.fields} onKeyDownCapture={enterMovesOn(store)} onSubmit={event => event.preventDefault()}>
        <TextInput data-autofocus {...field({ label: 'Nama ruang' })} {...form.getInputProps('name')} />
        <NumberInput {...field({ label: 'Muat' })} suffix=" orang" hideControls {...form.getInputProps('capacity')} />
        <TextInput {...field({ label: 'Keterangan', optional: true })} {...form.getInputProps('note')} />
        <Checkbox.Group
          {...field({ label: 'Untuk kejuruan', hint: 'Kosong berarti semua kejuruan.' })}
          {...form.getInputProps('trades')}
        >
          <div className={styles.trades}>
            {tradeCodes.map(trade => (
              <Checkbox key={trade} value={trade} label={tradeName(trade)} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox label="Dipakai" {...form.getInputProps('active', { type: 'checkbox' })} />
        <ErrorNote error={save.error} />
        <div className={styles.actions}>
          <ActionButton onAction={onClose}>Batal</ActionButton>
          <ActionButton tone="primary" keys="Ctrl S" onAction={store}>
            Simpan ruang
          </ActionButton>
        </div>
      </form>
    </Drawer>
  )
}

function valuesOf(room: Room | null): RoomDraft {
  if (!room) return { name: '', capacity: 16, note: '', trades: [], active: true }
  const { id: _, ...values } = room
  return values
}
