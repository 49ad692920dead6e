import { useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import layout from '../../ui/page/layout.module.css'

interface PaperDateFieldProps {
  code: string
  paper: PaperKey
  date: { value: PlainDate | null; byHand: boolean; rule: string }
  onSaved: () => void
}

/** The date above the signatures: that of the class, until another is set; the print log then shows it. */
export function PaperDateField({ code, paper, date, onSaved }: PaperDateFieldProps) {
  const today = useToday()
  const [typed, setTyped] = useState<PlainDate | null>(date.value)
  const save = useCommand(api.paper.setDate, {
    done: () => 'Tanggal surat disimpan.',
    undo: () => api.paper.setDate.call({ code, key: paper, date: date.byHand ? date.value : null }),
  })
  async function store(value: PlainDate | null) {
    if (await save.run({ code, key: paper, date: value })) onSaved()
  }
  return (
    <div className={layout.stack}>
      <DateField
        label="Tanggal surat"
        hint={`Biasanya ${date.rule}.`}
        today={today}
        value={typed}
        onChange={setTyped}
      />
      <ErrorNote error={save.error} />
      <div className={layout.buttons}>
        <ActionButton
          size="xs"
          refused={typed === null || typed === date.value ? 'Tanggalnya belum diubah.' : undefined}
          onAction={() => store(typed)}
        >
          Pakai tanggal ini
        </ActionButton>
        {date.byHand && (
          <LinkAction size="small" onAction={() => store(null)}>
            Kembali ke tanggal biasa
          </LinkAction>
        )}
      </div>
    </div>
  )
}
