import { TextInput } from '@mantine/core'
import { supplyDraft } from '../../../shared/features/provision/budget.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { useRecord } from '../../app/desk/use-record.tsx'
import { useDraftForm } from '../../app/use-draft-form.ts'
import { type Action, runAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { fieldOf } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './provision.module.css'
import type { SectionProps } from './provision-path.ts'

/** Penyedia: the supplier of the materials, with order, inspection and hand-over. */
export function SupplySection({ code, provisions, locked }: SectionProps) {
  const today = useToday()
  const draft = useDraftForm(supplyDraft, provisions.supply)
  const { form } = draft
  const save = useCommand(api.provision.saveSupply, {
    done: () => 'Penyedia disimpan.',
    async undo(_, { seen, supply: now }) {
      if (!seen) return
      await api.provision.saveSupply.call({ code, supply: seen, seen: now })
      form.setValues(seen)
      form.resetDirty(seen)
    },
    canUndo: (_, { seen }) => seen != null,
  })
  const record = useRecord({
    subject: `perlengkapan ${code}`,
    schema: supplyDraft,
    opened: provisions.supply,
    form,
    dirty: form.isDirty(),
    save,
    input: (supply, saw) => ({ code, supply, ...saw }),
    onStored: () => form.resetDirty(form.getValues()),
  })
  const store: Action = {
    label: 'Simpan penyedia',
    needs: 'paper.change',
    keys: 'Ctrl S',
    tone: 'primary',
    refused: locked ?? (form.isDirty() ? undefined : 'Belum ada yang diubah.'),
    async run() {
      const values = draft.read()
      if (values) await record.store(values)
    },
  }
  useActions([{ ...store, also: 'Ctrl Enter' }])
  const date = (label: string, key: 'orderedOn' | 'inspectedOn' | 'handedOverOn') => (
    <DateField label={label} optional today={today} {...form.getInputProps(key)} value={form.values[key]} />
  )
  return (
    <div className={styles.rates}>
      {record.choice}
      <ErrorNote error={record.error} />
      <Panel title="Penyedia bahan">
        <div className={layout.stack} onKeyDownCapture={enterMovesOn(() => void runAction(store))}>
          <TextInput {...fieldOf(form, 'supplier', { label: 'Nama penyedia', optional: true })} />
          <Columns widths="1fr 16rem">
            <TextInput
              {...fieldOf(form, 'orderNumber', { label: 'Nomor surat pesanan atau kontrak', optional: true })}
            />
            {date('Tanggal', 'orderedOn')}
          </Columns>
          <Columns widths="1fr 16rem">
            <TextInput {...fieldOf(form, 'inspectionNumber', { label: 'Nomor BA pemeriksaan', optional: true })} />
            {date('Tanggal pemeriksaan', 'inspectedOn')}
          </Columns>
          <Columns widths="1fr 16rem">
            <TextInput {...fieldOf(form, 'handoverNumber', { label: 'Nomor BA serah terima', optional: true })} />
            {date('Tanggal serah terima', 'handedOverOn')}
          </Columns>
          <Columns widths="1fr 16rem">
            <TextInput {...fieldOf(form, 'keeper', { label: 'Pengurus barang', optional: true })} />
            <TextInput
              inputMode="numeric"
              {...fieldOf(form, 'keeperNip', { label: 'NIP pengurus barang', optional: true })}
            />
          </Columns>
        </div>
      </Panel>
      <div className={layout.buttons}>
        <ActionButton action={store} />
        {record.presence}
      </div>
    </div>
  )
}
