import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { type CentreDraft, type Rules, rulesDraft } from '../../../shared/features/centre/centre.ts'
import { ruleLabels, ruleWords } from '../../../shared/features/centre/rule-words.ts'
import { api, mayOf, QueryBoundary, useCommand, useRead, useSession } from '../../app/client.ts'
import { useRecordForm } from '../../app/desk/use-record-form.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { SaveBar } from '../../app/save-bar.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { enterMovesOn } from '../../ui/form/enter-moves-on.ts'
import { Columns } from '../../ui/page/columns.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { DataRules } from './data-rules.tsx'
import { LetterRules } from './letter-rules.tsx'
import { NumberSeries } from './number-series.tsx'
import { TrainingRules } from './training-rules.tsx'

export const rulesSectionRoute = pageRoute('/pengaturan/aturan', RulesSection)

/** Rules and limits that differ between centres. */
function RulesSection() {
  const reading = useRead(api.centre.get, {})
  if (reading.data) return <RulesForm rules={reading.data.rules} centre={reading.data.centre} />
  return (
    <SettingsPage section="aturan">
      <QueryBoundary query={reading}>{() => null}</QueryBoundary>
    </SettingsPage>
  )
}

function RulesForm({ rules, centre }: { rules: Rules; centre: CentreDraft }) {
  const update = useCommand(api.centre.updateRules, {
    done: () => 'Aturan disimpan.',
    async undo() {
      await api.centre.updateRules.call(rules)
      record.restored(rules)
    },
  })
  const { form, submit, ...record } = useRecordForm({
    subject: 'aturan',
    schema: rulesDraft,
    initial: rules,
    opened: rules,
    save: update,
    input: (values, saw) => ({ ...values, ...saw }),
    labels: ruleLabels,
    format: ruleWords,
    ownFields: { passMark: props => <OwnPassMark {...props} /> },
  })
  return (
    <SettingsPage
      section="aturan"
      actions={record.presence}
      bar={
        <SaveBar
          needs="setting.change"
          dirty={form.isDirty()}
          action="Simpan aturan"
          error={record.error}
          onSave={submit}
        />
      }
    >
      {record.choice}
      <Note>Kelas yang sudah direncanakan tetap memakai aturan saat direncanakan.</Note>
      <Columns
        component="form"
        stacks
        widths="1fr 1fr"
        gap="1rem"
        maw="72rem"
        onKeyDownCapture={enterMovesOn(submit)}
        onSubmit={event => event.preventDefault()}
      >
        <Panel title="Kelulusan dan instruktur">
          <TrainingRules form={form} />
        </Panel>
        <Panel title="Nomor dan sertifikat">
          <LetterRules form={form} centre={centre} />
        </Panel>
        <Panel title="Data pribadi dan akses">
          <DataRules form={form} />
        </Panel>
        {mayOf(useSession())('certificate.see') && <NumberSeries />}
      </Columns>
    </SettingsPage>
  )
}

/** The pass mark is stored in hundredths. */
function OwnPassMark({ label, onTake }: { label: string; onTake: (value: unknown) => void }) {
  const [mark, setMark] = useState<string | number>('')
  return (
    <NumberInput
      aria-label={label}
      data-autofocus
      decimalScale={2}
      value={mark}
      onChange={setMark}
      onKeyDown={event => {
        if (event.key !== 'Enter' || mark === '') return
        event.preventDefault()
        onTake(Math.round(Number(mark) * 100))
      }}
    />
  )
}
