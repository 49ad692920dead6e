import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { type Room, type RoomDraft, roomDraft } from '../../../shared/features/program/contract.ts'
import { type TradeCode, tradeCodes, tradeName } from '../../../shared/features/program/trades.ts'
import { api, useCommand } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { FormDrawer } from '../../ui/dialog/form-dialog.tsx'
import { fieldOf } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'

interface RoomDrawerProps {
  /** Null for a new one. */
  room: Room | null
  onClose: () => void
}

/** Rooms are never deleted, because past classes met in them; they are deactivated. */
export function RoomDrawer({ room, onClose }: RoomDrawerProps) {
  const save = useCommand(api.program.saveRoom, {
    done: (_, input) => `${input.room.name} disimpan.`,
    undo: async (_, { id, room: now, seen }) => seen && api.program.saveRoom.call({ id, room: seen, seen: now }),
    canUndo: (_, { id, seen }) => id !== null && seen != null,
  })
  const { form, submit, ...record } = useRecordForm({
    subject: room && `ruang ${room.id}`,
    schema: roomDraft,
    initial: valuesOf(room),
    opened: room && valuesOf(room),
    save,
    input: (values, saw) => ({ id: room?.id ?? null, room: values, ...saw }),
    onLeave: onClose,
    onStored: onClose,
    format: { trades: (trades: TradeCode[]) => trades.map(tradeName).join(', ') },
  })
  if (record.choice) return record.choice
  return (
    <FormDrawer
      title={room ? room.name : 'Ruang baru'}
      onClose={onClose}
      {...record.dialog}
      action={{ label: 'Simpan ruang', run: submit }}
    >
      <TextInput data-autofocus {...fieldOf(form, 'name', { label: 'Nama ruang' })} />
      <NumberInput suffix=" orang" {...fieldOf(form, 'capacity', { label: 'Daya tampung' })} />
      <TextInput {...fieldOf(form, 'note', { label: 'Keterangan', optional: true })} />
      <Checkbox.Group {...fieldOf(form, 'trades', { label: 'Untuk kejuruan', hint: 'Kosong berarti semua kejuruan.' })}>
        <Columns gap="0.5rem 1rem" widths="1fr 1fr" align="stretch">
          {tradeCodes.map(trade => (
            <Checkbox key={trade} value={trade} label={tradeName(trade)} />
          ))}
        </Columns>
      </Checkbox.Group>
      <Checkbox label="Dipakai" {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDrawer>
  )
}

function valuesOf(room: Room | null): RoomDraft {
  if (!room) return { name: '', capacity: 16, note: '', trades: [], active: true }
  const { id: _, ...values } = room
  return values
}
